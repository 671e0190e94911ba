package org.espalier.person.staff.web;

import java.time.Instant;
import java.util.List;
import org.espalier.access.Grant;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A role in plain words: what, where it counts, since when and until when.
 *
 * @param last the last moment at which it counts, or counted; null when that is open
 */
record RoleView(
        long id,
        Role role,
        Scope scope,
        Instant from,
        @Nullable Instant last,
        State state) {

    /** Whether a role counts, will count, or has. */
    enum State {
        NOW,
        LATER,
        OVER
    }

    static List<RoleView> of(List<Grant> grants, Instant now) {
        return grants.stream().map(grant -> of(grant, now)).toList();
    }

    static RoleView of(Grant grant, Instant now) {
        return new RoleView(grant.id(), grant.role(), grant.scope(), grant.from(), last(grant), state(grant, now));
    }

    private static @Nullable Instant last(Grant grant) {
        var end = grant.until() == null ? null : grant.until().minusSeconds(1);
        var ended = grant.endedAt();
        return ended != null && (end == null || ended.isBefore(end)) ? ended : end;
    }

    private static State state(Grant grant, Instant now) {
        if (grant.isOver(now)) {
            return State.OVER;
        }
        return grant.isInForce(now) ? State.NOW : State.LATER;
    }
}
