package org.espalier.pathway.closest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.pathway.closest.Trades.id;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.espalier.assessment.Standing;
import org.espalier.framework.Choices;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.StatementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTests {
    private static final long SEED = 20261121;

    @Test
    void putsWhatIsSignedOffBeforeThePersonsOwnWord() {
        var layout = Trades.layout(
                Trades.framework(1, "restated", 1, 10),
                Trades.framework(2, "restated", 1, 10),
                Trades.framework(3, "restated", 1, 10));
        var known = new HashMap<StatementId, Standing>();
        for (var n = 0; n < 9; n++) {
            known.put(id(1, n), Standing.SELF_ASSESSED);
        }
        known.put(id(2, 0), Standing.VERIFIED);
        known.put(id(3, 0), Standing.PARTLY);

        assertThat(titles(layout.ranked(known, Criterion.SIGNED_OFF_FIRST)))
                .containsExactly("Trade 2", "Trade 1", "Trade 3");
        assertThat(titles(layout.ranked(known, Criterion.ALL_TOGETHER)))
                .containsExactly("Trade 1", "Trade 2", "Trade 3");
    }

    @Test
    void countsOfWhatIsOptionalAsManyAsAreAsked() {
        var version = Choices.orchard("restated");
        var layout = Trades.layout(version);
        var known = Map.of(key(version, "b2"), Standing.VERIFIED, key(version, "b3"), Standing.NOT_YET);

        var one = layout.ranked(known, Criterion.SIGNED_OFF_FIRST).getFirst();

        assertThat(one.destination().name()).isEqualTo("Row 1");
        assertThat(one.asked()).isEqualTo(3);
        assertThat(one.verified()).isEqualTo(1);
        assertThat(one.open()).isEqualTo(2);
        assertThat(one.tally().gaps()).isZero();
    }

    @Test
    void agreesWithTheDemandWhateverIsKnown() {
        var random = new Random(SEED);
        for (var n = 0; n < 200; n++) {
            var version = Choices.random(random);
            var known = Choices.each(version, random, List.of(Standing.values()));

            assertThat(Trades.layout(version).ranked(known, Criterion.SIGNED_OFF_FIRST))
                    .allSatisfy(one -> {
                        var counted = one.destination().demand().counted(statement -> known.getOrDefault(
                                        statement.id(), Standing.UNKNOWN)
                                .distance());
                        for (var standing : Standing.values()) {
                            assertThat(one.tally().count(standing)).isEqualTo((int) counted.stream()
                                    .filter(statement -> known.get(statement.id()) == standing)
                                    .count());
                        }
                    });
        }
    }

    private static StatementId key(FrameworkVersion version, String key) {
        return version.statement(key).orElseThrow().id();
    }

    @Test
    void addsLevelsUpOnlyWhereTheVersionDoes() {
        var layout = Trades.layout(Trades.framework(1, "cumulative", 3, 2), Trades.framework(2, "restated", 3, 2));

        var asked = new HashMap<String, Integer>();
        layout.ranked(Map.of(), Criterion.SIGNED_OFF_FIRST)
                .forEach(one -> asked.put(
                        one.destination().version().title() + " "
                                + one.destination().name(),
                        one.asked()));

        assertThat(asked)
                .isEqualTo(Map.of(
                        "Trade 1 Step 1", 2,
                        "Trade 1 Step 2", 4,
                        "Trade 1 Step 3", 6,
                        "Trade 2 Step 1", 2,
                        "Trade 2 Step 2", 2,
                        "Trade 2 Step 3", 2));
    }

    @Test
    void keepsUnknownApartFromNotYetAndLeavesOutWhatDoesNotApply() {
        var layout = Trades.layout(Trades.framework(1, "restated", 1, 4));

        var one = layout.ranked(
                        Map.of(
                                id(1, 0), Standing.NOT_YET,
                                id(1, 1), Standing.NOT_APPLICABLE,
                                id(1, 2), Standing.VERIFIED),
                        Criterion.SIGNED_OFF_FIRST)
                .getFirst();

        assertThat(one.tally().unanswered()).isEqualTo(1);
        assertThat(one.tally().gaps()).isEqualTo(1);
        assertThat(one.asked()).isEqualTo(3);
        assertThat(one.open()).isEqualTo(2);
    }

    @Test
    void showsTheSameNationalStandardApartAndNeverAsMet() {
        var layout = Trades.layout(Trades.role(1, "CFAM&LAA1", "SCDHSC0031"), Trades.role(2, "cfam&laa 1", "SFHGEN63"));

        var ranked = layout.ranked(Map.of(id(1, 0), Standing.VERIFIED), Criterion.SIGNED_OFF_FIRST);

        assertThat(ranked.get(0).destination().name()).isEqualTo("Role 1");
        assertThat(ranked.get(0).recognisable()).isZero();
        assertThat(ranked.get(1).recognisable()).isEqualTo(1);
        assertThat(ranked.get(1).verified()).isZero();
        assertThat(ranked.get(1).tally().met()).isZero();
    }

    @Test
    void showsWhatWasTakenFromTheSameStatementApart() {
        var trade = Trades.framework(1, "restated", 1, 3);
        var layout = Trades.layout(trade, Trades.roleFrom(2, trade), Trades.roleFrom(3, trade));

        var signedOffThere = recognisable(layout, id(1, 0));
        var signedOffElsewhere = recognisable(layout, id(1, 1));
        var signedOffInARole = recognisable(layout, id(2, 0));

        assertThat(signedOffThere).isEqualTo(Map.of("Step 1", 0, "Role 2", 1, "Role 3", 1));
        assertThat(signedOffElsewhere).isEqualTo(Map.of("Step 1", 0, "Role 2", 0, "Role 3", 0));
        assertThat(signedOffInARole).isEqualTo(Map.of("Step 1", 1, "Role 2", 0, "Role 3", 1));
    }

    private static Map<String, Integer> recognisable(Layout layout, StatementId signedOff) {
        var recognisable = new HashMap<String, Integer>();
        layout.ranked(Map.of(signedOff, Standing.VERIFIED), Criterion.SIGNED_OFF_FIRST)
                .forEach(one -> recognisable.put(one.destination().name(), one.recognisable()));
        return recognisable;
    }

    @Test
    void recognisesNothingFromAPersonsOwnWord() {
        var layout = Trades.layout(Trades.role(1, "SFHGEN63"), Trades.role(2, "SFHGEN63"));

        var ranked = layout.ranked(Map.of(id(1, 0), Standing.SELF_ASSESSED), Criterion.SIGNED_OFF_FIRST);

        assertThat(ranked).allMatch(one -> one.recognisable() == 0);
    }

    @Test
    void saysWhatDecidedBetweenNeighbours() {
        var layout = Trades.layout(
                Trades.framework(1, "restated", 1, 4),
                Trades.framework(2, "restated", 1, 4),
                Trades.framework(3, "restated", 1, 4),
                Trades.framework(4, "restated", 1, 5));
        var ranked = layout.ranked(
                Map.of(id(2, 0), Standing.VERIFIED, id(3, 0), Standing.SELF_ASSESSED), Criterion.SIGNED_OFF_FIRST);

        assertThat(titles(ranked)).containsExactly("Trade 2", "Trade 3", "Trade 1", "Trade 4");
        assertThat(deciding(ranked))
                .containsExactly(Criterion.SIGNED_OFF, Criterion.SELF_ASSESSED, Criterion.LESS_TO_DO);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void neverLowersTheShareOfARoleWhenSomethingIsSignedOff(int run) {
        var random = new Random(SEED + run);
        var versions = versions(random);
        var layout = Trades.layout(versions);
        var known = known(random, versions);
        var all = new ArrayList<>(known(new Random(SEED - run), versions).keySet());
        var signed = all.get(random.nextInt(all.size()));

        var before = byDestination(layout.ranked(known, Criterion.SIGNED_OFF_FIRST));
        known.put(signed, Standing.VERIFIED);
        var after = byDestination(layout.ranked(known, Criterion.SIGNED_OFF_FIRST));

        before.forEach((destination, then) -> {
            var now = after.get(destination);
            assertThat(share(now.verified(), now.asked())).isGreaterThanOrEqualTo(share(then.verified(), then.asked()));
            assertThat(share(now.tally().met(), now.asked()))
                    .isGreaterThanOrEqualTo(share(then.tally().met(), then.asked()));
            assertThat(now.recognisable()).isGreaterThanOrEqualTo(then.recognisable() - 1);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void ordersEverythingTheSameHoweverItComesIn(int run) {
        var random = new Random(SEED + run);
        var versions = versions(random);
        var known = known(random, versions);
        var shuffled = new ArrayList<>(List.of(versions));
        Collections.shuffle(shuffled, random);

        for (var criteria : List.of(Criterion.SIGNED_OFF_FIRST, Criterion.ALL_TOGETHER)) {
            var ranked = Trades.layout(versions).ranked(known, criteria);
            var again = Trades.layout(shuffled.toArray(FrameworkVersion[]::new)).ranked(known, criteria);

            assertThat(again.stream().map(Closeness::destination).toList())
                    .isEqualTo(ranked.stream().map(Closeness::destination).toList());
            var order = Criterion.inTurn(criteria);
            for (var one = 0; one < ranked.size(); one++) {
                for (var other = one + 1; other < ranked.size(); other++) {
                    assertThat(order.compare(ranked.get(one), ranked.get(other)))
                            .isNegative();
                    assertThat(order.compare(ranked.get(other), ranked.get(one)))
                            .isPositive();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void countsAsMuchOfADestinationAsItAsks(int run) {
        var random = new Random(SEED + run);
        var versions = versions(random);
        var known = known(random, versions);

        for (var one : Trades.layout(versions).ranked(known, Criterion.SIGNED_OFF_FIRST)) {
            var expectations = one.destination().expectations();
            assertThat(one.tally().total()).isEqualTo(expectations.size());
            for (var standing : Standing.values()) {
                assertThat(one.tally().count(standing)).isEqualTo((int) expectations.stream()
                        .filter(statement -> known.getOrDefault(statement.id(), Standing.UNKNOWN) == standing)
                        .count());
            }
        }
    }

    private static FrameworkVersion[] versions(Random random) {
        var versions = new ArrayList<FrameworkVersion>();
        for (var number = 1; number <= 8; number++) {
            versions.add(
                    switch (random.nextInt(3)) {
                        case 0 -> Trades.framework(number, "restated", 1 + random.nextInt(4), 1 + random.nextInt(5));
                        case 1 -> Trades.framework(number, "cumulative", 1 + random.nextInt(4), 1 + random.nextInt(5));
                        default -> Trades.role(number, "A" + random.nextInt(3), "B" + random.nextInt(3), "C");
                    });
        }
        return versions.toArray(FrameworkVersion[]::new);
    }

    private static Map<StatementId, Standing> known(Random random, FrameworkVersion... versions) {
        var known = new HashMap<StatementId, Standing>();
        for (var version : versions) {
            for (var statement : version.statements()) {
                if (known.isEmpty() || random.nextInt(3) > 0) {
                    known.put(statement.id(), Standing.values()[random.nextInt(Standing.values().length)]);
                }
            }
        }
        return known;
    }

    private static Map<Destination, Closeness> byDestination(List<Closeness> ranked) {
        var byDestination = new HashMap<Destination, Closeness>();
        ranked.forEach(one -> byDestination.put(one.destination(), one));
        assertThat(new HashSet<>(byDestination.keySet())).hasSameSizeAs(ranked);
        return byDestination;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static List<String> titles(List<Closeness> ranked) {
        return ranked.stream().map(one -> one.destination().version().title()).toList();
    }

    private static List<Criterion> deciding(List<Closeness> ranked) {
        var deciding = new ArrayList<Criterion>();
        for (var n = 1; n < ranked.size(); n++) {
            deciding.add(Criterion.deciding(Criterion.SIGNED_OFF_FIRST, ranked.get(n - 1), ranked.get(n)));
        }
        return deciding;
    }
}
