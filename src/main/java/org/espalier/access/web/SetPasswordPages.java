package org.espalier.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.espalier.access.Account;
import org.espalier.access.PasswordLinks;
import org.espalier.access.PasswordRule;
import org.espalier.access.SecretToken;
import org.espalier.ui.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a one-time link leads: the person sets a password and is signed in. Only sending the form uses the link up. */
@Controller
class SetPasswordPages {
    private final PasswordLinks links;

    SetPasswordPages(PasswordLinks links) {
        this.links = links;
    }

    @GetMapping("/set-password/{token}")
    String form(@PathVariable String token, HttpServletResponse response, Model model) {
        return links.find(new SecretToken(token))
                .map(account -> page(token, account, FormErrors.none(), model))
                .orElseGet(() -> linkOver(response));
    }

    @PostMapping("/set-password/{token}")
    String set(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var link = new SecretToken(token);
        var account = links.find(link).orElse(null);
        if (account == null) {
            return linkOver(response);
        }
        var weakness =
                PasswordRule.weakness(next, account.name(), account.email().value());
        if (weakness.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(token, account, NewPassword.weak("next", weakness.get()), model);
        }
        return links.redeem(link, next)
                .map(session -> {
                    Cookies.SESSION.write(session, request, response);
                    Cookies.FORM.remove(request, response);
                    return "redirect:" + WantedPage.in(null).path();
                })
                .orElseGet(() -> linkOver(response));
    }

    private static String page(String token, Account account, FormErrors errors, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("account", account);
        model.addAttribute("errors", errors);
        return "access/web/setPassword";
    }

    private static String linkOver(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "access/web/linkOver";
    }
}
