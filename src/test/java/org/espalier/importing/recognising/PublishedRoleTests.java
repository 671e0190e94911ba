package org.espalier.importing.recognising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.RoleEntry;
import org.espalier.framework.format.RoleEntry.Competence;
import org.espalier.framework.format.RoleEntry.Layer;
import org.espalier.framework.format.RoleEntry.Row;
import org.espalier.framework.format.RoleEntry.Section;
import org.espalier.importing.Imports;
import org.junit.jupiter.api.Test;

/** The published role profile; the numbers were counted in it by hand. */
class PublishedRoleTests {

    private final FrameworkDocument draft = Imports.published("002").document();
    private final RoleEntry role = Objects.requireNonNull(draft.role());

    @Test
    void readsTheFacts() {
        assertThat(draft.kind()).isEqualTo(FrameworkDocument.Kind.ROLE_PROFILE);
        assertThat(role.namedRole()).isEqualTo("Liaison and Diversion Strategic Manager");
        assertThat(role.areaOfWork()).isEqualTo("Liaison and Diversion Service");
        assertThat(role.experienceRequired()).startsWith("From an equivalent").endsWith("where appropriate.");
        assertThat(role.careerFrameworkLevels()).containsExactly(8);
        assertThat(role.scope()).hasSize(4);
        assertThat(draft.title())
                .isEqualTo("Transferable Role Profile Template – Liaison and Diversion Service – Strategic Manager");
        assertThat(draft.titleInferred()).isFalse();
        assertThat(draft.statusNote()).isEqualTo("Final February 2023");
        assertThat(draft.publisher()).isEqualTo("Skills for Health");
        assertThat(draft.references()).hasSize(4);
    }

    @Test
    void readsEveryCompetenceWithItsPrincipleAndFunction() {
        assertThat(role.sections())
                .extracting(Section::layer)
                .containsExactly(Layer.CORE, Layer.ROLE_SPECIFIC, Layer.LOCALITY);
        assertThat(role.sections())
                .extracting(section -> section.entries().size())
                .containsExactly(22, 31, 0);
        assertThat(role.sections().stream().flatMap(section -> section.entries().stream()))
                .allMatch(entry ->
                        entry.principle() != null && entry.principleCode() != null && entry.function() != null);
        assertThat(role.sections().get(0).entries())
                .extracting(Competence::principleCode)
                .containsExactly(
                        "1", "2", "2", "2", "2", "2", "3", "3", "3", "3", "4", "5", "5", "5", "6", "6", "B", "D", "H",
                        "H", "H", "H");
        assertThat(role.sections().get(1).entries())
                .extracting(Competence::principleCode)
                .containsExactly(
                        "1", "1", "2", "2", "3", "3", "3", "5", "5", "5", "5", "5", "C", "F", "F", "F", "H", "H", "H",
                        "H", "H", "H", "H", "H", "H", "H", "H", "H", "H", "H", "H");
        assertThat(role.sections().get(2).notes()).hasSize(3);
        assertThat(role.sections().stream().flatMap(section -> section.entries().stream()))
                .allMatch(entry -> entry.uri() == null);
    }

    @Test
    void readsShiftedRowsRight() {
        var shifted = role.sections().stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry -> List.of(131, 167)
                        .contains(Objects.requireNonNull(entry.source()).line()))
                .toList();

        assertThat(shifted)
                .extracting(Competence::principle)
                .containsExactly("Personal and People Development", "Quality");
        assertThat(shifted)
                .extracting(Competence::function)
                .containsExactly(
                        "Support the development of knowledge and practice of individuals",
                        "Undertake the audit/inspection process");
        assertThat(shifted)
                .extracting(Competence::competence)
                .containsExactly(
                        "Take responsibility for the continuing professional development of yourself and others",
                        "Carry out quality audits");
        assertThat(draft.annotations())
                .filteredOn(annotation -> annotation.code().equals("shifted-cells"))
                .hasSize(2);
    }

    @Test
    void readsLearningAndDevelopmentRowByRow() {
        assertThat(role.learning()).hasSize(8);
        assertThat(role.learning()).extracting(row -> row.items().size()).containsExactly(1, 0, 1, 1, 1, 1, 1, 0);
        assertThat(role.cpd()).hasSize(6);
        assertThat(role.cpd().get(1).items()).containsExactly("Title", "Awarding body", "Credit", "Level");
        assertThat(role.cpd())
                .extracting(Row::title)
                .startsWith("Statutory and Mandatory learning of particular relevance to the role");
        assertThat(draft.annotations())
                .filteredOn(annotation -> annotation.code().equals("items-run-together"))
                .singleElement()
                .satisfies(annotation -> assertThat(
                                Objects.requireNonNull(annotation.source()).line())
                        .isEqualTo(210));
    }

    @Test
    void inventsNoLevelFromAHeadingThatContradictsTheProfile() {
        assertThat(draft.levels()).singleElement().satisfies(level -> {
            assertThat(level.id()).isEqualTo("level-8");
            assertThat(level.careerFrameworkLevels()).containsExactly(8);
            assertThat(level.descriptor()).hasSize(1);
        });
        assertThat(draft.annotations())
                .filteredOn(annotation -> annotation.code().equals("level-contradicts-document"))
                .singleElement()
                .satisfies(annotation -> assertThat(
                                Objects.requireNonNull(annotation.source()).line())
                        .isEqualTo(123));
    }

    @Test
    void isNotTakenInByOtherPublishedDocuments() {
        for (var number : List.of("000", "001", "003", "004")) {
            assertThat(new RoleProfileTables().recognise(PublishedPillarsTests.outline(number)))
                    .as(number)
                    .isEmpty();
        }
    }
}
