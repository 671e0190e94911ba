package org.espalier.portfolio.web;

import jakarta.servlet.http.HttpServletRequest;
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
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidencePaths;
import org.espalier.portfolio.EvidenceView;
import org.espalier.portfolio.Portfolios;
import org.espalier.portfolio.ShareEvidence;
import org.espalier.portfolio.ShareId;
import org.espalier.portfolio.Shares;
import org.espalier.portfolio.Today;
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

/** Where a person shares an item of theirs, sees who looked, and ends it. */
@Controller
@RequestMapping(EvidencePaths.PORTFOLIO + "/{id:\\d+}/share")
class SharePages {
    private static final int LONGEST_PURPOSE = 200;
    private static final int USUAL_MONTHS = 1;

    private final People people;
    private final LineManagement lineManagement;
    private final Accounts accounts;
    private final Portfolios portfolios;
    private final Shares shares;
    private final ShareEvidence shareEvidence;
    private final Today today;

    SharePages(
            People people,
            LineManagement lineManagement,
            Accounts accounts,
            Portfolios portfolios,
            Shares shares,
            ShareEvidence shareEvidence,
            Today today) {
        this.people = people;
        this.lineManagement = lineManagement;
        this.accounts = accounts;
        this.portfolios = portfolios;
        this.shares = shares;
        this.shareEvidence = shareEvidence;
        this.today = today;
    }

    /**
     * What a person types to share something.
     *
     * @param with the number of a line manager's account; empty for somebody else
     */
    record Form(String with, String email, String purpose, DateInput until, FormErrors errors) {
        Form wrong(String field, String messageKey, Object... arguments) {
            return new Form(with, email, purpose, until, errors.and(field, messageKey, arguments));
        }
    }

    @GetMapping
    String ask(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        var until = DateInput.of(today.date().plusMonths(USUAL_MONTHS));
        return page(actor, own(actor, id), new Form("", "", "", until, FormErrors.none()), model);
    }

    @PostMapping
    String share(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String purpose,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var item = own(actor, id);
        var form = new Form(with, email.strip(), purpose.strip(), DateInput.of(request, "until"), FormErrors.none());
        var account = account(actor, form);
        if (account == null) {
            form = form.wrong("email", email.isBlank() ? "portfolio.share.who.missing" : "portfolio.share.who.unknown");
        } else if (account.equals(actor.account())) {
            form = form.wrong("email", "portfolio.share.who.you");
        }
        if (form.purpose().isEmpty() || form.purpose().length() > LONGEST_PURPOSE) {
            form = form.wrong("purpose", "portfolio.share.purpose.missing", LONGEST_PURPOSE);
        }
        var last = form.until().date().orElse(null);
        if (last == null || last.isBefore(today.date())) {
            form = form.wrong("until-day", "portfolio.share.until.wrong");
        }
        if (form.errors().any() || account == null || last == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor, item, form, model);
        }
        shareEvidence.share(actor, List.of(item.id()), account, form.purpose(), last);
        return "redirect:" + EvidencePaths.of(item.id()) + "?shared#shares";
    }

    @PostMapping("/{share:\\d+}/withdraw")
    String withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id, @PathVariable long share) {
        var item = own(actor, id);
        var isIts = shares.of(item.id()).stream().anyMatch(one -> one.id().equals(new ShareId(share)));
        if (!isIts) {
            throw new Problem.NotFound("portfolio.problem.noShare");
        }
        shareEvidence.withdraw(actor, List.of(new ShareId(share)));
        return "redirect:" + EvidencePaths.of(item.id()) + "?saved#shares";
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

    private EvidenceView own(Actor actor, long id) {
        var item = portfolios.get(people.of(actor), new EvidenceId(id));
        if (item.isDraft() || item.isInBin()) {
            throw new Problem.Conflict("portfolio.problem.notSaved");
        }
        return item;
    }

    private String page(Actor actor, EvidenceView item, Form form, Model model) {
        model.addAttribute("item", item);
        model.addAttribute("form", form);
        model.addAttribute("managers", managers(actor));
        return "portfolio/web/share";
    }
}
