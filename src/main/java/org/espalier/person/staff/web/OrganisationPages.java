package org.espalier.person.staff.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.espalier.access.Grant;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.organisation.Organisations;
import org.espalier.person.Insider;
import org.espalier.person.LineManagement;
import org.espalier.person.staff.ChangeTeams;
import org.espalier.person.staff.FoundOrganisation;
import org.espalier.person.staff.Staff;
import org.espalier.ui.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation's first page: its teams, one's own place in it, and who looks after it. */
@Controller
class OrganisationPages {
    private final Organisations organisations;
    private final LineManagement line;
    private final Grants grants;
    private final Staff staff;
    private final ChangeTeams changeTeams;

    OrganisationPages(
            Organisations organisations, LineManagement line, Grants grants, Staff staff, ChangeTeams changeTeams) {
        this.organisations = organisations;
        this.line = line;
        this.grants = grants;
        this.staff = staff;
        this.changeTeams = changeTeams;
    }

    @GetMapping("/organisations/{slug}")
    String organisation(Insider insider, Model model) {
        var administrators = grants.inForce(insider.organisation().id(), Role.ORGANISATION_ADMINISTRATOR).stream()
                .map(Grant::account)
                .toList();
        model.addAttribute("structure", organisations.structure(insider.organisation()));
        model.addAttribute("managers", insider.membership() == null ? List.of() : line.managersOf(insider.person()));
        model.addAttribute("administrators", staff.with(insider, administrators));
        return "person/staff/web/organisation";
    }

    @GetMapping("/organisations/{slug}/name")
    String name(Insider insider, Model model) {
        insider.requireAdministrator();
        return name(insider.organisation().name(), FormErrors.none(), model);
    }

    @PostMapping("/organisations/{slug}/name")
    String rename(
            Insider insider, @RequestParam(defaultValue = "") String name, HttpServletResponse response, Model model) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > FoundOrganisation.LONGEST_NAME) {
            insider.requireAdministrator();
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return name(name, FormErrors.none().and("name", "person.staff.founding.name.missing"), model);
        }
        changeTeams.rename(insider, stripped);
        return "redirect:" + insider.organisation().address();
    }

    private static String name(String name, FormErrors errors, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("errors", errors);
        return "person/staff/web/rename";
    }
}
