package org.espalier.portfolio.registration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.espalier.access.Actor;
import org.espalier.portfolio.Today;
import org.espalier.portfolio.registration.AskToConfirm;
import org.espalier.portfolio.registration.AskToConfirm.Given;
import org.espalier.portfolio.registration.AskToConfirm.Opened;
import org.espalier.portfolio.registration.AttestationId;
import org.espalier.portfolio.registration.KeepRegistration;
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

/** What others ask somebody to confirm, and where they answer with their own account. */
@Controller
@RequestMapping(AskToConfirm.ADDRESS)
class ConfirmationPages {
    private final AskToConfirm askToConfirm;
    private final Today today;

    ConfirmationPages(AskToConfirm askToConfirm, Today today) {
        this.askToConfirm = askToConfirm;
        this.today = today;
    }

    /** What somebody types to confirm something. */
    record Form(DateInput on, String capacity, String number, String words, boolean sure, FormErrors errors) {
        static Form empty() {
            return new Form(DateInput.of(null), "", "", "", false, FormErrors.none());
        }
    }

    @GetMapping
    String list(@AuthenticationPrincipal Actor actor, @RequestParam @Nullable String saved, Model model) {
        model.addAttribute("questions", askToConfirm.to(actor));
        model.addAttribute("saved", saved != null);
        return "portfolio/registration/web/questions";
    }

    @GetMapping("/{id:\\d+}")
    String one(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        return page(askToConfirm.open(actor, new AttestationId(id)), Form.empty(), model);
    }

    @PostMapping("/{id:\\d+}/confirm")
    String confirm(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var opened = askToConfirm.open(actor, new AttestationId(id));
        var form = typed(request, opened);
        if (form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(opened, form, model);
        }
        askToConfirm.confirm(
                actor,
                new AttestationId(id),
                new Given(
                        form.on().date().orElseThrow(),
                        form.capacity(),
                        form.number().isEmpty() ? null : form.number(),
                        form.words()));
        return "redirect:" + AskToConfirm.ADDRESS + "?saved";
    }

    @PostMapping("/{id:\\d+}/decline")
    String decline(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason) {
        var words = reason.length() > AskToConfirm.LONGEST_MESSAGE
                ? reason.substring(0, AskToConfirm.LONGEST_MESSAGE)
                : reason;
        askToConfirm.decline(actor, new AttestationId(id), words.strip());
        return "redirect:" + AskToConfirm.ADDRESS + "?saved";
    }

    private Form typed(HttpServletRequest request, Opened opened) {
        var form = new Form(
                DateInput.of(request, "on"),
                sent(request, "capacity"),
                sent(request, "number"),
                sent(request, "words"),
                request.getParameter("sure") != null,
                FormErrors.none());
        var wrong = form.errors();
        if (form.on().date().isEmpty() || form.on().date().get().isAfter(today.date())) {
            wrong = wrong.and("on-day", "portfolio.registration.confirm.on.wrong");
        }
        if (form.capacity().isEmpty() || form.capacity().length() > KeepRegistration.LONGEST_LINE) {
            wrong = wrong.and("capacity", "portfolio.registration.confirm.capacity.missing");
        }
        if (opened.question().asked().byRegistrant() && form.number().isEmpty()) {
            wrong = wrong.and("number", "portfolio.registration.confirm.number.missing");
        }
        if (form.number().length() > RegistrationForm.LONGEST_NUMBER) {
            wrong = wrong.and("number", "portfolio.registration.number.long", RegistrationForm.LONGEST_NUMBER);
        }
        if (form.words().length() > AskToConfirm.LONGEST_MESSAGE) {
            wrong = wrong.and("words", "portfolio.registration.text.long", AskToConfirm.LONGEST_MESSAGE);
        }
        if (!form.sure()) {
            wrong = wrong.and("sure", "portfolio.registration.confirm.sure.missing");
        }
        return new Form(form.on(), form.capacity(), form.number(), form.words(), form.sure(), wrong);
    }

    private static String sent(HttpServletRequest request, String name) {
        var value = (@Nullable String) request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private static String page(Opened opened, Form form, Model model) {
        model.addAttribute("opened", opened);
        model.addAttribute("form", form);
        return "portfolio/registration/web/question";
    }
}
