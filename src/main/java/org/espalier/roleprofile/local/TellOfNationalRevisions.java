package org.espalier.roleprofile.local;

import java.util.LinkedHashSet;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Grant;
import org.espalier.access.Grants;
import org.espalier.access.Notification;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionPublished;
import org.espalier.framework.VersionWithdrawn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who keep local additions that the national profile they stand on was revised or withdrawn. */
@Component
class TellOfNationalRevisions {
    private final LocalRoles localRoles;
    private final PublishedVersions versions;
    private final Grants grants;
    private final ApplicationEventPublisher events;

    TellOfNationalRevisions(
            LocalRoles localRoles, PublishedVersions versions, Grants grants, ApplicationEventPublisher events) {
        this.localRoles = localRoles;
        this.versions = versions;
        this.grants = grants;
        this.events = events;
    }

    @EventListener
    void published(VersionPublished event) {
        var affected = localRoles.addingTo(event.slug());
        if (affected.isEmpty()) {
            return;
        }
        // not yet in the catalogue: it follows when the transaction has ended
        var next = versions.find(event.version()).map(National::of).orElseThrow();
        affected.forEach(role -> {
            var base = National.of(versions.find(role.base()).orElseThrow());
            var rebase = Rebase.onto(base, next, role.draft());
            var decide = rebase.conflicts().size();
            tell(
                    role,
                    "/revise",
                    decide == 0 ? "roleprofile.notice.local.revised" : "roleprofile.notice.local.decide",
                    next.version(),
                    Integer.toString(rebase.merged()),
                    Integer.toString(decide));
        });
    }

    @EventListener
    void withdrawn(VersionWithdrawn event) {
        var other =
                versions.current(event.slug()).filter(version -> !version.id().equals(event.version()));
        if (other.isPresent()) {
            return; // an old version was withdrawn, and the one in force stays
        }
        for (var role : localRoles.addingTo(event.slug())) {
            versions.find(event.version())
                    .ifPresent(version -> tell(role, "/revise", "roleprofile.notice.local.withdrawn", version, "", ""));
        }
    }

    private void tell(LocalRole role, String page, String key, FrameworkVersion version, String merged, String decide) {
        keepers(role)
                .forEach(account -> events.publishEvent(Notification.to(
                        account,
                        role.keptAt() + page,
                        key,
                        role.organisation().name(),
                        version.title(),
                        Integer.toString(version.number()),
                        merged,
                        decide)));
    }

    private Set<AccountId> keepers(LocalRole role) {
        var organisation = role.organisation().id();
        var keepers = new LinkedHashSet<AccountId>();
        grants.inForce(organisation, Role.ORGANISATION_ADMINISTRATOR).forEach(grant -> keepers.add(grant.account()));
        grants.inForce(organisation, Role.MANAGER).stream()
                .filter(grant -> grant.scope() instanceof Scope.WholeOrganisation)
                .map(Grant::account)
                .forEach(keepers::add);
        return keepers;
    }
}
