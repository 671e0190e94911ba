package org.espalier.portfolio.registration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.espalier.access.Actor;
import org.espalier.kernel.Problem;
import org.espalier.portfolio.registration.KeepRegistration;
import org.espalier.portfolio.registration.RegistrationId;
import org.espalier.portfolio.registration.Renewal;
import org.espalier.portfolio.registration.Renewals;
import org.espalier.portfolio.registration.Requirement;
import org.espalier.ui.DateInput;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person writes what only they can say: statements, hours of practice, and why there is a gap. */
@Controller
@RequestMapping(RegistrationPages.ADDRESS + "/{id:\\d+}")
class OwnWordsPages {
    private final Renewals renewals;
    private final KeepRegistration keep;

    OwnWordsPages(Renewals renewals, KeepRegistration keep) {
        this.renewals = renewals;
        this.keep = keep;
    }

    @GetMapping("/say/{requirement}")
    String say(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable String requirement,
            Model model) {
        var renewal = renewals.get(actor, new RegistrationId(id));
        var text = renewal.log().statements().getOrDefault(requirement, "");
        return statement(renewal, requirement, text, FormErrors.none(), model);
    }

    @PostMapping("/say/{requirement}")
    String say(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable String requirement,
            @RequestParam(defaultValue = "") String text,
            HttpServletResponse response,
            Model model) {
        var registration = new RegistrationId(id);
        var renewal = renewals.get(actor, registration);
        var typed = text.replace("\r\n", "\n");
        var errors = tooLong("text", typed, KeepRegistration.LONGEST_TEXT);
        if (!errors.any()) {
            keep.say(actor, registration, requirement, typed);
            return "redirect:" + RegistrationPages.address(registration) + "?saved#" + requirement;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return statement(renewal, requirement, typed, errors, model);
    }

    private static String statement(Renewal renewal, String requirement, String text, FormErrors errors, Model model) {
        var asked = renewal.registration().rules().requirements().stream()
                .filter(one -> one.id().equals(requirement) && one instanceof Requirement.Statement)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("portfolio.registration.problem.noStatement"));
        model.addAttribute("renewal", renewal);
        model.addAttribute("requirement", asked);
        model.addAttribute("text", text);
        model.addAttribute("errors", errors);
        return "portfolio/registration/web/say";
    }

    @GetMapping("/gap")
    String gap(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model) {
        var renewal = renewals.get(actor, new RegistrationId(id));
        var form = new PeriodForm(DateInput.of(day(from)), DateInput.of(day(until)), "", "", "", FormErrors.none());
        return gap(renewal, form, model);
    }

    @PostMapping("/gap")
    String explain(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var renewal = renewals.get(actor, new RegistrationId(id));
        var form = PeriodForm.explanation(request);
        if (!form.errors().any()) {
            keep.explain(actor, form.first(), form.last(), form.text());
            return "redirect:" + RegistrationPages.address(new RegistrationId(id)) + "?saved";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return gap(renewal, form, model);
    }

    @PostMapping("/gap/{explanation:\\d+}/remove")
    String takeBack(@AuthenticationPrincipal Actor actor, @PathVariable long id, @PathVariable long explanation) {
        keep.takeBackExplanation(actor, explanation);
        return "redirect:" + RegistrationPages.address(new RegistrationId(id)) + "?saved";
    }

    private static String gap(Renewal renewal, PeriodForm form, Model model) {
        model.addAttribute("renewal", renewal);
        model.addAttribute("form", form);
        return "portfolio/registration/web/gap";
    }

    @GetMapping("/practice")
    String practice(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam @Nullable String saved,
            Model model) {
        var form = new PeriodForm(DateInput.of(null), DateInput.of(null), "", "", "", FormErrors.none());
        model.addAttribute("saved", saved != null);
        return practice(renewals.get(actor, new RegistrationId(id)), form, model);
    }

    @PostMapping("/practice")
    String practise(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var renewal = renewals.get(actor, new RegistrationId(id));
        var form = PeriodForm.practice(request);
        if (form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("saved", false);
            return practice(renewal, form, model);
        }
        keep.practise(
                actor, form.first(), form.last(), form.amount().orElse(BigDecimal.ZERO), form.setting(), form.text());
        return "redirect:" + RegistrationPages.address(new RegistrationId(id)) + "/practice?saved";
    }

    @PostMapping("/practice/{period:\\d+}/remove")
    String removePractice(@AuthenticationPrincipal Actor actor, @PathVariable long id, @PathVariable long period) {
        keep.removePractice(actor, period);
        return "redirect:" + RegistrationPages.address(new RegistrationId(id)) + "/practice?saved";
    }

    private static String practice(Renewal renewal, PeriodForm form, Model model) {
        model.addAttribute("renewal", renewal);
        model.addAttribute("form", form);
        return "portfolio/registration/web/practice";
    }

    private static FormErrors tooLong(String field, String text, int longest) {
        return text.length() > longest
                ? FormErrors.of(field, "portfolio.registration.text.long", longest)
                : FormErrors.none();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A period with what happened in it, as typed. */
    record PeriodForm(DateInput from, DateInput until, String hours, String setting, String text, FormErrors errors) {

        static PeriodForm explanation(HttpServletRequest request) {
            var form = typed(request);
            var wrong = form.errors();
            if (form.text().isBlank()) {
                wrong = wrong.and("text", "portfolio.registration.gap.text.missing");
            } else if (form.text().length() > KeepRegistration.LONGEST_TEXT) {
                wrong = wrong.and("text", "portfolio.registration.text.long", KeepRegistration.LONGEST_TEXT);
            }
            return form.with(wrong);
        }

        static PeriodForm practice(HttpServletRequest request) {
            var form = typed(request);
            var wrong = form.errors();
            var amount = form.amount();
            if (amount.isEmpty()) {
                wrong = wrong.and("hours", "portfolio.registration.practice.hours.wrong");
            } else if (!wrong.any()
                    && amount.get().compareTo(KeepRegistration.mostHours(form.first(), form.last())) > 0) {
                wrong = wrong.and("hours", "portfolio.registration.practice.hours.many");
            }
            if (form.setting().isEmpty()) {
                wrong = wrong.and("setting", "portfolio.registration.practice.setting.missing");
            }
            for (var field : List.of("setting", "text")) {
                if ((field.equals("setting") ? form.setting() : form.text()).length() > KeepRegistration.LONGEST_LINE) {
                    wrong = wrong.and(field, "portfolio.registration.text.long", KeepRegistration.LONGEST_LINE);
                }
            }
            return form.with(wrong);
        }

        private static PeriodForm typed(HttpServletRequest request) {
            var from = DateInput.of(request, "from");
            var until = DateInput.of(request, "until");
            var wrong = FormErrors.none();
            if (from.date().isEmpty()) {
                wrong = wrong.and("from-day", "portfolio.registration.from.wrong");
            }
            if (until.date().isEmpty()) {
                wrong = wrong.and("until-day", "portfolio.registration.last.wrong");
            } else if (from.date().filter(until.date().get()::isBefore).isPresent()) {
                wrong = wrong.and("until-day", "portfolio.registration.last.before");
            }
            return new PeriodForm(
                    from, until, sent(request, "hours"), sent(request, "setting"), sent(request, "text"), wrong);
        }

        private static String sent(HttpServletRequest request, String name) {
            var value = (@Nullable String) request.getParameter(name);
            return value == null ? "" : value.strip();
        }

        private PeriodForm with(FormErrors wrong) {
            return new PeriodForm(from, until, hours, setting, text, wrong);
        }

        LocalDate first() {
            return from.date().orElseThrow();
        }

        LocalDate last() {
            return until.date().orElseThrow();
        }

        Optional<BigDecimal> amount() {
            try {
                return Optional.of(new BigDecimal(hours.replace(',', '.')))
                        .filter(amount -> amount.signum() > 0 && amount.scale() <= 2 && amount.precision() <= 7);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }
}
