package org.espalier.person;

import org.espalier.access.Actor;
import org.espalier.access.Authority;
import org.espalier.kernel.Problem;
import org.espalier.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who acts within an organisation, and what they may do there.
 *
 * @param membership null for somebody who has a role there and does not belong to it
 */
public record Insider(
        Actor actor,
        PersonId person,
        Organisation organisation,
        @Nullable Membership membership,
        Authority authority) {

    public boolean administers() {
        return authority.mayAdminister(organisation.id());
    }

    /** Refuses whoever does not look after this organisation. */
    public Insider requireAdministrator() {
        if (!administers()) {
            throw new Problem.Forbidden("Only those who look after " + organisation.name()
                    + " here may do this. Ask one of them if you need it.");
        }
        return this;
    }
}
