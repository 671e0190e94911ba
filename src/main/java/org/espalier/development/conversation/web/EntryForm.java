package org.espalier.development.conversation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.espalier.development.conversation.Preceptorship.Kind;
import org.espalier.ui.DateInput;
import org.espalier.ui.FormErrors;

/** A meeting of a preceptorship, or protected time, as it is written. */
record EntryForm(String kind, DateInput on, String minutes, String note) {

    static EntryForm empty(LocalDate today) {
        return new EntryForm("", DateInput.of(today), "", "");
    }

    static EntryForm of(HttpServletRequest request) {
        return new EntryForm(
                Words.of(request.getParameter("kind")),
                DateInput.of(request, "on"),
                Words.of(request.getParameter("minutes")),
                Words.of(request.getParameter("note")));
    }

    Optional<Kind> chosen() {
        return Arrays.stream(Kind.values())
                .filter(one -> one.slug().equals(kind))
                .findFirst();
    }

    Optional<Integer> length() {
        return Words.minutes(minutes).filter(typed -> typed > 0);
    }

    FormErrors errors() {
        var errors = FormErrors.none();
        if (chosen().isEmpty()) {
            errors = errors.and("kind", "development.entry.kind.missing");
        }
        if (on.date().isEmpty()) {
            errors = errors.and("on-day", "development.plan.notADay");
        }
        if (length().isEmpty()) {
            errors = errors.and("minutes", "development.minutes.wrong");
        }
        return Words.tooLong(errors, "note", note);
    }
}
