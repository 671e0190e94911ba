package org.espalier.crosswalk;

import java.time.Instant;
import org.espalier.access.AccountId;

/**
 * What an author says of two levels or roles of two pinned versions: {@code from} is of this {@code kind} to {@code to}.
 *
 * @param reason the proposer's own words
 */
public record Link(
        LinkId id,
        End from,
        End to,
        LinkKind kind,
        String reason,
        AccountId proposedBy,
        Instant proposedAt,
        LinkState state) {

    /** The policy that somebody else than the proposer reviews a link. */
    public boolean mayBeReviewedBy(AccountId account) {
        return state == LinkState.PROPOSED && !proposedBy.equals(account);
    }

    /** The policy that a proposal is taken back by who made it, and a reviewed link by any author. */
    public boolean mayBeWithdrawnBy(AccountId account) {
        return state == LinkState.REVIEWED || state == LinkState.PROPOSED && proposedBy.equals(account);
    }
}
