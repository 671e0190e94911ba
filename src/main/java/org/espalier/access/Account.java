package org.espalier.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A local account, as the administrators' pages show it.
 *
 * @param hasPassword false until the person has used the link to set it
 * @param lastSeenAt when a session that is still open was last used, null when none is
 */
public record Account(
        AccountId id,
        EmailAddress email,
        String name,
        Set<Role> roles,
        boolean hasPassword,
        boolean disabled,
        Instant createdAt,
        @Nullable Instant lastSeenAt) {}
