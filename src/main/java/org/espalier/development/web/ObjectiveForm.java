package org.espalier.development.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.espalier.development.ActionId;
import org.espalier.development.Impact;
import org.espalier.development.NoteId;
import org.espalier.development.Objective;
import org.espalier.development.Objective.Action;
import org.espalier.development.Objective.Note;
import org.espalier.ui.DateInput;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;

/** An objective as it is written in its form, also where it cannot be saved as it is. */
record ObjectiveForm(
        String title,
        String reason,
        String support,
        DateInput due,
        boolean completed,
        List<ActionForm> actions,
        List<NoteForm> notes,
        String learning,
        String method,
        String impact) {

    static final int TITLE = 300;
    static final int TEXT = 4_000;

    /** An action as it is written. */
    record ActionForm(ActionId id, String text, DateInput due, boolean done) {
        String field() {
            return "action-" + id;
        }
    }

    /** A note as it is written. */
    record NoteForm(NoteId id, DateInput on, String text) {
        String field() {
            return "note-" + id;
        }
    }

    static ObjectiveForm of(Objective objective) {
        return new ObjectiveForm(
                objective.title(),
                objective.reason(),
                objective.support(),
                DateInput.of(objective.due()),
                objective.isCompleted(),
                objective.actions().stream()
                        .map(action ->
                                new ActionForm(action.id(), action.text(), DateInput.of(action.due()), action.isDone()))
                        .toList(),
                objective.notes().stream()
                        .map(note -> new NoteForm(note.id(), DateInput.of(note.on()), note.text()))
                        .toList(),
                objective.learning(),
                objective.impact().method() == null
                        ? ""
                        : objective.impact().method().slug(),
                objective.impact().result());
    }

    /** What was sent; what was not sent stays as it is saved. Actions keep the order in which they were sent. */
    static ObjectiveForm of(HttpServletRequest request, Objective saved) {
        var actions = new ArrayList<ActionForm>();
        for (var action : saved.actions()) {
            var field = "action-" + action.id();
            if (request.getParameter(field) == null) {
                actions.add(new ActionForm(action.id(), action.text(), DateInput.of(action.due()), action.isDone()));
            } else {
                actions.add(new ActionForm(
                        action.id(),
                        sent(request, field, ""),
                        DateInput.of(request, field + "-due"),
                        request.getParameter(field + "-done") != null));
            }
        }
        var notes = new ArrayList<NoteForm>();
        for (var note : saved.notes()) {
            var field = "note-" + note.id();
            notes.add(
                    request.getParameter(field) == null
                            ? new NoteForm(note.id(), DateInput.of(note.on()), note.text())
                            : new NoteForm(note.id(), DateInput.of(request, field + "-on"), sent(request, field, "")));
        }
        var method = saved.impact().method();
        return new ObjectiveForm(
                sent(request, "title", saved.title()),
                sent(request, "reason", saved.reason()),
                sent(request, "support", saved.support()),
                DateInput.of(request, "due"),
                request.getParameter("completed") != null,
                actions,
                notes,
                sent(request, "learning", saved.learning()),
                sent(request, "method", method == null ? "" : method.slug()),
                sent(request, "impact", saved.impact().result()));
    }

    private static String sent(HttpServletRequest request, String name, String otherwise) {
        var value = request.getParameter(name);
        return value == null
                ? otherwise
                : value.replace("\r\n", "\n").replace("\u0000", "").strip();
    }

    FormErrors errors() {
        var errors = FormErrors.none();
        if (title.isEmpty()) {
            errors = errors.and("title", "development.objective.title.missing");
        }
        errors = tooLong(errors, "title", title, TITLE);
        if (due.isWrong()) {
            errors = errors.and("due-day", "development.plan.notADay");
        }
        for (var action : actions) {
            errors = tooLong(errors, action.field(), action.text(), TEXT);
            if (action.due().isWrong()) {
                errors = errors.and(action.field() + "-due-day", "development.plan.notADay");
            }
        }
        errors = tooLong(errors, "reason", reason, TEXT);
        errors = tooLong(errors, "support", support, TEXT);
        for (var note : notes) {
            errors = tooLong(errors, note.field(), note.text(), TEXT);
            if (note.on().date().isEmpty()) {
                errors = errors.and(note.field() + "-on-day", "development.plan.notADay");
            }
        }
        errors = tooLong(errors, "learning", learning, TEXT);
        return tooLong(errors, "impact", impact, TEXT);
    }

    private static FormErrors tooLong(FormErrors errors, String field, String text, int most) {
        return text.length() > most ? errors.and(field, "development.plan.tooLong", most, text.length()) : errors;
    }

    /** All that can be saved of what is written; whatever is wrong stays as it was saved before. */
    Objective on(Objective saved, LocalDate today) {
        var written = new ArrayList<Action>();
        for (var action : actions) {
            var before = saved.action(action.id()).orElseThrow();
            written.add(new Action(
                    action.id(),
                    fitting(action.text(), before.text(), TEXT),
                    day(action.due(), before.due()),
                    stamped(action.done(), before.doneOn(), today)));
        }
        var noted = new ArrayList<Note>();
        for (var note : notes) {
            var before = saved.note(note.id()).orElseThrow();
            noted.add(new Note(
                    note.id(), note.on().date().orElse(before.on()), fitting(note.text(), before.text(), TEXT)));
        }
        return new Objective(
                saved.id(),
                title.isEmpty() ? saved.title() : fitting(title, saved.title(), TITLE),
                fitting(reason, saved.reason(), TEXT),
                fitting(support, saved.support(), TEXT),
                day(due, saved.due()),
                stamped(completed, saved.completedOn(), today),
                saved.traces(),
                written,
                noted,
                fitting(learning, saved.learning(), TEXT),
                new Impact(
                        Impact.Method.ofSlug(method).orElse(null),
                        fitting(impact, saved.impact().result(), TEXT)));
    }

    /** True when the part on progress, learning and impact has something in it, or something wrong. */
    boolean hasProgress() {
        return !notes.isEmpty() || !learning.isEmpty() || !method.isEmpty() || !impact.isEmpty();
    }

    /** The same form with one action a place further up (-1) or down (1). */
    ObjectiveForm moved(ActionId action, int by) {
        var order = new ArrayList<>(actions);
        for (var from = 0; from < order.size(); from++) {
            var to = from + by;
            if (order.get(from).id().equals(action) && to >= 0 && to < order.size()) {
                Collections.swap(order, from, to);
                break;
            }
        }
        return new ObjectiveForm(
                title, reason, support, due, completed, List.copyOf(order), notes, learning, method, impact);
    }

    private static String fitting(String text, String before, int most) {
        return text.length() > most ? before : text;
    }

    private static @Nullable LocalDate day(DateInput typed, @Nullable LocalDate before) {
        return typed.isWrong() ? before : typed.date().orElse(null);
    }

    private static @Nullable LocalDate stamped(boolean now, @Nullable LocalDate before, LocalDate today) {
        return now ? Optional.ofNullable(before).orElse(today) : null;
    }
}
