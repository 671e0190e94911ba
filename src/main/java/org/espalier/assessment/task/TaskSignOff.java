package org.espalier.assessment.task;

import java.time.LocalDate;
import java.util.Locale;
import org.espalier.access.AccountId;
import org.espalier.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was trained for a task, or has achieved it.
 *
 * @param validUntil the last day on which it counts; null when it does not run out
 * @param revokeReason null while it stands
 */
public record TaskSignOff(
        long id,
        long act,
        Task task,
        String organisation,
        Person person,
        Kind kind,
        AccountId madeBy,
        String madeByName,
        LocalDate happenedOn,
        @Nullable LocalDate validUntil,
        @Nullable String revokeReason) {

    /** Two things that are never mixed up: training shows nothing that somebody can do. */
    public enum Kind {
        TRAINED,
        ACHIEVED;

        /** As in forms, messages and the database. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofSlug(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT));
        }
    }

    /** How it counts on a day. */
    public enum Currency {
        IN_FORCE,
        RUNS_OUT_SOON,
        RUN_OUT,
        TAKEN_BACK
    }

    /** How long before its end somebody should think of renewing it. */
    public static final int SOON_DAYS = 30;

    public Currency on(LocalDate day) {
        if (revokeReason != null) {
            return Currency.TAKEN_BACK;
        }
        if (validUntil == null || day.plusDays(SOON_DAYS).isBefore(validUntil)) {
            return Currency.IN_FORCE;
        }
        return validUntil.isBefore(day) ? Currency.RUN_OUT : Currency.RUNS_OUT_SOON;
    }
}
