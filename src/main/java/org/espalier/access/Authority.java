package org.espalier.access;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.espalier.organisation.OrganisationId;
import org.espalier.organisation.Place;

/**
 * What one account may do in organisations, by the roles it has in force there. Each question takes the places where
 * the person it is about stands: a role that counts in none of them gives no right over that person. No role stands in
 * for another: being a manager does not make one an assessor (PRODUCT.md, rule 11).
 *
 * @param inForce only grants of this account that are in force
 */
public record Authority(AccountId account, List<Grant> inForce) {

    public Authority {
        inForce = List.copyOf(inForce);
        for (var grant : inForce) {
            if (!grant.account().equals(account)) {
                throw new IllegalArgumentException("A role of somebody else");
            }
        }
    }

    /** Whether it may judge this pillar of a framework for a person who stands here. */
    public boolean mayAssess(Collection<Place> places, String framework, String rootGroup) {
        return holds(Role.ASSESSOR, places, scope -> switch (scope) {
            case Scope.OneFramework(var slug) -> slug.equals(framework);
            case Scope.Pillar(var slug, var group) -> slug.equals(framework) && group.equals(rootGroup);
            case Scope.WholeOrganisation _, Scope.UnitAndBelow _, Scope.DelegatedTask _ -> false;
        });
    }

    /** Whether it may judge all of a framework, whichever the pillar, for a person who stands here. */
    public boolean mayAssess(Collection<Place> places, String framework) {
        return holds(
                Role.ASSESSOR,
                places,
                scope -> scope instanceof Scope.OneFramework(var slug) && slug.equals(framework));
    }

    /** Whether it may sign off this delegated task for a person who stands here. */
    public boolean mayAssessTask(Collection<Place> places, String task) {
        return holds(
                Role.ASSESSOR, places, scope -> scope instanceof Scope.DelegatedTask(var name) && name.equals(task));
    }

    /** Whether it looks after a person who stands here, as their manager. */
    public boolean mayManage(Collection<Place> places) {
        return holds(Role.MANAGER, places, scope -> false);
    }

    /** Whether it supports the learning of a person who stands here. */
    public boolean mayEducate(Collection<Place> places) {
        return holds(Role.EDUCATOR, places, scope -> false);
    }

    /** Whether it may see the numbers of the whole organisation. */
    public boolean mayPlan(OrganisationId organisation) {
        return isEverywhere(Role.WORKFORCE_PLANNER, organisation);
    }

    /** Whether it looks after the organisation's units, posts, people and roles. */
    public boolean mayAdminister(OrganisationId organisation) {
        return isEverywhere(Role.ORGANISATION_ADMINISTRATOR, organisation);
    }

    /** Whether it has this role in an organisation at all, however narrow. */
    public boolean isIn(OrganisationId organisation, Role role) {
        return in(organisation).stream().anyMatch(grant -> grant.role() == role);
    }

    /** The roles it has in an organisation. */
    public List<Grant> in(OrganisationId organisation) {
        return inForce.stream()
                .filter(grant -> grant.organisation().equals(organisation))
                .toList();
    }

    private boolean isEverywhere(Role role, OrganisationId organisation) {
        return in(organisation).stream()
                .anyMatch(grant -> grant.role() == role && grant.scope() instanceof Scope.WholeOrganisation);
    }

    /** @param narrowly which scopes that name no place reach the matter at hand */
    private boolean holds(Role role, Collection<Place> places, Predicate<Scope> narrowly) {
        return inForce.stream().filter(grant -> grant.role() == role).anyMatch(grant -> places.stream()
                .filter(place -> place.organisation().equals(grant.organisation()))
                .anyMatch(place -> reaches(grant.scope(), place) || narrowly.test(grant.scope())));
    }

    private static boolean reaches(Scope scope, Place place) {
        return switch (scope) {
            case Scope.WholeOrganisation _ -> true;
            case Scope.UnitAndBelow(var unit) -> place.isWithin(unit);
            case Scope.OneFramework _, Scope.Pillar _, Scope.DelegatedTask _ -> false;
        };
    }
}
