package org.espalier.portfolio.registration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Optional;
import org.espalier.person.Insider;
import org.espalier.portfolio.Today;
import org.espalier.portfolio.registration.OrganisationRules;
import org.espalier.portfolio.registration.OrganisationRulesId;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an organisation's administrator says what it asks of its own people in each cycle. */
@Controller
@RequestMapping("/organisations/{slug}/learning-rules")
class OrganisationRulesPages {
    private static final int LONGEST_TITLE = 100;

    private final OrganisationRules rules;
    private final Today today;

    OrganisationRulesPages(OrganisationRules rules, Today today) {
        this.rules = rules;
        this.today = today;
    }

    /** What an administrator types; a field left empty asks for nothing. */
    record Form(
            String title, String months, String hours, String participatory, String reflections, FormErrors errors) {

        Form checked() {
            var wrong = errors;
            if (title.isEmpty() || title.length() > LONGEST_TITLE) {
                wrong = wrong.and("title", "portfolio.registration.rule.title.missing", LONGEST_TITLE);
            }
            if (number(months).filter(one -> one >= 1 && one <= 120).isEmpty()) {
                wrong = wrong.and("months", "portfolio.registration.rule.months.wrong");
            }
            if (amount(hours).isEmpty()) {
                wrong = wrong.and("hours", "portfolio.registration.rule.number.wrong");
            }
            if (amount(participatory).isEmpty()) {
                wrong = wrong.and("participatory", "portfolio.registration.rule.number.wrong");
            }
            if (number(reflections).filter(one -> one >= 0 && one <= 100).isEmpty()) {
                wrong = wrong.and("reflections", "portfolio.registration.rule.number.wrong");
            }
            if (!wrong.any()) {
                var draft = draft();
                if (draft.participatoryHours().compareTo(draft.hours()) > 0) {
                    wrong = wrong.and("participatory", "portfolio.registration.rule.participatory.many");
                } else if (draft.hours().signum() == 0 && draft.reflections() == 0) {
                    wrong = wrong.and("hours", "portfolio.registration.rule.nothing");
                }
            }
            return new Form(title, months, hours, participatory, reflections, wrong);
        }

        OrganisationRules.Draft draft() {
            return new OrganisationRules.Draft(
                    title,
                    number(months).orElseThrow(),
                    amount(hours).orElseThrow(),
                    amount(participatory).orElseThrow(),
                    number(reflections).orElseThrow());
        }

        private static Optional<Integer> number(String typed) {
            try {
                return Optional.of(typed.isEmpty() ? 0 : Integer.parseInt(typed));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        private static Optional<BigDecimal> amount(String typed) {
            try {
                return Optional.of(typed.isEmpty() ? BigDecimal.ZERO : new BigDecimal(typed.replace(',', '.')))
                        .filter(one ->
                                one.signum() >= 0 && one.compareTo(BigDecimal.valueOf(2000)) <= 0 && one.scale() <= 2);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    @GetMapping
    String list(Insider insider, @RequestParam @Nullable String saved, Model model) {
        model.addAttribute("saved", saved != null);
        return page(insider, new Form("", "12", "", "", "", FormErrors.none()), model);
    }

    @PostMapping
    String write(
            Insider insider,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String months,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String participatory,
            @RequestParam(defaultValue = "") String reflections,
            HttpServletResponse response,
            Model model) {
        insider.requireAdministrator();
        var form = new Form(
                        title.strip(),
                        months.strip(),
                        hours.strip(),
                        participatory.strip(),
                        reflections.strip(),
                        FormErrors.none())
                .checked();
        if (form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("saved", false);
            return page(insider, form, model);
        }
        rules.write(insider, form.draft());
        return "redirect:" + insider.organisation().address() + "/learning-rules?saved";
    }

    @PostMapping("/{id:\\d+}/end")
    String end(Insider insider, @PathVariable long id) {
        rules.end(insider, new OrganisationRulesId(id));
        return "redirect:" + insider.organisation().address() + "/learning-rules?saved";
    }

    private String page(Insider insider, Form form, Model model) {
        model.addAttribute("written", rules.of(insider));
        model.addAttribute("today", today.date());
        model.addAttribute("form", form);
        return "portfolio/registration/web/rules";
    }
}
