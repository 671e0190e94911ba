package org.espalier.assessment.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.assessment.Claim;
import org.espalier.assessment.Rating;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Standings;
import org.espalier.assessment.request.JudgeRequests.Refusal;
import org.espalier.assessment.session.Cohort.Fate;
import org.espalier.assessment.session.GroupDraft.Omission;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.StatementEntry;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.junit.jupiter.api.Test;

class CohortTests {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final VersionId VERSION = new VersionId(1);
    private static final Person ANN = new Person(new PersonId(11), new AccountId(21), "Ann");
    private static final Person BEN = new Person(new PersonId(12), new AccountId(22), "Ben");
    private static final Statement LIFTS = statement(31);
    private static final Statement CARRIES = statement(32);

    @Test
    void repeatsNothingThatIsSignedOffAlready() {
        var standings = Map.of(ANN.id(), standings(LIFTS, new Claim.SignOff(1, NOW.minusSeconds(9), null)));

        var cohort = cohort(standings, (person, statement) -> Optional.empty(), Set.of());

        assertThat(cohort.rows().getFirst().cells())
                .extracting(Cohort.Cell::fate)
                .containsExactly(Fate.ALREADY, Fate.SIGNED_OFF);
        assertThat(cohort.judged()).hasSize(3);
        assertThat(cohort.people()).isEqualTo(2);
    }

    @Test
    void renewsWhatHasRunOutAndShowsWhatTheySayThemselves() {
        var standings = Map.of(
                ANN.id(), standings(LIFTS, new Claim.SignOff(1, NOW.minusSeconds(9), NOW.minusSeconds(1))),
                BEN.id(), standings(LIFTS, new Claim.SelfRating(2, NOW.minusSeconds(9), Rating.PARTLY)));

        var cohort = cohort(standings, (person, statement) -> Optional.empty(), Set.of());

        assertThat(cohort.rows())
                .extracting(row -> row.cells().getFirst().standing())
                .containsExactly(Standing.EXPIRED, Standing.PARTLY);
        assertThat(cohort.count(Fate.SIGNED_OFF)).isEqualTo(4);
    }

    @Test
    void leavesOutOneStatementForOnePerson() {
        var cohort =
                cohort(Map.of(), (person, statement) -> Optional.empty(), Set.of(new Omission(BEN.id(), CARRIES.id())));

        assertThat(cohort.judged())
                .extracting(one -> one.person().value() + ":" + one.statement().value())
                .containsExactly("11:31", "11:32", "12:31");
    }

    @Test
    void signsOffNothingOutOfReachEvenWhenNoExceptionIsMade() {
        var cohort = cohort(
                Map.of(),
                (person, statement) -> statement.equals(LIFTS) && person.equals(ANN)
                        ? Optional.empty()
                        : Optional.of(Refusal.OUT_OF_REACH),
                Set.of());

        assertThat(cohort.judged()).hasSize(1);
        assertThat(cohort.count(Fate.OUT_OF_REACH)).isEqualTo(3);
    }

    @Test
    void keepsItsSealOverExceptionsAndChangesItWithReachAndStanding() {
        var seen = cohort(Map.of(), (person, statement) -> Optional.empty(), Set.of())
                .seal();

        assertThat(cohort(Map.of(), (person, statement) -> Optional.empty(), Set.of(new Omission(ANN.id(), LIFTS.id())))
                        .seal())
                .isEqualTo(seen);
        assertThat(cohort(
                                Map.of(),
                                (person, statement) -> person.equals(ANN)
                                        ? Optional.empty()
                                        : Optional.of(Refusal.CONFLICT_OF_INTEREST),
                                Set.of())
                        .seal())
                .isNotEqualTo(seen);
        assertThat(cohort(
                                Map.of(BEN.id(), standings(LIFTS, new Claim.SignOff(1, NOW, null))),
                                (person, statement) -> Optional.empty(),
                                Set.of())
                        .seal())
                .isNotEqualTo(seen);
    }

    private static Cohort cohort(Map<PersonId, Standings> standings, Cohort.Reach reach, Set<Omission> leftOut) {
        return Cohort.of(VERSION, List.of(ANN, BEN), List.of(LIFTS, CARRIES), standings, reach, leftOut);
    }

    private static Standings standings(Statement statement, Claim claim) {
        return new Standings(Map.of(statement.id(), List.of(claim)), NOW);
    }

    private static Statement statement(long id) {
        return new Statement(
                new StatementId(id),
                "s" + id,
                null,
                null,
                null,
                true,
                StatementEntry.Kind.EXPECTATION,
                StatementEntry.State.STATED,
                "Statement " + id,
                null,
                null,
                null);
    }
}
