package org.espalier.person.staff;

import org.espalier.access.Grants;
import org.espalier.access.Notification;
import org.espalier.access.Role;
import org.espalier.kernel.Problem;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.Memberships;
import org.espalier.person.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends that somebody belongs to an organisation, with all posts and roles there. What they have answered, collected and
 * had signed off is theirs and stays.
 */
@Component
public class LeaveOrganisation {
    private final Memberships memberships;
    private final Grants grants;
    private final Employees employees;
    private final ApplicationEventPublisher events;

    LeaveOrganisation(Memberships memberships, Grants grants, Employees employees, ApplicationEventPublisher events) {
        this.memberships = memberships;
        this.grants = grants;
        this.employees = employees;
        this.events = events;
    }

    /** Leaves; those who look after the organisation are told. */
    @Transactional
    public void oneself(Insider insider) {
        if (insider.membership() == null) {
            throw Insiders.notFound();
        }
        var organisation = insider.organisation();
        var own = insider.actor().account();
        var administrators = grants.inForce(organisation.id(), Role.ORGANISATION_ADMINISTRATOR).stream()
                .map(grant -> grant.account())
                .distinct()
                .toList();
        if (insider.administers() && administrators.stream().allMatch(own::equals)) {
            throw new Problem.Conflict("person.problem.lastAdministratorLeaves", organisation.name());
        }
        memberships.leave(insider.person(), organisation.id());
        grants.endAll(own, organisation.id(), own);
        administrators.stream()
                .filter(account -> !account.equals(own))
                .forEach(account -> events.publishEvent(Notification.to(
                        account,
                        organisation.address() + "/people",
                        "person.notice.left",
                        insider.actor().name(),
                        organisation.name())));
    }

    /** Takes somebody out, who is told. */
    @Transactional
    public void takenOut(Insider insider, PersonId person) {
        insider.requireAdministrator();
        if (insider.person().equals(person)) {
            throw new Problem.Conflict("person.problem.takesThemselvesOut");
        }
        var member = employees.member(insider, person);
        var organisation = insider.organisation();
        memberships.leave(person, organisation.id());
        grants.endAll(member.account(), organisation.id(), insider.actor().account());
        events.publishEvent(Notification.to(
                member.account(),
                "/me/organisations",
                "person.notice.takenOut",
                organisation.name(),
                insider.actor().name()));
    }
}
