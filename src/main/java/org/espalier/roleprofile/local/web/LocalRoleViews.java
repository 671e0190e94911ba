package org.espalier.roleprofile.local.web;

import java.util.Optional;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.roleprofile.local.KeepsLocalRoles;
import org.espalier.roleprofile.local.LocalRole;
import org.espalier.roleprofile.local.LocalRoles;
import org.espalier.roleprofile.local.National;
import org.springframework.stereotype.Component;

/** Brings together what pages show of a role with both its parts. */
@Component
class LocalRoleViews {
    private final LocalRoles localRoles;
    private final PublishedVersions versions;

    LocalRoleViews(LocalRoles localRoles, PublishedVersions versions) {
        this.localRoles = localRoles;
        this.versions = versions;
    }

    /** As it is being written, for those who keep it. */
    LocalRoleView draft(Insider insider, String national) {
        KeepsLocalRoles.require(insider);
        var role = localRoles.find(insider.organisation().id(), national).orElseThrow(Insiders::notFound);
        return new LocalRoleView(
                role,
                National.of(versions.find(role.base()).orElseThrow()),
                role.draft(),
                versions.current(national).orElse(null),
                null);
    }

    /** As it was published, for anybody. */
    LocalRoleView published(String organisation, String national) {
        var role = localRoles
                .published(organisation, national)
                .orElseThrow(() -> new Problem.NotFound("roleprofile.local.problem.notThere"));
        var edition = Optional.ofNullable(role.published()).orElseThrow();
        return new LocalRoleView(
                role,
                National.of(versions.find(edition.base()).orElseThrow()),
                edition.additions(),
                versions.current(national).orElse(null),
                Optional.ofNullable(edition.version()).flatMap(versions::find).orElse(null));
    }

    /** The address of the page on which it is kept. */
    static String kept(Insider insider, String national) {
        return insider.organisation().address() + "/local-roles/" + national;
    }

    /** Back to that page, which says that the change was saved. */
    static String saved(Insider insider, String national) {
        return "redirect:" + kept(insider, national) + "?saved=draft";
    }

    static String name(LocalRole role, National national) {
        var own = role.draft().name();
        return own == null ? national.name() : own;
    }

    static Problem.NotFound gone() {
        return new Problem.NotFound("roleprofile.local.problem.gone");
    }
}
