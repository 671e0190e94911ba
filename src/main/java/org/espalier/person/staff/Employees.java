package org.espalier.person.staff;

import java.util.List;
import org.espalier.access.Grants;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.LineManagement;
import org.espalier.person.Memberships;
import org.espalier.person.PersonId;
import org.springframework.stereotype.Component;

/** One of an organisation's people at a time; who is not in view is not found. */
@Component
public class Employees {
    private final Staff staff;
    private final Memberships memberships;
    private final LineManagement line;
    private final Grants grants;

    Employees(Staff staff, Memberships memberships, LineManagement line, Grants grants) {
        this.staff = staff;
        this.memberships = memberships;
        this.line = line;
        this.grants = grants;
    }

    /** Five statements. */
    public Employee get(Insider insider, PersonId person) {
        var organisation = insider.organisation().id();
        var membership = memberships.of(person, organisation).orElseThrow(Insiders::notFound);
        if (!insider.sees(membership.places())) {
            throw Insiders.notFound();
        }
        var member = staff.one(insider, person).orElseThrow(Insiders::notFound);
        return new Employee(
                member,
                membership,
                line.managersOf(person),
                line.reportsOf(person),
                insider.administers() ? grants.ever(member.account(), organisation) : List.of());
    }

    /** One of the people, for a use case that has asked who may do what. */
    StaffMember member(Insider insider, PersonId person) {
        return staff.one(insider, person).orElseThrow(Insiders::notFound);
    }

    /** Those who belong to this organisation alone and have not set a password yet, by name. */
    List<StaffMember> waiting(Insider insider) {
        insider.requireAdministrator();
        return staff.waiting(insider);
    }
}
