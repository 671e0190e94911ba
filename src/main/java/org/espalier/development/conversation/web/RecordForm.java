package org.espalier.development.conversation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.espalier.development.conversation.Agreement;
import org.espalier.development.conversation.AppraisalView;
import org.espalier.ui.DateInput;
import org.espalier.ui.FormErrors;

/**
 * The record of an appraisal as it is written.
 *
 * @param seen the revision that the words build on
 */
record RecordForm(
        DateInput metOn, String lookingBack, String lookingAhead, String support, DateInput nextBy, int seen) {

    /** The next appraisal is due a year after this one, unless they agree otherwise. */
    private static final int YEARS_BETWEEN = 1;

    static RecordForm of(AppraisalView view, LocalDate today) {
        var agreement = view.agreement();
        var metOn = Optional.ofNullable(agreement.metOn()).orElse(today);
        return new RecordForm(
                DateInput.of(metOn),
                agreement.lookingBack(),
                agreement.lookingAhead(),
                agreement.support(),
                DateInput.of(Optional.ofNullable(agreement.nextBy()).orElse(metOn.plusYears(YEARS_BETWEEN))),
                view.revision());
    }

    static RecordForm of(HttpServletRequest request) {
        return new RecordForm(
                DateInput.of(request, "metOn"),
                Words.of(request.getParameter("lookingBack")),
                Words.of(request.getParameter("lookingAhead")),
                Words.of(request.getParameter("support")),
                DateInput.of(request, "nextBy"),
                number(request.getParameter("seen")));
    }

    private static int number(String sent) {
        try {
            return Integer.parseInt(sent);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    RecordForm seeing(int revision) {
        return new RecordForm(metOn, lookingBack, lookingAhead, support, nextBy, revision);
    }

    FormErrors errors() {
        var errors = FormErrors.none();
        if (metOn.date().isEmpty()) {
            errors = errors.and("metOn-day", "development.plan.notADay");
        }
        errors = Words.tooLong(errors, "lookingBack", lookingBack);
        errors = Words.tooLong(errors, "lookingAhead", lookingAhead);
        errors = Words.tooLong(errors, "support", support);
        return nextBy.isWrong() ? errors.and("nextBy-day", "development.plan.notADay") : errors;
    }

    Agreement agreement() {
        return new Agreement(
                metOn.date().orElse(null),
                lookingBack,
                lookingAhead,
                support,
                nextBy.date().orElse(null));
    }
}
