package org.espalier.person.staff;

import java.time.Instant;
import org.espalier.access.AccountId;
import org.espalier.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * That an organisation has asked somebody to join and they have not answered.
 *
 * @param postTitle the post that waits for them, null for none
 * @param byLink false when they find it on their own page, because they have an account
 */
public record Invitation(
        long id,
        Organisation organisation,
        Newcomer newcomer,
        @Nullable String postTitle,
        AccountId inviter,
        String invitedBy,
        Instant invitedAt,
        Instant expiresAt,
        boolean byLink) {}
