package org.espalier.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.espalier.access.Actor;
import org.espalier.access.SignIn;
import org.espalier.access.SignInResult;
import org.espalier.access.SignOut;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInPages {
    private final SignIn signIn;
    private final SignOut signOut;

    SignInPages(SignIn signIn, SignOut signOut) {
        this.signIn = signIn;
        this.signOut = signOut;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String out,
            @AuthenticationPrincipal @Nullable Actor actor,
            Model model) {
        var wanted = WantedPage.in(to);
        if (actor != null) {
            return "redirect:" + wanted.path();
        }
        return page(model, new SignInForm("", wanted, out != null, FormErrors.none()));
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var form = new SignInForm(email, WantedPage.in(to), false, FormErrors.none());
        if (email.isBlank()) {
            form = form.with("email", "access.email.missing");
        }
        if (password.isEmpty()) {
            form = form.with("password", "access.password.missing");
        }
        if (form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, form);
        }
        var held = Cookies.SESSION.read(request).orElse(null);
        return switch (signIn.with(email, password, NetworkAddress.of(request.getRemoteAddr()), held)) {
            case SignInResult.Welcome(var token) -> {
                Cookies.SESSION.write(token, request, response);
                Cookies.FORM.remove(request, response);
                yield "redirect:" + form.wanted().path();
            }
            case SignInResult.Refused() -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(model, form.with("email", "access.signIn.refused"));
            }
            case SignInResult.Wait(var duration) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(duration.toSeconds() + 1));
                yield page(model, form.with("email", "access.signIn.wait", wholeMinutes(duration)));
            }
            case SignInResult.TooBusy() -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                yield page(model, form.with("email", "access.signIn.tooBusy"));
            }
        };
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        Cookies.SESSION.read(request).ifPresent(signOut::here);
        Cookies.SESSION.remove(request, response);
        return "redirect:/sign-in?out";
    }

    static long wholeMinutes(Duration duration) {
        return duration.plusSeconds(59).toMinutes();
    }

    private static String page(Model model, SignInForm form) {
        model.addAttribute("form", form);
        return "access/web/signIn";
    }
}
