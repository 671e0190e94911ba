package org.espalier.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.espalier.testing.MadeUpDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Made-up frameworks in every shape make the same draft whatever the format, apart from places. What each should make
 * stands in {@code src/test/resources/importing/shapes}.
 */
class ShapeTests {

    private static final List<String> PROSE = MadeUpDocument.FORMATS.stream()
            .filter(format -> !format.equals("csv"))
            .toList();

    /** Tables that are held together by the place of their cells alone. */
    private static final List<String> ALIGNED = List.of("aligned", "unruled pdf");

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("documents")
    void makesTheSameDraftInEveryFormat(String name, String format, MadeUpDocument document) throws IOException {
        var imported = Imports.of(document.bytes(format));

        assertThat(DraftSketch.of(imported.document())).isEqualTo(expected(name));
        assertThat(imported.accounting().unaccounted()).isEmpty();
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("documents")
    void givesTheSameDraftEveryTime(String name, String format, MadeUpDocument document) {
        var content = document.bytes(format);

        assertThat(Imports.of(content).document()).isEqualTo(Imports.of(content).document());
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                        in("repeatedHeadings", MadeUpFrameworks.repeatedHeadings(), PROSE),
                        in("namedGroups", MadeUpFrameworks.namedGroups(), PROSE),
                        in("namedLevels", MadeUpFrameworks.namedLevels(), PROSE),
                        in("ungrouped", MadeUpFrameworks.ungrouped(), PROSE),
                        in("levelsInGroups", MadeUpFrameworks.levelsInGroups(), PROSE),
                        in("noKnownShape", MadeUpFrameworks.noKnownShape(), PROSE),
                        in("tablesByDomain", MadeUpFrameworks.tablesByDomain(), MadeUpDocument.FORMATS),
                        in("domainRows", MadeUpFrameworks.domainRows(), MadeUpDocument.FORMATS),
                        in("pillarRows", MadeUpFrameworks.pillarRows(), MadeUpDocument.FORMATS),
                        in("levelRows", MadeUpFrameworks.levelRows(), MadeUpDocument.FORMATS),
                        in("pillarColumns", MadeUpFrameworks.pillarColumns(), MadeUpDocument.FORMATS),
                        in("rowForEachStatement", MadeUpFrameworks.rowForEachStatement(), MadeUpDocument.FORMATS),
                        in("roleInTables", MadeUpFrameworks.roleInTables(), PROSE),
                        in("roleInLists", MadeUpFrameworks.roleInLists(), PROSE),
                        in("severalShapes", MadeUpFrameworks.severalShapes(), PROSE),
                        in("numberedStatements", MadeUpFrameworks.numberedStatements(), PROSE),
                        in("inWelsh", MadeUpFrameworks.inWelsh(), PROSE),
                        in("levelsInCompetencies", MadeUpFrameworks.levelsInCompetencies(), PROSE),
                        in("levelsWordedByGroup", MadeUpFrameworks.levelsWordedByGroup(), PROSE),
                        in("lowerCaseOutcomes", MadeUpFrameworks.lowerCaseOutcomes(), PROSE),
                        in("lettered", MadeUpFrameworks.lettered(), PROSE),
                        in("codedWithoutLevels", MadeUpFrameworks.codedWithoutLevels(), PROSE),
                        in("standardsWithOutcomes", MadeUpFrameworks.standardsWithOutcomes(), PROSE),
                        in("mustShouldMay", MadeUpFrameworks.mustShouldMay(), PROSE),
                        in("routesInSentences", MadeUpFrameworks.routesInSentences(), PROSE),
                        in("domainRows", MadeUpFrameworks.domainRows(), ALIGNED),
                        in("pillarRows", MadeUpFrameworks.pillarRows(), ALIGNED),
                        in("levelRows", MadeUpFrameworks.levelRows(), ALIGNED),
                        in("pillarColumns", MadeUpFrameworks.pillarColumns(), ALIGNED),
                        in("rowForEachStatement", MadeUpFrameworks.rowForEachStatement(), ALIGNED),
                        in("severalShapes", MadeUpFrameworks.severalShapes(), ALIGNED))
                .flatMap(documents -> documents);
    }

    private static Stream<Arguments> in(String name, MadeUpDocument document, List<String> formats) {
        return formats.stream().map(format -> Arguments.of(name, format, document));
    }

    private static String expected(String name) throws IOException {
        try (var file = ShapeTests.class.getResourceAsStream("/importing/shapes/" + name + ".txt")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
