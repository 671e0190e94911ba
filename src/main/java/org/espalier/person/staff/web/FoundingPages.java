package org.espalier.person.staff.web;

import jakarta.servlet.http.HttpServletResponse;
import org.espalier.access.Actor;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.espalier.person.staff.FoundOrganisation;
import org.espalier.ui.FormErrors;
import org.espalier.ui.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where administrators of the installation add organisations. */
@Controller
@RequestMapping("/admin/organisations")
class FoundingPages {
    private final FoundOrganisation foundOrganisation;

    FoundingPages(FoundOrganisation foundOrganisation) {
        this.foundOrganisation = foundOrganisation;
    }

    @Bean
    static NavigationItem navigationToOrganisations() {
        return new NavigationItem(
                91, "person.staff.founding.title", "/admin/organisations", true, Role.ADMINISTRATOR.name());
    }

    @GetMapping
    String all(@AuthenticationPrincipal Actor actor, Model model) {
        return page(actor, "", "", FormErrors.none(), model);
    }

    @PostMapping
    String found(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            HttpServletResponse response,
            Model model) {
        var errors = FormErrors.none();
        if (name.isBlank() || name.strip().length() > FoundOrganisation.LONGEST_NAME) {
            errors = errors.and("name", "person.staff.founding.name.missing");
        }
        var address = EmailAddress.in(email);
        if (address.isEmpty()) {
            errors = errors.and("email", "person.staff.email.wrong");
        }
        if (!errors.any() && !foundOrganisation.by(actor, name.strip(), address.orElseThrow())) {
            errors = errors.and("email", "person.staff.founding.email.unknown");
        }
        if (!errors.any()) {
            return "redirect:/admin/organisations";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(actor, name, email, errors, model);
    }

    private String page(Actor actor, String name, String email, FormErrors errors, Model model) {
        model.addAttribute("organisations", foundOrganisation.all(actor));
        model.addAttribute("name", name);
        model.addAttribute("email", email);
        model.addAttribute("errors", errors);
        return "person/staff/web/founding";
    }
}
