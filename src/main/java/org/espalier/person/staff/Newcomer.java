package org.espalier.person.staff;

import java.time.LocalDate;
import org.espalier.access.EmailAddress;
import org.espalier.organisation.PostId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom an organisation brings in.
 *
 * @param staffNumber null when the organisation gives none
 * @param post what they will hold, null for nothing yet
 */
public record Newcomer(
        EmailAddress email,
        String name,
        @Nullable String staffNumber,
        @Nullable PostId post,
        LocalDate since) {}
