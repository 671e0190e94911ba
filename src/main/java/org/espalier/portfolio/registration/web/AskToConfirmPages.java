package org.espalier.portfolio.registration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.espalier.access.Account;
import org.espalier.access.AccountId;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.EmailAddress;
import org.espalier.kernel.Problem;
import org.espalier.person.LineManagement;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.portfolio.registration.AskToConfirm;
import org.espalier.portfolio.registration.AttestationId;
import org.espalier.portfolio.registration.RegistrationId;
import org.espalier.portfolio.registration.Renewal;
import org.espalier.portfolio.registration.Renewals;
import org.espalier.portfolio.registration.Requirement;
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

/** Where a person asks somebody to confirm something about a registration of theirs. */
@Controller
@RequestMapping(RegistrationPages.ADDRESS + "/{id:\\d+}")
class AskToConfirmPages {
    private final People people;
    private final LineManagement lineManagement;
    private final Accounts accounts;
    private final Renewals renewals;
    private final AskToConfirm askToConfirm;

    AskToConfirmPages(
            People people,
            LineManagement lineManagement,
            Accounts accounts,
            Renewals renewals,
            AskToConfirm askToConfirm) {
        this.people = people;
        this.lineManagement = lineManagement;
        this.accounts = accounts;
        this.renewals = renewals;
        this.askToConfirm = askToConfirm;
    }

    /**
     * Whom to ask, as typed.
     *
     * @param with the number of a line manager's account; empty for somebody else
     */
    record Form(String with, String email, String message, FormErrors errors) {
        Form wrong(String field, String messageKey, Object... arguments) {
            return new Form(with, email, message, errors.and(field, messageKey, arguments));
        }
    }

    @GetMapping("/ask/{requirement}")
    String ask(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable String requirement,
            Model model) {
        var renewal = renewals.get(actor, new RegistrationId(id));
        return page(actor, renewal, requirement, new Form("", "", "", FormErrors.none()), model);
    }

    @PostMapping("/ask/{requirement}")
    String ask(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable String requirement,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String message,
            HttpServletResponse response,
            Model model) {
        var renewal = renewals.get(actor, new RegistrationId(id));
        var form = new Form(with, email.strip(), message.strip(), FormErrors.none());
        var other = account(actor, form);
        if (other == null) {
            form = form.wrong(
                    "email", form.email().isEmpty() ? "portfolio.share.who.missing" : "portfolio.share.who.unknown");
        } else if (other.equals(actor.account())) {
            form = form.wrong("email", "portfolio.registration.ask.yourself");
        }
        if (form.message().length() > AskToConfirm.LONGEST_MESSAGE) {
            form = form.wrong("message", "portfolio.registration.text.long", AskToConfirm.LONGEST_MESSAGE);
        }
        if (form.errors().any() || other == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor, renewal, requirement, form, model);
        }
        askToConfirm.ask(actor, new RegistrationId(id), requirement, other, form.message());
        return "redirect:" + RegistrationPages.address(new RegistrationId(id)) + "?saved#" + requirement;
    }

    @PostMapping("/asked/{attestation:\\d+}/withdraw")
    String withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id, @PathVariable long attestation) {
        askToConfirm.withdraw(actor, new RegistrationId(id), new AttestationId(attestation));
        return "redirect:" + RegistrationPages.address(new RegistrationId(id)) + "?saved";
    }

    private @Nullable AccountId account(Actor actor, Form form) {
        if (!form.with().isEmpty()) {
            return managers(actor).stream()
                    .map(Person::account)
                    .filter(account -> account.toString().equals(form.with()))
                    .findFirst()
                    .orElse(null);
        }
        return EmailAddress.in(form.email())
                .flatMap(accounts::find)
                .filter(account -> !account.disabled())
                .map(Account::id)
                .orElse(null);
    }

    private List<Person> managers(Actor actor) {
        return lineManagement.managersOf(people.of(actor));
    }

    private String page(Actor actor, Renewal renewal, String requirement, Form form, Model model) {
        var asked = renewal.registration().rules().requirements().stream()
                .filter(one -> one.id().equals(requirement) && one instanceof Requirement.Attested)
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("portfolio.registration.problem.noConfirmation"));
        model.addAttribute("renewal", renewal);
        model.addAttribute("requirement", asked);
        model.addAttribute("form", form);
        model.addAttribute("managers", managers(actor));
        return "portfolio/registration/web/ask";
    }
}
