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

    /** An assessor looked and said no; the person answers by rating themselves anew (rule 12). */
    record Refusal(long id, Instant madeAt) implements Claim {}

    /**
     * A verification is taken back.
     *
     * @param revokes the verification's id
     */
    record Revocation(long id, Instant madeAt, long revokes) implements Claim {}
}
