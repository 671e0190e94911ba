package org.espalier.importing.recognising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.framework.format.Annotation;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.framework.format.StatementEntry;
import org.espalier.importing.Imports;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.reading.DocumentReader;
import org.espalier.importing.reading.Reading;
import org.espalier.testing.PublishedFrameworks;
import org.junit.jupiter.api.Test;

/** The published document whose tables of pillars were flattened; the numbers were counted in it by hand. */
class PublishedPillarsTests {

    private static final String PRACTICE = "professional-practice";
    private static final String LEADERSHIP = "leadership-and-management";
    private static final String EDUCATION = "education-facilitation-of-learning";
    private static final String EVIDENCE = "evidence-research-and-development";
    private static final String STRATEGY = "strategic-service-development";

    private final FrameworkDocument draft = Imports.published("001").document();

    static DocumentOutline outline(String number) {
        var reading = DocumentReader.read(PublishedFrameworks.bytes(number), "document");
        assertThat(reading).isInstanceOf(Reading.Outlined.class);
        return ((Reading.Outlined) reading).outline();
    }

    @Test
    void hasFiveLevelsWithTitlesAndNumbers() {
        assertThat(draft.levels())
                .extracting(LevelEntry::id)
                .containsExactly("level-5", "level-6", "level-7", "level-8", "level-9");
        assertThat(draft.levels())
                .extracting(LevelEntry::title)
                .containsExactly(
                        "Newly-qualified occupational therapist",
                        "Experienced practitioner",
                        "Senior practitioner",
                        "Consultant",
                        "Director of services");
        assertThat(draft.levels())
                .extracting(LevelEntry::careerFrameworkLevels)
                .containsExactly(List.of(5), List.of(6), List.of(7), List.of(8), List.of(9));
        assertThat(draft.levels())
                .extracting(level -> level.descriptor().size() + " + "
                        + level.jobDescription().size())
                .containsExactly("3 + 14", "3 + 13", "5 + 24", "8 + 7", "3 + 8");
    }

    @Test
    void keepsWhatALevelAddsLaterWithItsIntroduction() {
        var job = draft.levels().getFirst().jobDescription();

        assertThat(job.get(1)).endsWith("include:");
        assertThat(job.get(8)).contains("capacity").endsWith("support.");
        assertThat(job.get(9)).endsWith("can be added:");
        assertThat(draft.levels().get(2).jobDescription()).contains("Management", "Clinical");
    }

    @Test
    void hasEveryItemInItsLevelAndPillar() {
        var counts = new LinkedHashMap<String, Integer>();
        draft.statements()
                .forEach(statement -> counts.merge(statement.level() + " " + statement.group(), 1, Integer::sum));

        assertThat(counts)
                .containsExactlyEntriesOf(ordered(
                        Map.entry("level-5 " + PRACTICE, 29),
                        Map.entry("level-5 " + LEADERSHIP, 42),
                        Map.entry("level-5 " + EDUCATION, 25),
                        Map.entry("level-5 " + EVIDENCE, 25),
                        Map.entry("level-6 " + PRACTICE, 35),
                        Map.entry("level-6 " + LEADERSHIP, 34),
                        Map.entry("level-6 " + EDUCATION, 24),
                        Map.entry("level-6 " + EVIDENCE, 23),
                        Map.entry("level-7 " + PRACTICE, 44),
                        Map.entry("level-7 " + LEADERSHIP, 48),
                        Map.entry("level-7 " + EDUCATION, 35),
                        Map.entry("level-7 " + EVIDENCE, 34),
                        Map.entry("level-8 " + PRACTICE, 29),
                        Map.entry("level-8 " + LEADERSHIP, 39),
                        Map.entry("level-8 " + EDUCATION, 23),
                        Map.entry("level-8 " + EVIDENCE, 32),
                        Map.entry("level-8 " + STRATEGY, 21),
                        Map.entry("level-9 " + PRACTICE, 14),
                        Map.entry("level-9 " + LEADERSHIP, 29),
                        Map.entry("level-9 " + EDUCATION, 8),
                        Map.entry("level-9 " + EVIDENCE, 6)));
        assertThat(draft.statements()).hasSize(599);
        assertThat(draft.statements()).extracting(StatementEntry::id).doesNotHaveDuplicates();
    }

    @SafeVarargs
    private static Map<String, Integer> ordered(Map.Entry<String, Integer>... entries) {
        var map = new LinkedHashMap<String, Integer>();
        for (var entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }

    @Test
    void hasThePillarsWithTheirAspects() {
        assertThat(draft.groups())
                .extracting(GroupEntry::id)
                .containsExactly(PRACTICE, LEADERSHIP, EDUCATION, EVIDENCE, STRATEGY);
        assertThat(draft.groups()).extracting(group -> group.groups().size()).containsExactly(3, 3, 4, 4, 0);
        assertThat(draft.groups()).allMatch(group -> group.kind().equals("pillar"));
        assertThat(draft.groups().getFirst().groups())
                .allMatch(group -> group.kind().equals("aspect"));
    }

    /** 36 items, all in the narrow last column: read one by one, each is learning and none is an expectation. */
    @Test
    void isCertainOfAColumnOnlyWhereTheLinesProveIt() {
        var certain =
                draft.statements().stream().filter(StatementEntry::facetCertain).toList();

        assertThat(certain).hasSize(36);
        assertThat(certain)
                .allMatch(statement -> "educational-development".equals(statement.facet()))
                .allMatch(statement -> statement.kind() == StatementEntry.Kind.LEARNING);
        assertThat(certain)
                .extracting(statement ->
                        statement.source() == null ? 0 : statement.source().line())
                .contains(442, 460, 788, 902, 1113, 1456, 2214, 2472)
                .doesNotContain(437, 609, 784, 893, 1103, 1435, 2211, 2466);
    }

    @Test
    void givesNestedBulletsTheirLeadIn() {
        var nested = draft.statements().stream()
                .filter(statement -> statement.leadIn() != null)
                .toList();

        assertThat(nested).hasSize(18);
        assertThat(nested)
                .extracting(StatementEntry::leadIn)
                .containsOnly(
                        "Develops skills in:",
                        "Consolidates:",
                        "Ability to demonstrate knowledge of:",
                        "Accountable for:",
                        "Demonstrates expert skills in:");
    }

    @Test
    void saysWhereItemsWereToldApartWithoutABlankLine() {
        assertThat(draft.annotations())
                .filteredOn(annotation -> annotation.code().equals("uncertain-split"))
                .extracting(Annotation::source)
                .extracting(place -> place == null ? "" : place.line() + "–" + place.endLine())
                .containsExactly("1870–1909", "2178–2212", "2325–2363");
    }

    @Test
    void saysThatLevelsAddUpAndWhere() {
        assertThat(draft.progression()).isEqualTo(Progression.CUMULATIVE);
        assertThat(draft.progressionBasis())
                .startsWith("Each level of practice")
                .endsWith("repetition.");
        assertThat(draft.progressionSource()).isNotNull();
        assertThat(draft.progressionSource().line()).isEqualTo(76);
        assertThat(draft.progressionSource().endLine()).isEqualTo(77);
    }

    @Test
    void leavesOutRepeatedHeadersAndTheWordsOfTheFigure() {
        assertThat(draft.leftOut())
                .filteredOn(out -> out.reason().equals("repeated-heading"))
                .hasSize(22);
        assertThat(draft.leftOut())
                .filteredOn(out -> out.reason().equals("figure"))
                .hasSize(8)
                .allMatch(out -> out.line() >= 270 && out.endLine() <= 282);
    }

    @Test
    void isNotTakenInByOtherPublishedDocuments() {
        for (var number : List.of("000", "002", "003", "004")) {
            assertThat(new FlattenedPillarTables().recognise(outline(number)))
                    .as(number)
                    .isEmpty();
        }
    }
}
