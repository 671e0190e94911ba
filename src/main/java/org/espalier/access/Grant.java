package org.espalier.access;

import java.time.Instant;
import org.espalier.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody has in an organisation, with where it counts and for how long.
 *
 * @param until the first moment at which it counts no more, null when that is open
 * @param grantedBy null when it came with the set-up of the installation
 * @param endedAt when somebody ended it before its time, null when nobody did
 */
public record Grant(
        long id,
        AccountId account,
        OrganisationId organisation,
        Role role,
        Scope scope,
        Instant from,
        @Nullable Instant until,
        @Nullable AccountId grantedBy,
        @Nullable Instant endedAt) {

    public Grant {
        if (role.isOfInstallation()) {
            throw new IllegalArgumentException(role + " is not a role in an organisation");
        }
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("A role ends after it has begun");
        }
    }

    public boolean isInForce(Instant now) {
        return !from.isAfter(now) && !isOver(now);
    }

    public boolean isOver(Instant now) {
        return endedAt != null || (until != null && !now.isBefore(until));
    }
}
