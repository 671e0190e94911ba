package org.espalier.development.conversation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The structured, supported time in which somebody new settles into practice. It is no probation: nobody passes or fails.
 * While it runs, what a framework expects of a later phase of a level is no gap yet (PRODUCT.md, rule 17).
 *
 * @param protectedMinutes how much protected time was agreed; 0 when none was
 * @param endedOn null while it runs
 * @param completed false when it ended early
 * @param entries the latest first
 */
public record Preceptorship(
        PreceptorshipId id,
        PersonId person,
        PersonId other,
        LocalDate startsOn,
        LocalDate plannedEnd,
        int protectedMinutes,
        @Nullable LocalDate endedOn,
        boolean completed,
        List<Entry> entries) {
    public Preceptorship {
        entries = List.copyOf(entries);
    }

    /** What an entry records. */
    public enum Kind {
        MEETING,
        PROTECTED_TIME;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A meeting, or a stretch of protected time; its note is for the two alone. */
    public record Entry(long id, Kind kind, LocalDate on, int minutes, String note, Side by) {}

    public boolean isOver() {
        return endedOn != null;
    }

    /** True when its planned end has passed and nobody has ended it. */
    public boolean isOverdue(LocalDate today) {
        return endedOn == null && plannedEnd.isBefore(today);
    }

    public long meetings() {
        return entries.stream().filter(entry -> entry.kind() == Kind.MEETING).count();
    }

    /** How much protected time was recorded, in minutes. */
    public int protectedRecorded() {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.PROTECTED_TIME)
                .mapToInt(Entry::minutes)
                .sum();
    }

    public String address() {
        return "/conversations/preceptorship/" + id;
    }
}
