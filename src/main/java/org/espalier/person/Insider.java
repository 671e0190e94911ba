package org.espalier.person;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.access.Authority;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.kernel.Problem;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.Place;
import org.espalier.organisation.UnitId;
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

    /**
     * Whose people somebody sees.
     *
     * @param units those with a post in or below them, unless it is everybody
     */
    public record InView(boolean everybody, Set<UnitId> units) {
        public boolean nobody() {
            return !everybody && units.isEmpty();
        }
    }

    /** Everybody for an administrator; for managers and educators the people of the units where that role counts. */
    public InView inView() {
        var units = new HashSet<UnitId>();
        var everybody = administers();
        for (var grant : authority.in(organisation.id())) {
            if (grant.role() == Role.MANAGER || grant.role() == Role.EDUCATOR) {
                switch (grant.scope()) {
                    case Scope.WholeOrganisation() -> everybody = true;
                    case Scope.UnitAndBelow(var unit) -> units.add(unit);
                    case Scope.OneFramework _, Scope.Pillar _, Scope.DelegatedTask _ -> {}
                }
            }
        }
        return new InView(everybody, units);
    }

    /** Whether somebody who stands here is in view. */
    public boolean sees(Collection<Place> places) {
        return administers() || authority.mayManage(places) || authority.mayEducate(places);
    }

    public boolean administers() {
        return authority.mayAdminister(organisation.id());
    }

    /** Whether they look after the whole organisation or manage all of it, and so speak for it. */
    public boolean speaksForAll() {
        return administers()
                || authority.in(organisation.id()).stream()
                        .anyMatch(grant ->
                                grant.role() == Role.MANAGER && grant.scope() instanceof Scope.WholeOrganisation);
    }

    /** Refuses whoever does not look after this organisation. */
    public Insider requireAdministrator() {
        if (!administers()) {
            throw new Problem.Forbidden("person.problem.notAdministrator", organisation.name());
        }
        return this;
    }
}
