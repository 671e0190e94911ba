package org.espalier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The conventions of {@code docs/architecture.md} that a machine can check. */
class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.espalier");

    @Test
    void seesTheWholeHouse() {
        assertThat(CLASSES.size()).isGreaterThan(400);
        assertThat(CLASSES.getPackage("org.espalier").getSubpackages())
                .extracting(JavaPackage::getRelativeName)
                .contains("kernel", "database", "framework", "importing", "assessment", "cli");
        assertThat(CLASSES.stream().filter(type -> type.getPackageName().endsWith(".web")))
                .hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsTheRule(ArchRule rule) {
        rule.check(CLASSES);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                        noClasses()
                                .should()
                                .haveSimpleNameEndingWith("Impl")
                                .orShould()
                                .haveSimpleNameEndingWith("Manager")
                                .orShould()
                                .haveSimpleNameEndingWith("Helper")
                                .orShould()
                                .haveSimpleNameEndingWith("Util")
                                .orShould()
                                .haveSimpleNameEndingWith("Utils")
                                .orShould()
                                .haveSimpleNameEndingWith("Service")
                                .as("names are the field's own, not a technician's"),
                        classes()
                                .that()
                                .areAnnotatedWith("org.springframework.stereotype.Controller")
                                .or()
                                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                                .should()
                                .resideInAnyPackage("org.espalier..web", "org.espalier.ui..")
                                .as("controllers stand in a module's web package"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackages("org.espalier..web", "org.espalier.ui", "org.espalier.cli")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "org.springframework.web..",
                                        "org.springframework.ui..",
                                        "jakarta.servlet..",
                                        "gg.jte..")
                                .as("outside web packages nothing knows of the web"),
                        noClasses()
                                .that()
                                .resideInAPackage("org.espalier..web")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                                .as("web packages hold no SQL"),
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "org.espalier.kernel..",
                                        "org.espalier.framework.format..",
                                        "org.espalier.importing.outline..",
                                        "org.espalier.importing.reading..",
                                        "org.espalier.importing.recognising..",
                                        "org.espalier.importing.reviewing..")
                                .and()
                                .doNotHaveSimpleName("package-info")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.springframework..")
                                .as("kernel, format and the steps of an import are plain Java"),
                        noFields()
                                .should()
                                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                                .orShould()
                                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                                .as("dependencies come through constructors"),
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("org.springframework.stereotype.Repository")
                                .orShould()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("org.springframework.stereotype.Service")
                                .as("no repositories and services, only what the field has words for"))
                .map(rule -> Arguments.of(Named.of(rule.getDescription(), rule)));
    }

    @Test
    void marksEveryPackageForNullness() {
        var unmarked = CLASSES.stream()
                .filter(type -> !type.getSimpleName().startsWith("Jte"))
                .map(JavaClass::getPackage)
                .distinct()
                .filter(where -> !where.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertThat(unmarked).isEmpty();
    }
}
