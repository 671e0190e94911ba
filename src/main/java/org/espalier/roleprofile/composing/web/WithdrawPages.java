package org.espalier.roleprofile.composing.web;

import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.WithdrawVersion;
import org.espalier.kernel.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Takes a published role profile out of force, after saying what that means. */
@Controller
@RequestMapping("/authoring/roles/published/{slug}/withdraw")
class WithdrawPages {
    private final PublishedVersions versions;
    private final WithdrawVersion withdrawVersion;

    WithdrawPages(PublishedVersions versions, WithdrawVersion withdrawVersion) {
        this.versions = versions;
        this.withdrawVersion = withdrawVersion;
    }

    @GetMapping
    String ask(@AuthenticationPrincipal Actor actor, @PathVariable String slug, Model model) {
        actor.require(Role.FRAMEWORK_AUTHOR);
        var profile = profile(slug);
        model.addAttribute("profile", profile);
        model.addAttribute("localAdditions", versions.addingTo(slug).size());
        return "roleprofile/composing/web/withdraw";
    }

    @PostMapping
    String withdraw(@AuthenticationPrincipal Actor actor, @PathVariable String slug) {
        withdrawVersion.withdraw(actor, profile(slug).id());
        return "redirect:/frameworks/" + slug;
    }

    private FrameworkVersion profile(String slug) {
        return versions.current(slug)
                .filter(version -> version.document().role() != null && !versions.isLocal(slug))
                .orElseThrow(() -> new Problem.NotFound("roleprofile.problem.noRole"));
    }
}
