package org.espalier.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.assessment.Claim;
import org.espalier.assessment.Rating;
import org.espalier.assessment.Standings;
import org.espalier.framework.Choices;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.StatementId;
import org.junit.jupiter.api.Test;

class TeamNeedsTests {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final FrameworkVersion VERSION = new MadeUpVersion()
            .level("low")
            .group("soil")
            .expectation("low", "soil", "digs")
            .expectation("low", "soil", "sows")
            .published();
    private static final Target TARGET = Target.ofLevel(VERSION, "low").orElseThrow();

    @Test
    void showsNoGroupOfFewerThanFive() {
        assertThat(TeamNeeds.of(TARGET, team(4, 0))).isEmpty();
        assertThat(TeamNeeds.of(TARGET, team(5, 0))).isPresent();
    }

    @Test
    void roundsDownToFivesSoThatNobodyIsToldApart() {
        for (var signedOff = 0; signedOff <= 4; signedOff++) {
            assertThat(atLeast(9, signedOff)).as(signedOff + " of 9").isEqualTo(5);
        }
        assertThat(atLeast(10, 0)).isEqualTo(10);
        assertThat(atLeast(10, 1)).isEqualTo(5);
    }

    @Test
    void leavesOutWhatFewerThanFiveLackAndSaysOnlyHowMuchThatIs() {
        var needs = TeamNeeds.of(TARGET, team(7, 3)).orElseThrow();

        assertThat(needs.needs()).extracting(need -> need.statement().key()).containsExactly("sows");
        assertThat(needs.hidden()).isEqualTo(1);
        assertThat(TeamNeeds.of(TARGET, team(7, 7)).orElseThrow().hidden()).isEqualTo(1);
    }

    @Test
    void findsNothingOptionalLackingWhereEnoughIsSignedOff() {
        var version = Choices.orchard("restated");
        var target = Target.ofLevel(version, "one").orElseThrow();

        assertThat(needs(version, target, "b1")).containsExactly("a1", "b2", "b3");
        assertThat(needs(version, target, "b1", "b3")).containsExactly("a1");
    }

    private static List<String> needs(FrameworkVersion version, Target target, String... signedOff) {
        var claims = new HashMap<StatementId, List<Claim>>();
        for (var key : signedOff) {
            claims.put(version.statement(key).orElseThrow().id(), List.of(new Claim.SignOff(1, NOW, null)));
        }
        return TeamNeeds.of(target, Collections.nCopies(5, new Standings(claims, NOW))).orElseThrow().needs().stream()
                .map(need -> need.statement().key())
                .toList();
    }

    @Test
    void doesNotKnowWhatPeopleSayOfThemselves() {
        var digs = VERSION.statement("digs").orElseThrow().id();
        var modest = new Standings(Map.of(digs, List.of(new Claim.SelfRating(1, NOW, Rating.MET))), NOW);

        assertThat(TeamNeeds.of(TARGET, List.of(modest, modest, modest, modest, modest))
                        .orElseThrow()
                        .needs())
                .hasSize(2);
    }

    private static int atLeast(int people, int signedOff) {
        return TeamNeeds.of(TARGET, team(people, signedOff)).orElseThrow().needs().stream()
                .filter(need -> need.statement().key().equals("digs"))
                .findFirst()
                .orElseThrow()
                .atLeast();
    }

    /** So many people, of whom so many have been signed off for digging. */
    private static List<Standings> team(int people, int signedOff) {
        var digs = VERSION.statement("digs").orElseThrow().id();
        var team = new ArrayList<Standings>();
        for (var n = 0; n < people; n++) {
            Map<StatementId, List<Claim>> claims =
                    n < signedOff ? Map.of(digs, List.of(new Claim.SignOff(1, NOW, null))) : Map.of();
            team.add(new Standings(claims, NOW));
        }
        return team;
    }
}
