package org.espalier.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.ChangePassword;
import org.espalier.access.SignOut;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: who one is here, the password, and signing out everywhere. */
@Controller
class AccountPages {
    private final Accounts accounts;
    private final ChangePassword changePassword;
    private final SignOut signOut;

    AccountPages(Accounts accounts, ChangePassword changePassword, SignOut signOut) {
        this.accounts = accounts;
        this.changePassword = changePassword;
        this.signOut = signOut;
    }

    @GetMapping("/account")
    String account(@AuthenticationPrincipal Actor actor, @RequestParam @Nullable String changed, Model model) {
        model.addAttribute("account", accounts.get(actor.account()));
        model.addAttribute("passwordChanged", changed != null);
        return "access/web/account";
    }

    @GetMapping("/account/password")
    String password(@AuthenticationPrincipal Actor actor, Model model) {
        return passwordPage(actor, FormErrors.none(), model);
    }

    @PostMapping("/account/password")
    String changePassword(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (current.isEmpty()) {
            return refused(actor, FormErrors.of("current", "access.password.current.missing"), response, model);
        }
        return switch (changePassword.of(actor, current, next)) {
            case ChangePassword.Result.Changed(var token) -> {
                Cookies.SESSION.write(token, request, response);
                yield "redirect:/account?changed";
            }
            case ChangePassword.Result.CurrentPasswordWrong() ->
                refused(actor, FormErrors.of("current", "access.password.current.wrong"), response, model);
            case ChangePassword.Result.Weak(var weakness) ->
                refused(actor, NewPassword.weak("next", weakness), response, model);
            case ChangePassword.Result.Wait(var duration) ->
                refused(
                        actor,
                        FormErrors.of("current", "access.signIn.wait", SignInPages.wholeMinutes(duration)),
                        response,
                        model);
            case ChangePassword.Result.TooBusy() ->
                refused(actor, FormErrors.of("current", "access.signIn.tooBusy"), response, model);
        };
    }

    @PostMapping("/account/sign-out-everywhere")
    String signOutEverywhere(
            @AuthenticationPrincipal Actor actor, HttpServletRequest request, HttpServletResponse response) {
        signOut.everywhere(actor);
        Cookies.SESSION.remove(request, response);
        return "redirect:/sign-in?out";
    }

    private String refused(Actor actor, FormErrors errors, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return passwordPage(actor, errors, model);
    }

    private String passwordPage(Actor actor, FormErrors errors, Model model) {
        model.addAttribute("account", accounts.get(actor.account()));
        model.addAttribute("errors", errors);
        return "access/web/password";
    }
}
