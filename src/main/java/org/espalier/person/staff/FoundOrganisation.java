package org.espalier.person.staff;

import java.time.Clock;
import java.util.List;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.EmailAddress;
import org.espalier.access.Grants;
import org.espalier.access.Notification;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.Organisations;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds an organisation to the installation, with the first person who looks after it. From then on that person says who
 * belongs to it: an administrator of the installation sees none of its people.
 */
@Component
public class FoundOrganisation {
    /** In characters. */
    public static final int LONGEST_NAME = 120;

    private final Organisations organisations;
    private final Accounts accounts;
    private final People people;
    private final Memberships memberships;
    private final Grants grants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FoundOrganisation(
            Organisations organisations,
            Accounts accounts,
            People people,
            Memberships memberships,
            Grants grants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.people = people;
        this.memberships = memberships;
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    public List<Organisation> all(Actor administrator) {
        administrator.require(Role.ADMINISTRATOR);
        return organisations.all();
    }

    /** False when nobody has an account with that address. */
    @Transactional
    public boolean by(Actor administrator, String name, EmailAddress first) {
        administrator.require(Role.ADMINISTRATOR);
        var account = accounts.find(first);
        account.ifPresent(found -> {
            var organisation = organisations.add(name);
            memberships.join(people.of(found.id(), found.name()), organisation.id(), null);
            grants.add(
                    found.id(),
                    organisation.id(),
                    Role.ORGANISATION_ADMINISTRATOR,
                    new Scope.WholeOrganisation(),
                    clock.instant(),
                    null,
                    administrator.account());
            events.publishEvent(Notification.to(
                    found.id(),
                    organisation.address(),
                    "person.notice.roleGiven." + Role.ORGANISATION_ADMINISTRATOR,
                    organisation.name(),
                    administrator.name()));
        });
        return account.isPresent();
    }
}
