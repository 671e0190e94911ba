package org.espalier.learning.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.espalier.development.MadeUpVersion;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.format.StatementEntry;
import org.espalier.learning.coverage.CoverageMap.Cell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoverageMapTests {
    private static final FrameworkVersion GARDEN = new MadeUpVersion()
            .level("low")
            .level("high")
            .group("soil", "digging", "feeding")
            .group("tools")
            .expectation("low", "digging", "d1")
            .expectation("low", "digging", "d2")
            .expectation("high", "digging", "d3")
            .expectation("low", "feeding", "f1")
            .expectation("high", "tools", "t1")
            .statement("high", "tools", "x1", StatementEntry.Kind.LEARNING, StatementEntry.State.STATED)
            .statement("low", "tools", "b1", StatementEntry.Kind.EXPECTATION, StatementEntry.State.BLANK)
            .published();

    private record Said(
            long provider,
            long offer,
            @Nullable String statement,
            @Nullable String group,
            @Nullable String level,
            CoverageKind kind,
            boolean questioned) {}

    @Test
    void hasACellWhereSomethingIsExpectedAndNowhereElse() {
        var map = map();

        assertThat(map.parts()).extracting(CoverageMap.Part::id).containsExactly("soil", "tools");
        assertThat(map.rows())
                .extracting(row -> row.cells().size())
                .as("digging at both levels, feeding at the low one, tools at the high one")
                .containsExactly(2, 1, 1);
        assertThat(map.tally()).containsOnlyKeys(Coverage.NOTHING);
    }

    @Test
    void reachesTheGroupsInAGroupAtEveryLevelOrAtOne() {
        var everywhere = map(new Said(1, 10, null, "soil", null, CoverageKind.TEACHES, false));
        var low = map(new Said(1, 10, null, "digging", "low", CoverageKind.SUPPORTS, false));

        assertThat(states(everywhere))
                .containsExactly(Coverage.TAUGHT, Coverage.TAUGHT, Coverage.TAUGHT, Coverage.NOTHING);
        assertThat(states(low))
                .containsExactly(Coverage.SUPPORTED, Coverage.NOTHING, Coverage.NOTHING, Coverage.NOTHING);
    }

    @Test
    void countsTheStatementsThatAreReached() {
        var cell = cells(map(new Said(1, 10, "d2", null, null, CoverageKind.TEACHES, false)))
                .getFirst();

        assertThat(cell.statements()).isEqualTo(2);
        assertThat(cell.reached()).isEqualTo(1);
        assertThat(cell.offers()).isEqualTo(1);
    }

    @Test
    void tellsTrainingFromPolicyFromNothing() {
        var map = map(
                new Said(1, 0, null, "digging", null, CoverageKind.STATES_POLICY, false),
                new Said(1, 0, null, "feeding", null, CoverageKind.STATES, false),
                new Said(2, 20, null, "feeding", "low", CoverageKind.ASSESSES, false),
                new Said(1, 0, null, "tools", null, CoverageKind.NOT_APPLICABLE, false));

        assertThat(states(map))
                .containsExactly(Coverage.POLICY, Coverage.POLICY, Coverage.ASSESSED, Coverage.NOT_APPLICABLE);
        assertThat(cells(map)).extracting(Cell::offers).containsExactly(0, 0, 1, 0);
        assertThat(cells(map)).extracting(Cell::providers).containsExactly(1, 1, 2, 0);
        assertThat(cells(map)).extracting(Cell::reached).containsOnly(0);
    }

    @Test
    void tellsThatAClaimWasQuestionedAndDoesNotCountIt() {
        var cell = cells(map(new Said(1, 10, null, "tools", null, CoverageKind.TEACHES, true)))
                .getLast();

        assertThat(cell.questioned()).isTrue();
        assertThat(cell.coverage()).isEqualTo(Coverage.NOTHING);
    }

    @Test
    void doesNotDependOnTheOrderOfTheClaims() {
        var random = new Random(4);
        var said = new ArrayList<Said>();
        var groups = List.of("soil", "digging", "feeding", "tools", "nowhere");
        for (var n = 0; n < 60; n++) {
            var kind = CoverageKind.values()[random.nextInt(6)];
            var level = random.nextBoolean() ? null : random.nextBoolean() ? "low" : "high";
            said.add(new Said(
                    random.nextInt(3),
                    random.nextInt(9),
                    null,
                    groups.get(random.nextInt(5)),
                    level,
                    kind,
                    random.nextInt(9) == 0));
        }
        var map = map(said.toArray(Said[]::new));

        for (var n = 0; n < 20; n++) {
            Collections.shuffle(said, random);
            assertThat(map(said.toArray(Said[]::new))).isEqualTo(map);
        }
    }

    private static CoverageMap map(Said... claims) {
        return CoverageMap.of(GARDEN, map -> {
            for (var said : claims) {
                var statement = said.statement() == null
                        ? 0
                        : GARDEN.statement(said.statement())
                                .map(Statement::id)
                                .orElseThrow()
                                .value();
                map.claim(
                        said.provider(),
                        said.offer(),
                        statement,
                        said.group(),
                        said.level(),
                        said.kind(),
                        said.questioned());
            }
        });
    }

    private static List<Cell> cells(CoverageMap map) {
        return map.rows().stream().flatMap(row -> row.cells().stream()).toList();
    }

    private static List<Coverage> states(CoverageMap map) {
        return cells(map).stream().map(Cell::coverage).toList();
    }
}
