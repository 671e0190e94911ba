package org.espalier.development.conversation;

import java.time.LocalDate;
import java.util.List;
import org.espalier.assessment.Standing;
import org.espalier.development.Impact;
import org.espalier.development.Objective;
import org.espalier.development.PlanView;
import org.jspecify.annotations.Nullable;

/** An objective as it was when somebody showed it, with the words and the standing of what it is about at that moment. */
public record ObjectiveShown(
        String title,
        String reason,
        String support,
        @Nullable LocalDate due,
        @Nullable LocalDate completedOn,
        List<StatementShown> about,
        List<ActionShown> actions,
        List<NoteShown> notes,
        String learning,
        Impact impact) {
    public ObjectiveShown {
        about = about == null ? List.of() : List.copyOf(about);
        actions = actions == null ? List.of() : List.copyOf(actions);
        notes = notes == null ? List.of() : List.copyOf(notes);
        learning = learning == null ? "" : learning;
        impact = impact == null ? Impact.NONE : impact;
    }

    /** A statement as it was shown. */
    public record StatementShown(String text, String source, String address, Standing standing) {
        static StatementShown of(PlanView.Line line) {
            return new StatementShown(line.words(), line.source(), line.address(), line.standing());
        }
    }

    /** An action as it was shown. */
    public record ActionShown(
            String text, @Nullable LocalDate due, @Nullable LocalDate doneOn) {}

    /** A note on its progress as it was shown. */
    public record NoteShown(LocalDate on, String text) {}

    public boolean isCompleted() {
        return completedOn != null;
    }

    static ObjectiveShown of(PlanView view, Objective objective) {
        return new ObjectiveShown(
                objective.title(),
                objective.reason(),
                objective.support(),
                objective.due(),
                objective.completedOn(),
                view.lines(objective).stream().map(StatementShown::of).toList(),
                objective.actions().stream()
                        .map(action -> new ActionShown(action.text(), action.due(), action.doneOn()))
                        .toList(),
                objective.notes().stream()
                        .filter(note -> !note.text().isBlank())
                        .map(note -> new NoteShown(note.on(), note.text()))
                        .toList(),
                objective.learning(),
                objective.impact());
    }

    /** A whole plan. */
    public static List<ObjectiveShown> all(PlanView view) {
        return view.plan().objectives().stream()
                .map(objective -> of(view, objective))
                .toList();
    }
}
