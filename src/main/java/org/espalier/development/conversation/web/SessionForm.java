package org.espalier.development.conversation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.espalier.development.conversation.Side;
import org.espalier.development.conversation.Supervision.Attendance;
import org.espalier.development.conversation.Supervision.Session;
import org.espalier.ui.DateInput;
import org.espalier.ui.FormErrors;

/** A session of supervision as it is written. */
record SessionForm(DateInput on, String attendance, String minutes, String note, DateInput next) {

    static SessionForm empty(LocalDate today) {
        return new SessionForm(DateInput.of(today), Attendance.HELD.slug(), "", "", DateInput.of((LocalDate) null));
    }

    static SessionForm of(Session session, Side side) {
        return new SessionForm(
                DateInput.of(session.on()),
                session.attendance().slug(),
                session.minutes() == 0 ? "" : String.valueOf(session.minutes()),
                session.note(side),
                DateInput.of((LocalDate) null));
    }

    static SessionForm of(HttpServletRequest request) {
        return new SessionForm(
                DateInput.of(request, "on"),
                Words.of(request.getParameter("attendance")),
                Words.of(request.getParameter("minutes")),
                Words.of(request.getParameter("note")),
                DateInput.of(request, "next"));
    }

    Optional<Attendance> attended() {
        return Arrays.stream(Attendance.values())
                .filter(one -> one.slug().equals(attendance))
                .findFirst();
    }

    Optional<Integer> length() {
        return Words.minutes(minutes);
    }

    FormErrors errors() {
        var errors = FormErrors.none();
        if (on.date().isEmpty()) {
            errors = errors.and("on-day", "development.plan.notADay");
        }
        if (attended().isEmpty()) {
            errors = errors.and("attendance", "development.session.attendance.missing");
        }
        if (!minutes.isEmpty() && length().isEmpty()) {
            errors = errors.and("minutes", "development.minutes.wrong");
        }
        errors = Words.tooLong(errors, "note", note);
        return next.isWrong() ? errors.and("next-day", "development.plan.notADay") : errors;
    }
}
