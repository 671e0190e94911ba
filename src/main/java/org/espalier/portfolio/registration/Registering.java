package org.espalier.portfolio.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a person says of a registration of theirs; see {@link Registration}. */
public record Registering(
        @Nullable String number,
        LocalDate cycleUntil,
        @Nullable LocalDate since,
        boolean two) {}
