package org.espalier.assessment;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person's claims on one statement add up to. Every page, count and export uses {@link #of}; what counts as met
 * is defined nowhere else (PRODUCT.md, rule 5).
 */
public enum Standing {
    UNKNOWN("unknown"),
    NOT_YET("not-yet"),
    PARTLY("partly"),
    SELF_ASSESSED("self-assessed"),
    VERIFIED("verified"),
    EXPIRED("expired"),
    NOT_APPLICABLE("not-applicable");

    private final String slug;
    private final String messageKey;

    Standing(String slug) {
        this.slug = slug;
        this.messageKey = "assessment.standing." + slug;
    }

    /** Names the symbol and the colour, as in {@code ui/standing.jte}. */
    public String slug() {
        return slug;
    }

    /** The key of its word on screen. */
    public String messageKey() {
        return messageKey;
    }

    /** True when the statement is met, be it by the person's own word or by an assessor's. */
    public boolean isMet() {
        return this == SELF_ASSESSED || this == VERIFIED;
    }

    /** True when something is known and it is not met; neither an unanswered statement nor one that does not apply. */
    public boolean isGap() {
        return this == NOT_YET || this == PARTLY || this == EXPIRED;
    }

    /**
     * How far a statement with this standing is from being met; tells which of some optional ones count for somebody. What
     * is not known comes before a known no, and what does not apply comes last.
     */
    public int distance() {
        return switch (this) {
            case VERIFIED -> 0;
            case SELF_ASSESSED -> 1;
            case EXPIRED -> 2;
            case PARTLY -> 3;
            case UNKNOWN -> 4;
            case NOT_YET -> 5;
            case NOT_APPLICABLE -> 6;
        };
    }

    /**
     * The standing that one person's claims on one statement add up to at an instant, whatever their order in the
     * collection:
     *
     * <ol>
     *   <li>what has been revoked does not count;
     *   <li>a sign-off or a recognition verifies, whatever the person or a later assessor says;
     *   <li>when all such have run out, the standing is expired;
     *   <li>else the person's latest answer counts, unless they took it back or an assessor has since returned it as not
     *       yet or partly met: that stands until it is answered. Partly, from an assessor as from the person, is a gap.
     * </ol>
     */
    public static Standing of(Collection<? extends Claim> claims, Instant now) {
        var revoked = revoked(claims);
        var expired = false;
        Claim.SelfRating own = null;
        Claim.Return returned = null;
        for (var claim : claims) {
            switch (claim) {
                case Claim.Verification verification -> {
                    if (!revoked.contains(verification.id())) {
                        if (!verification.isExpired(now)) {
                            return VERIFIED;
                        }
                        expired = true;
                    }
                }
                case Claim.Return word -> {
                    if (!revoked.contains(word.id())) {
                        returned = returned == null || word.isAfter(returned) ? word : returned;
                    }
                }
                case Claim.SelfRating rating -> own = own == null || rating.isAfter(own) ? rating : own;
                case Claim.Revocation revocation -> {} // counted before
            }
        }
        return expired ? EXPIRED : unverified(own, returned);
    }

    private static Set<Long> revoked(Collection<? extends Claim> claims) {
        Set<Long> revoked = Set.of();
        for (var claim : claims) {
            if (claim instanceof Claim.Revocation revocation) {
                revoked = revoked.isEmpty() ? new HashSet<>() : revoked;
                revoked.add(revocation.revokes());
            }
        }
        return revoked;
    }

    private static Standing unverified(Claim.@Nullable SelfRating own, Claim.@Nullable Return returned) {
        var answered = own != null && own.rating().isAnswer() && (returned == null || own.isAfter(returned));
        if (own == null || !answered) {
            return returned == null ? UNKNOWN : returned.standing();
        }
        return own.rating().standing();
    }
}
