package org.espalier.access.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.espalier.access.Account;
import org.espalier.access.AccountId;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.ChangeAccount;
import org.espalier.access.CreateAccount;
import org.espalier.access.PasswordLinks;
import org.espalier.access.Role;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where administrators look after accounts. */
@Controller
@RequestMapping("/admin/accounts")
class AccountsPages {
    private final Accounts accounts;
    private final CreateAccount createAccount;
    private final ChangeAccount changeAccount;
    private final PasswordLinks links;

    AccountsPages(Accounts accounts, CreateAccount createAccount, ChangeAccount changeAccount, PasswordLinks links) {
        this.accounts = accounts;
        this.createAccount = createAccount;
        this.changeAccount = changeAccount;
        this.links = links;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        var words = q.strip();
        var wanted = Math.clamp(page, 1, 1_000_000);
        var found = accounts.matching(words, wanted);
        model.addAttribute("accounts", found.stream().limit(Accounts.PAGE).toList());
        model.addAttribute("words", words);
        model.addAttribute("number", wanted);
        model.addAttribute("hasNext", found.size() > Accounts.PAGE);
        return "access/web/accounts";
    }

    @GetMapping("/new")
    String create(Model model) {
        model.addAttribute("form", AccountForm.empty());
        return "access/web/newAccount";
    }

    @PostMapping
    String create(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") Set<Role> roles,
            HttpServletResponse response,
            Model model) {
        var form = AccountForm.typed(name, email, roles);
        if (!form.errors().any()) {
            var created = createAccount.by(actor, form.address(), form.name(), form.roles());
            if (created.isPresent()) {
                return linkPage(actor, created.get(), model);
            }
            form = form.with("email", "access.email.taken");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("form", form);
        return "access/web/newAccount";
    }

    @GetMapping("/{id}")
    String one(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam @Nullable String saved,
            Model model) {
        var account = accounts.get(new AccountId(id));
        return accountPage(actor, account, AccountForm.of(account), saved != null, model);
    }

    @PostMapping("/{id}")
    String change(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<Role> roles,
            HttpServletResponse response,
            Model model) {
        var account = accounts.get(new AccountId(id));
        var form = AccountForm.typed(name, account.email().value(), roles);
        if (form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return accountPage(actor, account, form, false, model);
        }
        changeAccount.change(actor, account.id(), form.name(), form.roles());
        return "redirect:/admin/accounts/" + id + "?saved";
    }

    @PostMapping("/{id}/link")
    String link(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        return linkPage(actor, accounts.get(new AccountId(id)).id(), model);
    }

    @PostMapping("/{id}/disable")
    String disable(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        changeAccount.disable(actor, new AccountId(id));
        return "redirect:/admin/accounts/" + id + "?saved";
    }

    @PostMapping("/{id}/enable")
    String enable(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        changeAccount.enable(actor, new AccountId(id));
        return "redirect:/admin/accounts/" + id + "?saved";
    }

    private static String accountPage(Actor actor, Account account, AccountForm form, boolean saved, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("form", form);
        model.addAttribute("saved", saved);
        model.addAttribute("own", actor.account().equals(account.id()));
        return "access/web/accountDetail";
    }

    /** The link is shown once, in the answer to what made it. */
    private String linkPage(Actor actor, AccountId id, Model model) {
        var token = links.issue(actor, id);
        model.addAttribute("account", accounts.get(id));
        model.addAttribute("days", PasswordLinks.VALID_FOR.toDays());
        model.addAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/set-password/" + token.value())
                        .toUriString());
        return "access/web/passwordLink";
    }
}
