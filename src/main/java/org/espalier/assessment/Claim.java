package org.espalier.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One dated entry about one person and one statement. Claims are only ever added (PRODUCT.md, rule 13): what they add up
 * to is the person's {@link Standing}.
 */
public sealed interface Claim {

    /** Grows with every claim, so that two claims of the same instant still have an order. */
    long id();

    Instant madeAt();

    /** True when this was made after the other. */
    default boolean isAfter(Claim other) {
        var order = madeAt().compareTo(other.madeAt());
        return order > 0 || (order == 0 && id() > other.id());
    }

    /** What the person says of themselves. */
    record SelfRating(long id, Instant madeAt, Rating rating) implements Claim {}

    /** What somebody other than the person found to be met, until a day or for good. */
    sealed interface Verification extends Claim {

        /** The first instant at which it no longer counts; null when it does not expire. */
        @Nullable
        Instant validUntil();

        /** True from the instant its validity ends. */
        default boolean isExpired(Instant now) {
            var end = validUntil();
            return end != null && !now.isBefore(end);
        }
    }

    /** An assessor saw the statement met. */
    record SignOff(long id, Instant madeAt, @Nullable Instant validUntil) implements Verification {}

    /** An assessor accepted earlier learning, or a claim on a mapped statement. */
    record Recognition(long id, Instant madeAt, @Nullable Instant validUntil) implements Verification {}

    /**
     * What an assessor says instead of a verification. It is a word beside the person's own: it holds until the person
     * answers by rating themselves anew (rule 12), and it takes no verification away.
     */
    sealed interface Return extends Claim {

        /** What it comes to where nothing verifies and the person has not answered. */
        Standing standing();
    }

    /** An assessor looked and said no. */
    record Refusal(long id, Instant madeAt) implements Return {
        @Override
        public Standing standing() {
            return Standing.NOT_YET;
        }
    }

    /** An assessor saw the statement met in part: not verified, and not nothing either. */
    record PartlyMet(long id, Instant madeAt) implements Return {
        @Override
        public Standing standing() {
            return Standing.PARTLY;
        }
    }

    /**
     * A judgement, be it a verification or a return, is taken back.
     *
     * @param revokes the judgement's id
     */
    record Revocation(long id, Instant madeAt, long revokes) implements Claim {}
}
