package org.espalier.development.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Supervision of a person by another, of one kind, with its log. What is said there is for the two alone.
 *
 * @param nextOn when they meet next; null when not set
 * @param sessions the latest first
 */
public record Supervision(
        SupervisionId id,
        PersonId person,
        PersonId other,
        Kind kind,
        @Nullable LocalDate nextOn,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<Session> sessions) {
    public Supervision {
        sessions = List.copyOf(sessions);
    }

    /** What it is about; the two are never mixed. */
    public enum Kind {
        /** Reflective and protected, about practice. */
        CLINICAL,
        /** About the work and how it is managed. */
        MANAGERIAL;

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a session took place. */
    public enum Attendance {
        HELD,
        CALLED_OFF,
        MISSED;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One session of the log.
     *
     * @param minutes how long it took; 0 when not said
     */
    public record Session(
            long id, LocalDate on, Attendance attendance, int minutes, String personNote, String otherNote) {
        public String note(Side side) {
            return side == Side.PERSON ? personNote : otherNote;
        }
    }

    public boolean isOver() {
        return endedAt != null;
    }

    public Optional<Session> session(long session) {
        return sessions.stream().filter(one -> one.id() == session).findFirst();
    }

    /** How many sessions took place. */
    public long held() {
        return sessions.stream()
                .filter(one -> one.attendance() == Attendance.HELD)
                .count();
    }

    public String address() {
        return "/conversations/supervision/" + id;
    }
}
