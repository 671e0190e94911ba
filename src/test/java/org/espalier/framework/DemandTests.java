package org.espalier.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.espalier.ui.Messages;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class DemandTests {
    private static final ToIntFunction<Statement> ALIKE = statement -> 1;

    @Test
    void keepsTheMinimumOfEachLevelWhereLevelsAddUp() {
        var demand = Choices.orchard("cumulative").demandOf("two");

        assertThat(demand.choices()).extracting(Demand.Choice::minimum).containsExactly(2, 1);
        assertThat(demand.required()).extracting(Statement::key).containsExactly("a1", "a2");
        assertThat(demand.size()).isEqualTo(5);
    }

    @Test
    void asksForTheMinimumOfTheLevelAloneWhereLevelsRestate() {
        var demand = Choices.orchard("restated").demandOf("two");

        assertThat(demand.choices()).extracting(Demand.Choice::minimum).containsExactly(1);
        assertThat(demand.size()).isEqualTo(2);
    }

    @Test
    void asksForNoMoreThanALevelFurtherUpStillAsks() {
        var version = Choices.read("""
                format: espalier/1
                title: Orchard work
                progression: cumulative
                levels: [{id: one, minimumOptional: 2}, {id: two}]
                groups: [{id: trees, kind: pillar}, {id: shop, kind: pillar}]
                statements:
                  - {id: a, level: one, group: trees, text: Waters, optional: true}
                  - {id: b, level: one, group: shop, text: Sells, optional: true}
                  - {id: c, level: one, group: shop, text: Counts, optional: true}
                  - {id: d, level: two, group: trees, text: Prunes}
                """);

        assertThat(version.demandOf("one").minimum()).isEqualTo(2);
        assertThat(version.demandOf("two").choices()).singleElement().satisfies(choice -> {
            assertThat(choice.statements()).extracting(Statement::key).containsExactly("a");
            assertThat(choice.minimum()).isEqualTo(1);
        });
    }

    @Test
    void takesTheMinimumOfARoleFromTheRole() {
        var version = Choices.read("""
                format: espalier/1
                title: Cider maker
                role:
                  namedRole: Cider maker
                  minimumOptional: 1
                  sections:
                    - title: Core
                      layer: core
                      entries: [{competence: Presses}, {competence: Bottles, optional: true}, {competence: Sells, optional: true}]
                """);

        assertThat(version.demandOf(null).size()).isEqualTo(2);
        assertThat(version.demandOf(null).choices())
                .singleElement()
                .extracting(Demand.Choice::level)
                .isNull();
    }

    @Test
    void isAllThatIsExpectedWhereNothingIsOptional() {
        var version = Choices.read("""
                format: espalier/1
                title: Orchard work
                levels: [{id: one}]
                statements: [{id: a, level: one, text: Waters}]
                """);

        assertThat(version.hasChoice()).isFalse();
        assertThat(version.demandOf("one").counted(ALIKE))
                .isEqualTo(version.demandOf("one").expectations());
        assertThat(version.demandOf("nowhere").size()).isZero();
    }

    @Test
    void countsAlwaysAsManyAsItAsksForAndEverythingThatIsRequired() {
        var random = new Random(3);
        for (var n = 0; n < 500; n++) {
            var version = Choices.random(random);
            var distances = Choices.each(version, random, List.of(0, 1, 2, 3));
            ToIntFunction<Statement> distance = statement -> distances.getOrDefault(statement.id(), 9);
            for (var level : version.levels()) {
                var demand = version.demandOf(level.id());
                var counted = demand.counted(distance);

                assertThat(counted).hasSize(demand.size()).containsAll(demand.required());
                assertThat(counted).isSubsetOf(demand.expectations());
                for (var choice : demand.choices()) {
                    var furthest = choice.statements().stream()
                            .filter(counted::contains)
                            .mapToInt(distance)
                            .max()
                            .orElse(-1);
                    assertThat(choice.statements())
                            .filteredOn(statement -> !counted.contains(statement))
                            .allSatisfy(left ->
                                    assertThat(distance.applyAsInt(left)).isGreaterThanOrEqualTo(furthest));
                }
            }
        }
    }

    @Test
    void leavesAllOfAChoiceOpenUntilItsMinimumIsReached() {
        var demand = Choices.orchard("restated").demandOf("one");

        assertThat(open(demand)).containsExactly("a1", "b1", "b2", "b3");
        assertThat(open(demand, "b2")).containsExactly("a1", "b1", "b3");
        assertThat(open(demand, "b2", "b3")).containsExactly("a1");
        assertThat(open(demand, "a1")).containsExactly("b1", "b2", "b3");
    }

    private static List<String> open(Demand demand, String... done) {
        var keys = List.of(done);
        return demand
                .open(statement -> keys.contains(statement.key()) ? 0 : 1, statement -> keys.contains(statement.key()))
                .stream()
                .map(Statement::key)
                .toList();
    }

    @Test
    void readsAsOneSentence() {
        var words = words();

        assertThat(DemandSentence.of(Choices.orchard("restated").demandOf("one"), words))
                .isEqualTo("All 1, and at least 2 of 3 optional ones.");
        assertThat(DemandSentence.of(Choices.orchard("cumulative").demandOf("two"), words))
                .isEqualTo(
                        "All 2, and at least 2 of 3 optional ones of Row 1 and at least 1 of 2 optional ones of Row 2.");
        assertThat(DemandSentence.of(Demand.NOTHING, words)).isEmpty();
    }

    private static Messages words() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages/framework");
        source.setDefaultEncoding("UTF-8");
        return new Messages(source, Locale.UK);
    }
}
