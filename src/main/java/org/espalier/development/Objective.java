package org.espalier.development;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * Something a person wants to reach, and how. It always traces to at least one statement (PRODUCT.md, rule 22).
 *
 * @param reason why it matters to them and to the people they work for; empty when not written yet
 * @param support what they need from others; empty when not written yet
 * @param due the day by which they want to be there; null when not set
 * @param completedOn null while it is open
 * @param notes on its progress, the latest day first
 * @param learning what they learned on the way; empty when not written yet
 */
public record Objective(
        ObjectiveId id,
        String title,
        String reason,
        String support,
        @Nullable LocalDate due,
        @Nullable LocalDate completedOn,
        List<Trace> traces,
        List<Action> actions,
        List<Note> notes,
        String learning,
        Impact impact) {
    public Objective {
        traces = List.copyOf(traces);
        actions = List.copyOf(actions);
        notes = List.copyOf(notes);
    }

    /** A statement that an objective is about. */
    public record Trace(VersionId version, StatementId statement) {}

    /**
     * One thing to do.
     *
     * @param due null when not set
     * @param doneOn null while it is not done
     */
    public record Action(
            ActionId id,
            String text,
            @Nullable LocalDate due,
            @Nullable LocalDate doneOn) {
        public boolean isDone() {
            return doneOn != null;
        }

        /** True when its day has passed and it is not done. */
        public boolean isLate(LocalDate today) {
            return doneOn == null && due != null && due.isBefore(today);
        }
    }

    /** How it went on a day, in the person's words. */
    public record Note(NoteId id, LocalDate on, String text) {}

    /** True when there is more to it than a plan: progress, learning or impact. */
    public boolean hasProgress() {
        return !notes.isEmpty() || !learning.isBlank() || !impact.isEmpty();
    }

    public Optional<Note> note(NoteId note) {
        return notes.stream().filter(one -> one.id().equals(note)).findFirst();
    }

    public boolean isCompleted() {
        return completedOn != null;
    }

    /** True when its day has passed and it is not completed. */
    public boolean isLate(LocalDate today) {
        return completedOn == null && due != null && due.isBefore(today);
    }

    /** How many of its actions are done. */
    public long done() {
        return actions.stream().filter(Action::isDone).count();
    }

    public Optional<Action> action(ActionId action) {
        return actions.stream().filter(one -> one.id().equals(action)).findFirst();
    }

    public boolean traces(StatementId statement) {
        return traces.stream().anyMatch(trace -> trace.statement().equals(statement));
    }
}
