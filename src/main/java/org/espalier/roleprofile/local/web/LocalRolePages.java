package org.espalier.roleprofile.local.web;

import java.util.List;
import org.espalier.access.Actor;
import org.espalier.access.PublicPaths;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.RolePageLinks;
import org.espalier.kernel.Problem;
import org.espalier.person.Aims;
import org.espalier.person.People;
import org.espalier.person.SetAim;
import org.espalier.roleprofile.local.LocalRole;
import org.espalier.roleprofile.local.LocalRoles;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The role with its national and its local part, for anybody to read, and to aim for as a whole. */
@Controller
class LocalRolePages {
    private static final String PATH = "/roles/local/{organisation}/{national}";

    private final LocalRoleViews views;
    private final PublishedVersions versions;
    private final People people;
    private final Aims aims;
    private final SetAim setAim;

    LocalRolePages(LocalRoleViews views, PublishedVersions versions, People people, Aims aims, SetAim setAim) {
        this.views = views;
        this.versions = versions;
        this.people = people;
        this.aims = aims;
        this.setAim = setAim;
    }

    @Bean
    static PublicPaths publicPathsOfLocalRoles() {
        return PublicPaths.of("/roles/local/*/*");
    }

    @Bean
    static RolePageLinks waysToLocalRoles(LocalRoles localRoles, PublishedVersions versions) {
        return profile -> versions.isLocal(profile.slug())
                ? localRoles.ofVersion(profile.id()).filter(LocalRole::isPublished).stream()
                        .map(role -> new RolePageLinks.Way(10, "roleprofile.local.way.whole", role.address()))
                        .toList()
                : versions.addingTo(profile.slug()).isEmpty()
                        ? List.of()
                        : List.of(new RolePageLinks.Way(
                                60, "roleprofile.local.way.additions", "/frameworks#local-additions"));
    }

    @GetMapping(PATH)
    String role(
            @PathVariable String organisation,
            @PathVariable String national,
            @AuthenticationPrincipal @Nullable Actor actor,
            Model model) {
        var view = views.published(organisation, national);
        model.addAttribute("view", view);
        model.addAttribute("aimed", actor != null && isAimedAt(actor, view));
        return "roleprofile/local/web/role";
    }

    /** Aims for both parts, each in the version in force. */
    @PostMapping(PATH + "/aim")
    String aim(@PathVariable String organisation, @PathVariable String national, @AuthenticationPrincipal Actor actor) {
        var view = views.published(organisation, national);
        var inForce = view.inForce();
        if (inForce == null) {
            throw new Problem.Conflict("roleprofile.local.problem.withdrawn");
        }
        setAim.to(actor, inForce, null);
        var local = view.local();
        if (local != null) {
            setAim.to(actor, local, null);
        }
        return "redirect:" + view.role().address();
    }

    private boolean isAimedAt(Actor actor, LocalRoleView view) {
        var aimed = aims.of(people.of(actor)).stream().map(aim -> aim.version()).toList();
        FrameworkVersion local = view.local();
        return versions.versionsOf(view.role().national()).stream().anyMatch(entry -> aimed.contains(entry.id()))
                && (local == null
                        || versions.versionsOf(local.slug()).stream().anyMatch(entry -> aimed.contains(entry.id())));
    }
}
