package org.espalier.assessment.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.espalier.access.AccountId;
import org.espalier.assessment.attestation.Attestation.Move;
import org.espalier.assessment.attestation.Attestation.State;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttestationTests {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final AccountId LEARNER = new AccountId(1);
    private static final AccountId EDUCATOR = new AccountId(2);
    private static final AccountId EMPLOYER = new AccountId(3);

    @Test
    void waitsUntilTheLastHasSigned() {
        var waiting = attestation(null, signed(1, Part.Role.LEARNER, LEARNER), asked(2, Part.Role.EDUCATOR, EDUCATOR));
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        assertThat(waiting.waitsFor(EDUCATOR)).isTrue();
        assertThat(waiting.waitsFor(LEARNER)).isFalse();

        var complete =
                attestation(null, signed(1, Part.Role.LEARNER, LEARNER), signed(2, Part.Role.EDUCATOR, EDUCATOR));
        assertThat(complete.state()).isEqualTo(State.COMPLETE);
        assertThat(complete.waitsFor(EDUCATOR)).isFalse();
    }

    @Test
    void isTheLearnersTurnWhenSomebodyDeclines() {
        var declined = attestation(
                null,
                signed(1, Part.Role.LEARNER, LEARNER),
                declined(2, Part.Role.EDUCATOR, EDUCATOR, false),
                asked(3, Part.Role.EMPLOYER, EMPLOYER));

        assertThat(declined.state()).isEqualTo(State.DECLINED);
        assertThat(declined.waitsFor(LEARNER)).isTrue();
        assertThat(declined.waitsFor(EMPLOYER)).isTrue();
    }

    @Test
    void passesOverWhatWasAskedForAgain() {
        var again = attestation(
                null,
                signed(1, Part.Role.LEARNER, LEARNER),
                declined(2, Part.Role.EDUCATOR, EDUCATOR, true),
                signed(3, Part.Role.EDUCATOR, EMPLOYER));

        assertThat(again.state()).isEqualTo(State.COMPLETE);
        assertThat(again.askedOf(EDUCATOR)).isEmpty();
        assertThat(again.concerns(EDUCATOR)).isTrue();
    }

    @Test
    void allowsNothingOnceItIsOver() {
        var withdrawn = attestation(NOW, signed(1, Part.Role.LEARNER, LEARNER));

        assertThat(List.of(State.COMPLETE, withdrawn.state()))
                .containsExactly(State.COMPLETE, State.WITHDRAWN)
                .allSatisfy(over -> assertThat(Move.values()).noneMatch(over::allows));
    }

    private static Attestation attestation(@Nullable Instant withdrawnAt, Part... parts) {
        return new Attestation(
                new AttestationId(1),
                new Person(new PersonId(1), LEARNER, "Ann"),
                "Title",
                "Words",
                NOW,
                withdrawnAt,
                null,
                List.of(parts));
    }

    private static Part asked(long id, Part.Role role, AccountId account) {
        return new Part(id, role, account, "Name", "", NOW, "", null, "", null, null, false);
    }

    private static Part signed(long id, Part.Role role, AccountId account) {
        return new Part(id, role, account, "Name", "", NOW, "", Part.Answer.SIGNED, "", NOW, "Name", false);
    }

    private static Part declined(long id, Part.Role role, AccountId account, boolean replaced) {
        return new Part(id, role, account, "Name", "", NOW, "", Part.Answer.DECLINED, "No", NOW, null, replaced);
    }
}
