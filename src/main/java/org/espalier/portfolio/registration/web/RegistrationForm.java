package org.espalier.portfolio.registration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.espalier.portfolio.registration.Registering;
import org.espalier.portfolio.registration.Registration;
import org.espalier.portfolio.registration.RuleSet;
import org.espalier.ui.DateInput;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;

/** What a person types about a registration of theirs, as typed. */
record RegistrationForm(String rules, String number, DateInput until, DateInput since, boolean two, FormErrors errors) {
    static final int LONGEST_NUMBER = 40;

    static RegistrationForm empty() {
        return new RegistrationForm("", "", DateInput.of(null), DateInput.of(null), false, FormErrors.none());
    }

    static RegistrationForm of(Registration registration) {
        var number = registration.number();
        return new RegistrationForm(
                registration.rules().id(),
                number == null ? "" : number,
                DateInput.of(registration.cycleUntil()),
                DateInput.of(registration.since()),
                registration.two(),
                FormErrors.none());
    }

    static RegistrationForm typed(HttpServletRequest request) {
        return new RegistrationForm(
                        sent(request, "rules"),
                        sent(request, "number"),
                        DateInput.of(request, "until"),
                        DateInput.of(request, "since"),
                        request.getParameter("two") != null,
                        FormErrors.none())
                .checked();
    }

    private static String sent(HttpServletRequest request, String name) {
        var value = (@Nullable String) request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** With what is missing or wrong when this is what the person can choose from. */
    RegistrationForm complete(List<RuleSet> choices) {
        return choices.stream()
                .filter(choice -> choice.id().equals(rules))
                .findFirst()
                .map(this::under)
                .orElseGet(() -> new RegistrationForm(
                        rules, number, until, since, two, first("rules", "portfolio.registration.rules.missing")));
    }

    /** Under these rules, which may know nothing of two registrations. */
    RegistrationForm under(RuleSet chosen) {
        return new RegistrationForm(chosen.id(), number, until, since, two && chosen.twoPossible(), errors);
    }

    private FormErrors first(String field, String messageKey) {
        var all = FormErrors.of(field, messageKey);
        for (var error : errors.all()) {
            all = all.and(error.field(), error.messageKey(), error.arguments().toArray());
        }
        return all;
    }

    private RegistrationForm checked() {
        var wrong = errors;
        if (number.length() > LONGEST_NUMBER) {
            wrong = wrong.and("number", "portfolio.registration.number.long", LONGEST_NUMBER);
        }
        if (until.date().isEmpty()) {
            wrong = wrong.and(
                    "until-day",
                    until.isEmpty() ? "portfolio.registration.until.missing" : "portfolio.registration.day.wrong");
        }
        if (since.isWrong()) {
            wrong = wrong.and("since-day", "portfolio.registration.day.wrong");
        }
        return new RegistrationForm(rules, number, until, since, two, wrong);
    }

    Registering registering() {
        return new Registering(
                number.isEmpty() ? null : number,
                until.date().orElseThrow(),
                since.date().orElse(null),
                two);
    }
}
