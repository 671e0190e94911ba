package org.espalier.person.staff.web;

import java.util.List;
import org.espalier.access.Grant;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.organisation.Organisations;
import org.espalier.person.Insider;
import org.espalier.person.LineManagement;
import org.espalier.person.staff.Staff;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** An organisation's first page: its teams, one's own place in it, and who looks after it. */
@Controller
class OrganisationPages {
    private final Organisations organisations;
    private final LineManagement line;
    private final Grants grants;
    private final Staff staff;

    OrganisationPages(Organisations organisations, LineManagement line, Grants grants, Staff staff) {
        this.organisations = organisations;
        this.line = line;
        this.grants = grants;
        this.staff = staff;
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
}
