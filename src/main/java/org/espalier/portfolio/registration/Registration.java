package org.espalier.portfolio.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person says they are registered for, or bound by.
 *
 * @param number their own with the regulator; nothing checks it
 * @param cycleUntil the last day of the cycle they are in
 * @param since first registered on; null when long ago
 * @param two true when they hold two registrations under the same rules
 */
public record Registration(
        RegistrationId id,
        RuleSet rules,
        @Nullable String number,
        LocalDate cycleUntil,
        @Nullable LocalDate since,
        boolean two) {

    /** The cycle they are in. */
    public Cycle cycle() {
        var whole = rules.cycle(cycleUntil);
        return since == null ? whole : whole.startingNotBefore(since);
    }
}
