package org.espalier.person.staff;

import java.time.Clock;
import java.time.LocalDate;
import org.espalier.access.Grant;
import org.espalier.access.Grants;
import org.espalier.access.Notification;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.organisation.Organisations;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.PersonId;
import org.espalier.person.Pillar;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives one of an organisation's people a role there, and ends it; both take effect at once and tell the person. */
@Component
public class GiveRole {
    private final Employees employees;
    private final Grants grants;
    private final Organisations organisations;
    private final PublishedVersions versions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GiveRole(
            Employees employees,
            Grants grants,
            Organisations organisations,
            PublishedVersions versions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.employees = employees;
        this.grants = grants;
        this.organisations = organisations;
        this.versions = versions;
        this.events = events;
        this.clock = clock;
    }

    /** Why a role is not given. */
    public enum Refusal {
        /** This role does not count in parts like that. */
        NOT_THERE,
        /** The last day is before the first, or has passed. */
        OVER_BEFORE_IT_BEGINS,
        /** They have it, for the same part, and it is not over. */
        HAS_IT
    }

    /** What came of it. */
    public sealed interface Result {
        record Given() implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /** Whether a role can count in a part like that: only an assessor's keeps to frameworks, pillars and tasks. */
    public static boolean fits(Role role, Scope scope) {
        return switch (scope) {
            case Scope.WholeOrganisation _ -> !role.isOfInstallation();
            case Scope.UnitAndBelow _ -> role == Role.ASSESSOR || role == Role.MANAGER || role == Role.EDUCATOR;
            case Scope.OneFramework _, Scope.Pillar _, Scope.DelegatedTask _ -> role == Role.ASSESSOR;
        };
    }

    /**
     * From the start of the first day to the end of the last.
     *
     * @param last null for until further notice
     */
    @Transactional
    public Result to(
            Insider insider, PersonId person, Role role, Scope scope, LocalDate first, @Nullable LocalDate last) {
        insider.requireAdministrator();
        var member = employees.member(insider, person);
        var organisation = insider.organisation();
        if (!fits(role, scope) || !isThere(insider, scope)) {
            return new Result.Refused(Refusal.NOT_THERE);
        }
        var today = Days.today(clock);
        if (last != null && (last.isBefore(first) || last.isBefore(today))) {
            return new Result.Refused(Refusal.OVER_BEFORE_IT_BEGINS);
        }
        var has = grants.ever(member.account(), organisation.id()).stream()
                .anyMatch(
                        grant -> grant.role() == role && grant.scope().equals(scope) && !grant.isOver(clock.instant()));
        if (has) {
            return new Result.Refused(Refusal.HAS_IT);
        }
        grants.add(
                member.account(),
                organisation.id(),
                role,
                scope,
                Days.start(first),
                last == null ? null : Days.start(last.plusDays(1)),
                insider.actor().account());
        events.publishEvent(Notification.to(
                member.account(),
                "/me/organisations",
                "person.notice.roleGiven." + role,
                organisation.name(),
                insider.actor().name()));
        return new Result.Given();
    }

    /** Ends a role now. Somebody who looks after the organisation always remains. */
    @Transactional
    public void end(Insider insider, long id) {
        insider.requireAdministrator();
        var organisation = insider.organisation();
        var grant = grants.find(organisation.id(), id).orElseThrow(Insiders::notFound);
        if (isOnlyAdministrator(grant)) {
            throw new Problem.Conflict("person.problem.lastAdministrator", organisation.name());
        }
        if (grants.end(grant, insider.actor().account())) {
            events.publishEvent(Notification.to(
                    grant.account(),
                    "/me/organisations",
                    "person.notice.roleEnded." + grant.role(),
                    organisation.name(),
                    insider.actor().name()));
        }
    }

    private boolean isOnlyAdministrator(Grant grant) {
        return grant.role() == Role.ORGANISATION_ADMINISTRATOR
                && grant.isInForce(clock.instant())
                && grants.inForce(grant.organisation(), Role.ORGANISATION_ADMINISTRATOR).stream()
                        .noneMatch(other -> other.id() != grant.id() && other.until() == null);
    }

    private boolean isThere(Insider insider, Scope scope) {
        return switch (scope) {
            case Scope.WholeOrganisation() -> true;
            case Scope.UnitAndBelow(var unit) ->
                organisations.structure(insider.organisation()).unit(unit).isPresent();
            case Scope.OneFramework(var slug) -> versions.current(slug).isPresent();
            case Scope.Pillar(var slug, var group) ->
                versions.current(slug).stream()
                        .flatMap(version -> Pillar.of(version).stream())
                        .anyMatch(pillar -> pillar.group().id().equals(group));
            case Scope.DelegatedTask(var name) -> !name.isBlank();
        };
    }
}
