package org.espalier.person;

import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.kernel.Problem;
import org.espalier.organisation.Organisations;
import org.springframework.stereotype.Component;

/**
 * The door of every page about an organisation: who neither belongs to it nor has a role in it learns nothing, not even
 * that it exists.
 */
@Component
public class Insiders {
    private final Organisations organisations;
    private final People people;
    private final Memberships memberships;
    private final Grants grants;

    Insiders(Organisations organisations, People people, Memberships memberships, Grants grants) {
        this.organisations = organisations;
        this.people = people;
        this.memberships = memberships;
        this.grants = grants;
    }

    /** The actor in the organisation at this address. Three statements. */
    public Insider enter(Actor actor, String slug) {
        var organisation = organisations.find(slug).orElseThrow(Insiders::notFound);
        var person = people.of(actor);
        var membership = memberships.of(person, organisation.id()).orElse(null);
        var authority = grants.of(actor.account());
        if (membership == null && authority.in(organisation.id()).isEmpty()) {
            throw notFound();
        }
        return new Insider(actor, person, organisation, membership, authority);
    }

    /** What a stranger is told, whatever they ask for in an organisation. */
    public static Problem.NotFound notFound() {
        return new Problem.NotFound("person.problem.stranger");
    }
}
