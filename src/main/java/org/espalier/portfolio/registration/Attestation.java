package org.espalier.portfolio.registration;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What another person was asked to say, and what they said with their own account.
 *
 * @param requirement the id of what it is for
 * @param by the name of whoever was asked
 * @param answer null while they have not answered
 */
public record Attestation(
        AttestationId id,
        String requirement,
        LocalDate cycleUntil,
        String by,
        Instant askedAt,
        String message,
        @Nullable Answer answer) {

    /** What came of asking. */
    public sealed interface Answer {
        Instant at();

        /**
         * They say that it is so.
         *
         * @param heldOn the day on which they met
         * @param capacity who they are to the person
         * @param registration their own number with the regulator, if they gave one
         */
        record Given(
                Instant at,
                LocalDate heldOn,
                String capacity,
                @Nullable String registration,
                String words) implements Answer {}

        record Declined(Instant at, String words) implements Answer {}

        /** The person took the question back. */
        record Withdrawn(Instant at) implements Answer {}
    }

    public boolean isOpen() {
        return answer == null;
    }
}
