package org.espalier.person.staff;

import java.util.List;
import org.espalier.access.Grant;
import org.espalier.person.Membership;
import org.espalier.person.Person;

/**
 * All that an organisation's page about one of its people shows.
 *
 * @param roles what they have and had here, the latest first; empty unless an administrator asks
 */
public record Employee(
        StaffMember member, Membership membership, List<Person> managers, List<Person> reports, List<Grant> roles) {
    public Employee {
        managers = List.copyOf(managers);
        reports = List.copyOf(reports);
        roles = List.copyOf(roles);
    }
}
