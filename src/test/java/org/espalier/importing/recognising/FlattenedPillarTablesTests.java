package org.espalier.importing.recognising;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.StatementEntry;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.reading.DocumentReader;
import org.espalier.importing.reading.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class FlattenedPillarTablesTests {

    private static final int SEEDS = 300;

    @Test
    void findsEveryItemOnceInItsLevelAndPillarWhateverTheWordsCountsAndMarks() {
        for (var seed = 0; seed < SEEDS / 4; seed++) {
            var made = MadeUpPillars.of(seed, 0.1);
            var draft = draft(made.flattened(made.print()));

            assertThat(draft.levels()).as("seed %d", seed).hasSize(made.numbers.size());
            assertThat(draft.facets()).as("seed %d", seed).extracting("title").isEqualTo(made.columns);
            assertThat(draft.groups()).extracting(GroupEntry::title).containsExactlyInAnyOrderElementsOf(made.pillars);
            assertThat(placed(draft)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected(made));
        }
    }

    @Test
    void isNeverCertainOfAColumnAndWrong(TestReporter reporter) {
        var all = 0;
        var certain = 0;
        var right = 0;
        for (var seed = 0; seed < SEEDS; seed++) {
            var made = MadeUpPillars.of(seed, seed % 4 * 0.1);
            var draft = draft(made.flattened(made.print()));
            for (var statement : draft.statements()) {
                var truth = Objects.requireNonNull(
                        made.truth.get(statement.text()), () -> "no item reads: " + statement.text());
                var column = made.columns.indexOf(title(draft, statement));
                all++;
                certain += statement.facetCertain() ? 1 : 0;
                right += column == truth.column() ? 1 : 0;
                if (statement.facetCertain()) {
                    assertThat(column).as("seed %d: %s", seed, statement.text()).isEqualTo(truth.column());
                }
            }
        }
        reporter.publishEntry("of " + all + " items: " + certain + " certain, " + right + " right");
        assertThat(certain).isGreaterThan(all / 12);
        assertThat(right).isGreaterThan(all / 2);
    }

    private static String title(FrameworkDocument draft, StatementEntry statement) {
        return draft.facets().stream()
                .filter(facet -> facet.id().equals(statement.facet()))
                .findFirst()
                .orElseThrow()
                .title();
    }

    private static List<String> expected(MadeUpPillars made) {
        return made.truth.entrySet().stream()
                .map(item -> item.getValue().level() + " | " + item.getValue().pillar() + " | " + item.getKey())
                .toList();
    }

    private static List<String> placed(FrameworkDocument draft) {
        Map<String, GroupEntry> groups =
                draft.groups().stream().collect(Collectors.toMap(GroupEntry::id, Function.identity()));
        var ids = draft.levels().stream().map(level -> level.id()).toList();
        var placed = new ArrayList<String>();
        for (var statement : draft.statements()) {
            placed.add(ids.indexOf(statement.level()) + " | "
                    + Objects.requireNonNull(groups.get(statement.group())).title() + " | " + statement.text());
        }
        return placed;
    }

    @Test
    void readsRealTablesToTheSameDraftWithEveryColumnCertain() {
        for (var seed = 0; seed < 40; seed++) {
            var made = MadeUpPillars.of(seed, 0.1);
            var draft = draft(made.html());

            assertThat(placed(draft)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected(made));
            assertThat(draft.statements()).allMatch(StatementEntry::facetCertain);
            for (var statement : draft.statements()) {
                var truth = Objects.requireNonNull(made.truth.get(statement.text()));
                assertThat(title(draft, statement)).isEqualTo(made.columns.get(truth.column()));
                assertThat(statement.leadIn() != null).isEqualTo(truth.nested());
            }
            var flattened = draft(made.flattened(made.print()));
            assertThat(levels(draft)).isEqualTo(levels(flattened));
            assertThat(groups(draft.groups())).isEqualTo(groups(flattened.groups()));
            assertThat(draft.progressionBasis()).isEqualTo(flattened.progressionBasis());
        }
    }

    private static List<String> levels(FrameworkDocument draft) {
        return draft.levels().stream()
                .map(level -> level.id()
                        + level.code()
                        + level.title()
                        + level.descriptor()
                        + level.jobDescription()
                        + level.careerFrameworkLevels())
                .toList();
    }

    private static String groups(List<GroupEntry> groups) {
        return groups.stream()
                .map(group -> group.id() + group.kind() + group.title() + groups(group.groups()))
                .collect(Collectors.joining("; "));
    }

    @Test
    void readsWhatALevelSaysOfItself() {
        var made = MadeUpPillars.of(7, 0);
        var draft = draft(made.flattened(made.print()));

        var level = draft.levels().get(1);
        assertThat(level.code()).isEqualTo(made.code(1));
        assertThat(level.title()).isEqualTo(MadeUpPillars.title(1));
        assertThat(level.descriptor()).containsExactly(made.descriptor(1));
        assertThat(level.jobDescription())
                .startsWith("The post will include:", "turning over bed number 1")
                .hasSize(4);
        assertThat(draft.progression()).isEqualTo(Progression.CUMULATIVE);
        assertThat(draft.progressionBasis()).isEqualTo("Each level adds to the one before it.");
    }

    @Test
    void takesCareerFrameworkLevelsOnlyFromAHeadingThatNamesTheCareerFramework() {
        for (var seed = 0; seed < 40; seed++) {
            var made = MadeUpPillars.of(seed, 0);
            var draft = draft(made.flattened(made.print()));

            var stated = made.levelWord.toLowerCase(Locale.ROOT).contains("career framework");
            assertThat(draft.levels().getFirst().careerFrameworkLevels())
                    .isEqualTo(stated ? List.of(made.numbers.getFirst()) : List.of());
        }
    }

    @Test
    void marksLearningOnlyWhereTheColumnIsCertain() {
        for (var seed = 0; seed < 60; seed++) {
            var made = MadeUpPillars.of(seed, 0);
            for (var statement : draft(made.flattened(made.print())).statements()) {
                if (statement.kind() == StatementEntry.Kind.LEARNING) {
                    assertThat(statement.facetCertain()).isTrue();
                    assertThat(statement.facet()).containsAnyOf("training", "learning");
                }
            }
        }
    }

    @Test
    void givesTheSameIdsEveryTime() {
        var made = MadeUpPillars.of(3, 0);
        var text = made.flattened(made.print());

        var ids = draft(text).statements().stream().map(StatementEntry::id).toList();

        assertThat(draft(text).statements()).extracting(StatementEntry::id).isEqualTo(ids);
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+-\\d+"));
    }

    @Test
    void leavesOtherDocumentsAlone() {
        assertThat(new FlattenedPillarTables()
                        .recognise(outline("A letter\n\nDear all,\n\nLevel 5\n\n• one\n\nLevel 6\n\n• two\n")))
                .isEmpty();
    }

    static FrameworkDocument draft(String text) {
        return new FlattenedPillarTables()
                .recognise(outline(text))
                .orElseThrow()
                .draft();
    }

    static DocumentOutline outline(String text) {
        return switch (DocumentReader.read(text.getBytes(UTF_8), "made-up")) {
            case Reading.Outlined(var outline) -> outline;
            case Reading.Ready ready -> throw new AssertionError(ready);
            case Reading.Refused refused -> throw new AssertionError(refused);
        };
    }
}
