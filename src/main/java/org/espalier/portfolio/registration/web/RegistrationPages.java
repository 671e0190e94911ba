package org.espalier.portfolio.registration.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.espalier.access.Actor;
import org.espalier.person.People;
import org.espalier.person.PersonalLink;
import org.espalier.portfolio.EvidencePaths;
import org.espalier.portfolio.registration.KeepRegistration;
import org.espalier.portfolio.registration.RegistrationId;
import org.espalier.portfolio.registration.Renewals;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person is registered for, and how far they are with what is asked of them. */
@Controller
@RequestMapping(RegistrationPages.ADDRESS)
class RegistrationPages {
    static final String ADDRESS = EvidencePaths.PORTFOLIO + "/registrations";

    private final People people;
    private final Renewals renewals;
    private final KeepRegistration keep;

    RegistrationPages(People people, Renewals renewals, KeepRegistration keep) {
        this.people = people;
        this.renewals = renewals;
        this.keep = keep;
    }

    @Bean
    static PersonalLink linkToRegistrations() {
        return new PersonalLink(10, "portfolio.registration.title", ADDRESS);
    }

    @GetMapping
    String list(@AuthenticationPrincipal Actor actor, @RequestParam @Nullable String ended, Model model) {
        model.addAttribute("renewals", renewals.of(people.of(actor)));
        model.addAttribute("ended", ended != null);
        return "portfolio/registration/web/list";
    }

    @GetMapping("/new")
    String ask(@AuthenticationPrincipal Actor actor, Model model) {
        return form(actor, RegistrationForm.empty(), null, model);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var form = RegistrationForm.typed(request).complete(keep.choices(actor));
        if (form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(actor, form, null, model);
        }
        return "redirect:" + address(keep.begin(actor, form.rules(), form.registering()));
    }

    @GetMapping("/{id:\\d+}")
    String one(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam @Nullable String saved,
            Model model) {
        model.addAttribute("renewal", renewals.get(actor, new RegistrationId(id)));
        model.addAttribute("saved", saved != null);
        return "portfolio/registration/web/registration";
    }

    @GetMapping("/{id:\\d+}/change")
    String change(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        var registration = renewals.get(actor, new RegistrationId(id)).registration();
        return form(actor, RegistrationForm.of(registration), registration.id(), model);
    }

    @PostMapping("/{id:\\d+}/change")
    String change(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var registration = renewals.get(actor, new RegistrationId(id)).registration();
        var form = RegistrationForm.typed(request).under(registration.rules());
        if (form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(actor, form, registration.id(), model);
        }
        keep.change(actor, registration.id(), form.registering());
        return "redirect:" + address(registration.id()) + "?saved";
    }

    @PostMapping("/{id:\\d+}/next-cycle")
    String moveOn(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        keep.moveOn(actor, new RegistrationId(id));
        return "redirect:" + address(new RegistrationId(id)) + "?saved";
    }

    @PostMapping("/{id:\\d+}/end")
    String end(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        keep.end(actor, new RegistrationId(id));
        return "redirect:" + ADDRESS + "?ended";
    }

    static String address(RegistrationId id) {
        return ADDRESS + "/" + id;
    }

    private String form(Actor actor, RegistrationForm form, @Nullable RegistrationId changed, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("choices", keep.choices(actor));
        model.addAttribute("changed", changed == null ? null : address(changed));
        return "portfolio/registration/web/form";
    }
}
