package org.espalier.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.espalier.assessment.Claim;
import org.espalier.assessment.Claim.SelfRating;
import org.espalier.assessment.Claim.SignOff;
import org.espalier.assessment.Rating;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Standings;
import org.espalier.development.GapAnalysis.PillarGap;
import org.espalier.framework.Choices;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.format.FrameworkDocument.Progression;
import org.espalier.framework.format.StatementEntry.Kind;
import org.espalier.framework.format.StatementEntry.State;
import org.junit.jupiter.api.Test;

class GapAnalysisTests {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void asksForTheTargetLevelAloneWhereLevelsRestate() {
        var version = ladder(Progression.RESTATED);

        assertThat(keys(gap(version, "second", Map.of()).target())).containsExactly("dig-2", "plant-2");
    }

    @Test
    void asksForTheLevelsBelowTooWhereLevelsAddUp() {
        var version = ladder(Progression.CUMULATIVE);

        assertThat(keys(gap(version, "second", Map.of()).target()))
                .containsExactly("dig-1", "dig-2", "plant-1", "plant-2");
    }

    @Test
    void treatsAnUnstatedProgressionAsRestated() {
        var version = ladder(Progression.UNSTATED);

        assertThat(keys(gap(version, "second", Map.of()).target())).containsExactly("dig-2", "plant-2");
    }

    @Test
    void findsNoGapInAPillarThatExistsAtAnotherLevelOnly() {
        var version = ladder(Progression.CUMULATIVE);

        var top = gap(version, "third", Map.of());
        var exhibiting = top.pillars().getLast();

        assertThat(exhibiting.pillar().id()).isEqualTo("exhibiting");
        assertThat(exhibiting.tally().total()).isZero();
        assertThat(top.askedPillars()).extracting(gap -> gap.pillar().id()).containsExactly("digging", "planting");
        assertThat(gap(version, "second-and-a-half", Map.of()).askedPillars())
                .extracting(gap -> gap.pillar().id())
                .contains("exhibiting");
    }

    @Test
    void countsOfWhatIsOptionalAsManyAsAreAskedAndThoseNearestToBeingMet() {
        var version = Choices.orchard("restated");
        var gap = gap(version, "one", Map.of("b1", Rating.NOT_YET, "b2", Rating.PARTLY, "b3", Rating.MET));

        assertThat(gap.tally().total()).isEqualTo(3);
        assertThat(gap.tally().met()).isEqualTo(1);
        assertThat(gap.tally().gaps()).isEqualTo(1);
        assertThat(gap.expectations(Standing::isGap)).extracting(Statement::key).containsExactly("b2");
        assertThat(gap.everything().total()).isEqualTo(4);
    }

    @Test
    void countsExactlyWhatIsAskedWhateverPeopleSay() {
        var random = new Random(11);
        for (var n = 0; n < 300; n++) {
            var version = Choices.random(random);
            var claims = Choices.each(
                    version,
                    random,
                    Stream.of(Rating.values())
                            .map(rating -> List.<Claim>of(new SelfRating(1, NOW, rating)))
                            .toList());
            for (var level : version.levels()) {
                var target = Target.ofLevel(version, level.id()).orElseThrow();
                var gap = GapAnalysis.of(target, new Standings(claims, NOW));

                assertThat(gap.tally().total()).isEqualTo(target.demand().size());
                assertThat(gap.pillars()).flatExtracting(PillarGap::rungs).allSatisfy(rung -> assertThat(
                                rung.tally().total())
                        .isLessThanOrEqualTo(rung.rung().statements().size()));
            }
        }
    }

    @Test
    void keepsTheUnansweredApartFromTheUnmet() {
        var version = ladder(Progression.CUMULATIVE);

        var gap = gap(
                version,
                "second",
                Map.of("dig-1", Rating.MET, "dig-2", Rating.NOT_YET, "plant-1", Rating.NOT_APPLICABLE));

        assertThat(gap.tally().total()).isEqualTo(4);
        assertThat(gap.tally().met()).isEqualTo(1);
        assertThat(gap.tally().gaps()).isEqualTo(1);
        assertThat(gap.tally().count(Standing.NOT_APPLICABLE)).isEqualTo(1);
        assertThat(gap.tally().unanswered()).isEqualTo(1);
        assertThat(gap.expectations(Standing::isGap)).extracting(Statement::key).containsExactly("dig-2");
        assertThat(gap.expectations(standing -> standing == Standing.UNKNOWN))
                .extracting(Statement::key)
                .containsExactly("plant-2");
    }

    @Test
    void keepsThePersonsWordApartFromAnAssessors() {
        var version = ladder(Progression.RESTATED);
        var claims = Map.of(
                id(version, "dig-2"), List.<Claim>of(new SelfRating(1, NOW, Rating.MET)),
                id(version, "plant-2"), List.<Claim>of(new SignOff(2, NOW, null)));

        var gap = GapAnalysis.of(target(version, "second"), new Standings(claims, NOW));

        assertThat(gap.tally().count(Standing.SELF_ASSESSED)).isEqualTo(1);
        assertThat(gap.tally().count(Standing.VERIFIED)).isEqualTo(1);
        assertThat(gap.tally().met()).isEqualTo(2);
    }

    @Test
    void countsEachPillarByItselfAndNeverAveragesThem() {
        var gap = gap(ladder(Progression.CUMULATIVE), "second", Map.of("dig-1", Rating.MET, "dig-2", Rating.MET));

        assertThat(pillar(gap, "digging").tally().met()).isEqualTo(2);
        assertThat(pillar(gap, "planting").tally().met()).isZero();
        assertThat(pillar(gap, "planting").tally().unanswered()).isEqualTo(2);
    }

    @Test
    void showsTheProfileAboveTheTargetToo() {
        var gap = gap(ladder(Progression.RESTATED), "first", Map.of("dig-3", Rating.MET));

        var rungs = pillar(gap, "digging").rungs();

        assertThat(rungs)
                .extracting(rung -> rung.rung().level().id())
                .containsExactly("first", "second", "second-and-a-half", "third");
        assertThat(rungs.getLast().tally().met()).isEqualTo(1);
        assertThat(rungs.getLast().rung().asked()).isFalse();
        assertThat(gap.tally().met()).isZero();
    }

    @Test
    void suggestsLearningAndShowsEntryCriteriaWithoutCountingThem() {
        var gap = gap(ladder(Progression.RESTATED), "second", Map.of());

        assertThat(gap.target().learning()).extracting(Statement::key).containsExactly("read-a-book");
        assertThat(gap.target().requirements()).extracting(Statement::key).containsExactly("own-a-spade");
        assertThat(gap.tally().total()).isEqualTo(2);
    }

    @Test
    void leavesBlankAndNotApplicableCellsOut() {
        var version = new MadeUpVersion()
                .level("first")
                .group("digging")
                .expectation("first", "digging", "dig-1")
                .statement("first", "digging", "blank", Kind.EXPECTATION, State.BLANK)
                .statement("first", "digging", "dash", Kind.EXPECTATION, State.NOT_APPLICABLE)
                .published();

        assertThat(keys(target(version, "first"))).containsExactly("dig-1");
    }

    @Test
    void measuresAgainstARoleByItsUnlevelledExpectations() {
        var version = new MadeUpVersion()
                .group("core", "growing", "selling")
                .expectation(null, "growing", "sow")
                .expectation(null, "selling", "price")
                .expectation(null, null, "greet")
                .published();

        var target = Target.ofRole(version).orElseThrow();
        var gap = GapAnalysis.of(target, new Standings(Map.of(), NOW));

        assertThat(gap.tally().unanswered()).isEqualTo(3);
        assertThat(target.pillars()).extracting(Target.Pillar::id).containsExactly("core", Target.UNGROUPED);
        assertThat(target.pillars().getFirst().rungs().getFirst().sections())
                .extracting(section -> section.group().id())
                .containsExactly("growing", "selling");
    }

    @Test
    void isNoRoleWhereEveryExpectationHasALevel() {
        assertThat(Target.ofRole(ladder(Progression.RESTATED))).isEmpty();
        assertThat(Target.ofLevel(ladder(Progression.RESTATED), "ninth")).isEmpty();
    }

    @Test
    void countsALaterPhaseAsNoGapWhileSomebodyConsolidates() {
        var version = new MadeUpVersion()
                .level("first", "after a year", "teach", "lead")
                .group("digging")
                .expectation("first", "digging", "dig")
                .expectation("first", "digging", "teach")
                .expectation("first", "digging", "lead")
                .published();
        var standings = new Standings(
                Map.of(
                        id(version, "teach"), List.of(new SelfRating(1, NOW, Rating.NOT_YET)),
                        id(version, "lead"), List.of(new SelfRating(2, NOW, Rating.MET))),
                NOW);

        var during = GapAnalysis.of(target(version, "first"), standings, true);
        var after = GapAnalysis.of(target(version, "first"), standings, false);

        assertThat(during.tally().gaps()).isZero();
        assertThat(during.tally().met()).isEqualTo(1);
        assertThat(during.tally().total()).isEqualTo(2);
        assertThat(during.isLater(version.statement("teach").orElseThrow())).isTrue();
        assertThat(during.isLater(version.statement("lead").orElseThrow())).isFalse();
        assertThat(during.expectations(Standing::isGap)).isEmpty();
        assertThat(after.tally().gaps()).isEqualTo(1);
        assertThat(after.tally().total()).isEqualTo(3);
    }

    @Test
    void knowsNoLaterPhaseThatTheVersionDoesNotState() {
        var version = ladder(Progression.CUMULATIVE);
        var target = target(version, "third");

        var gap = GapAnalysis.of(target, new Standings(Map.of(), NOW), true);

        assertThat(gap.later()).isEmpty();
        assertThat(gap.tally().unanswered()).isEqualTo(target.size());
    }

    /** Two pillars at three levels, and one that exists at the level before the last only. */
    private static FrameworkVersion ladder(Progression progression) {
        return new MadeUpVersion()
                .progression(progression)
                .level("first")
                .level("second")
                .level("second-and-a-half")
                .level("third")
                .group("digging")
                .group("planting")
                .group("exhibiting")
                .expectation("first", "digging", "dig-1")
                .expectation("first", "planting", "plant-1")
                .expectation("second", "digging", "dig-2")
                .expectation("second", "planting", "plant-2")
                .statement("second", "digging", "read-a-book", Kind.LEARNING, State.STATED)
                .statement("second", null, "own-a-spade", Kind.ENTRY_CRITERION, State.STATED)
                .expectation("second-and-a-half", "exhibiting", "show")
                .expectation("third", "digging", "dig-3")
                .expectation("third", "planting", "plant-3")
                .published();
    }

    private static GapAnalysis gap(FrameworkVersion version, String level, Map<String, Rating> ratings) {
        var claims = new HashMap<StatementId, List<Claim>>();
        ratings.forEach(
                (key, rating) -> claims.put(id(version, key), List.of(new SelfRating(claims.size() + 1, NOW, rating))));
        return GapAnalysis.of(target(version, level), new Standings(claims, NOW));
    }

    private static Target target(FrameworkVersion version, String level) {
        return Target.ofLevel(version, level).orElseThrow();
    }

    private static StatementId id(FrameworkVersion version, String key) {
        return version.statement(key).orElseThrow().id();
    }

    private static PillarGap pillar(GapAnalysis gap, String id) {
        return gap.pillars().stream()
                .filter(pillar -> pillar.pillar().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> keys(Target target) {
        return target.expectations().stream().map(Statement::key).toList();
    }
}
