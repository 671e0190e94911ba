package org.espalier.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.espalier.framework.LevelComparison.Added;
import org.espalier.framework.LevelComparison.AskedOtherwise;
import org.espalier.framework.LevelComparison.Change;
import org.espalier.framework.LevelComparison.CountsAtBoth;
import org.espalier.framework.LevelComparison.Group;
import org.espalier.framework.LevelComparison.Identical;
import org.espalier.framework.LevelComparison.Left;
import org.espalier.framework.LevelComparison.Reworded;
import org.espalier.framework.LevelComparison.Tally;
import org.espalier.framework.format.LevelEntry;
import org.espalier.testing.Beekeeping;
import org.junit.jupiter.api.Test;

class LevelComparisonsTests {
    private final LevelComparisons comparisons = new LevelComparisons();
    private final FrameworkVersion version = MadeUp.version(Beekeeping.framework("compared"));

    @Test
    void saysIdenticalRewordedNewAndLeftByGroup() {
        var comparison = compare("grade-1", "grade-2");

        var husbandry = comparison.groups().getFirst();
        assertThat(husbandry.group().id()).isEqualTo("husbandry");
        assertThat(husbandry.below()).extracting(below -> below.group().id()).containsExactly("feeding", "health");
        assertThat(husbandry.below().get(0).changes())
                .extracting(Change::getClass, LevelComparisonsTests::text)
                .containsExactly(
                        tuple(Reworded.class, "With supervision: Feeds a colony in autumn, with help"),
                        tuple(CountsAtBoth.class, "With supervision: Knows when nectar is scarce"));
        assertThat(husbandry.below().get(1).changes())
                .extracting(Change::getClass, LevelComparisonsTests::text)
                .containsExactly(
                        tuple(Identical.class, "Wears a veil near open hives"),
                        tuple(Added.class, "Looks after health: Treats mites"),
                        tuple(Added.class, "Attends a course on queens"));
        assertThat(comparison.ungrouped())
                .extracting(LevelComparisonsTests::text)
                .containsExactly("Is not allergic to stings");
        assertThat(comparison.statements()).isEqualTo(new Tally(1, 0, 1, 2, 1, 1));
    }

    @Test
    void showsAQualifierThatFallsAway() {
        var reworded = (Reworded) compare("grade-1", "grade-2")
                .groups()
                .getFirst()
                .below()
                .getFirst()
                .changes()
                .getFirst();

        assertThat(reworded.words().before()).startsWith("With supervision: ");
        assertThat(reworded.words().after()).isEqualTo("Feeds several colonies in autumn");
    }

    @Test
    void comparesWhatTheDocumentSaysAboutTheLevelsThemselves() {
        var comparison = compare("grade-1", "grade-2");

        assertThat(comparison.jobDescription())
                .extracting(Change::getClass, LevelComparisonsTests::text)
                .containsExactly(
                        tuple(Identical.class, "Carries frames and tools"), tuple(Added.class, "Plans the week"));
        assertThat(comparison.description().isEmpty()).isFalse();
    }

    @Test
    void takesTheOnlyStatementsOfAGroupForTheSameExpectationHoweverReworded() {
        var document = Beekeeping.framework("rows");
        var rows = MadeUp.version(document.withStatements(document.statements().stream()
                .filter(entry -> entry.id().equals("h1") || entry.id().equals("h3"))
                .toList()));

        var comparison = comparisons.compare(
                rows, rows.level("grade-1").orElseThrow(), rows.level("grade-2").orElseThrow());

        assertThat(comparison.statements()).isEqualTo(new Tally(0, 0, 1, 0, 0, 0));
    }

    @Test
    void saysIdenticalWhereALevelIsComparedWithItself() {
        assertThat(compare("grade-2", "grade-2").statements().isIdentical()).isTrue();
    }

    @Test
    void saysWhatCountsAtBothLevelsOnlyWhereLevelsBuildOnEachOther() {
        var restated = MadeUp.version(Beekeeping.restated("compared"));

        assertThat(comparisons
                        .compare(
                                restated,
                                restated.level("grade-1").orElseThrow(),
                                restated.level("grade-2").orElseThrow())
                        .statements())
                .isEqualTo(new Tally(1, 0, 1, 2, 2, 0));
        assertThat(compare("grade-2", "grade-1").statements()).isEqualTo(new Tally(1, 0, 1, 1, 2, 1));
    }

    @Test
    void takesAStrandAtOneLevelOnlyForThatLevelAlone() {
        assertThat(compare("grade-3", "grade-2").groups().getLast().changes())
                .extracting(Change::getClass)
                .containsExactly(Left.class);
    }

    @Test
    void leavesOutCellsThatSayNothing() {
        assertThat(compare("grade-1", "grade-2").groups())
                .extracting(group -> group.group().id())
                .containsExactly("husbandry");
    }

    /** Each stated text of either level is told of exactly once, in any direction. */
    @Test
    void losesNoStatement() {
        for (var from : version.levels()) {
            for (var to : version.levels()) {
                var told = new ArrayList<String>();
                var comparison = comparisons.compare(version, from, to);
                changes(comparison).forEach(change -> {
                    switch (change) {
                        case Identical it -> told.addAll(List.of("b" + plain(it.before()), "a" + plain(it.after())));
                        case AskedOtherwise it ->
                            told.addAll(List.of("b" + plain(it.before()), "a" + plain(it.after())));
                        case Reworded it -> told.addAll(List.of("b" + plain(it.before()), "a" + plain(it.after())));
                        case Added it -> told.add("a" + plain(it.after()));
                        case Left it -> told.add("b" + plain(it.before()));
                        case CountsAtBoth it -> told.add((stands(it, from) ? "b" : "a") + plain(it.item()));
                    }
                });
                var stated = new ArrayList<String>();
                version.statements().stream()
                        .filter(statement -> !statement.text().isEmpty())
                        .forEach(statement -> {
                            if (from.id().equals(statement.level())) {
                                stated.add("b" + statement.text());
                            }
                            if (to.id().equals(statement.level())) {
                                stated.add("a" + statement.text());
                            }
                        });
                assertThat(told).containsExactlyInAnyOrderElementsOf(stated);
            }
        }
    }

    @Test
    void tellsWhatIsOptionalAtOneLevelOnly() {
        var levels = Choices.read("""
                format: espalier/1
                title: Orchard work
                levels: [{id: one}, {id: two}]
                groups: [{id: trees, kind: pillar}]
                statements:
                  - {id: a, level: one, group: trees, text: Grafts new varieties, optional: true}
                  - {id: b, level: two, group: trees, text: Grafts new varieties}
                """);

        var comparison = comparisons.compare(
                levels, levels.levels().getFirst(), levels.levels().getLast());

        assertThat(changes(comparison)).singleElement().isInstanceOf(AskedOtherwise.class);
        assertThat(comparison.statements().isIdentical()).isFalse();
    }

    @Test
    void remembersAComparison() {
        assertThat(compare("grade-1", "grade-2")).isSameAs(compare("grade-1", "grade-2"));
        assertThat(new HashSet<>(List.of(compare("grade-1", "grade-2"), compare("grade-2", "grade-1"))))
                .hasSize(2);
    }

    private LevelComparison compare(String from, String to) {
        return comparisons.compare(
                version, version.level(from).orElseThrow(), version.level(to).orElseThrow());
    }

    private static List<Change> changes(LevelComparison comparison) {
        var changes = new ArrayList<>(comparison.ungrouped());
        comparison.groups().forEach(group -> collect(group, changes));
        return changes;
    }

    private static void collect(Group group, List<Change> changes) {
        changes.addAll(group.changes());
        group.below().forEach(below -> collect(below, changes));
    }

    private static boolean stands(CountsAtBoth change, LevelEntry level) {
        var statement = change.item().statement();
        return statement != null && level.id().equals(statement.level());
    }

    private static String plain(LevelComparison.Item item) {
        var statement = item.statement();
        return statement == null ? item.text() : statement.text();
    }

    private static String text(Change change) {
        return switch (change) {
            case Identical it -> it.before().text();
            case AskedOtherwise it -> it.before().text();
            case Reworded it -> it.before().text();
            case Added it -> it.after().text();
            case Left it -> it.before().text();
            case CountsAtBoth it -> it.item().text();
        };
    }
}
