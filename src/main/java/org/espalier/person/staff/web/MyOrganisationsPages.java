package org.espalier.person.staff.web;

import java.time.Clock;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.framework.PublishedVersions;
import org.espalier.organisation.Organisations;
import org.espalier.person.Insiders;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.espalier.person.staff.AnswerInvitation;
import org.espalier.person.staff.LeaveOrganisation;
import org.espalier.ui.NavigationItem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organisations somebody belongs to, those that ask them to join, and leaving one. */
@Controller
@RequestMapping("/me/organisations")
class MyOrganisationsPages {
    private final People people;
    private final Memberships memberships;
    private final Grants grants;
    private final AnswerInvitation answer;
    private final LeaveOrganisation leaveOrganisation;
    private final Insiders insiders;
    private final Organisations organisations;
    private final PublishedVersions versions;
    private final Clock clock;

    MyOrganisationsPages(
            People people,
            Memberships memberships,
            Grants grants,
            AnswerInvitation answer,
            LeaveOrganisation leaveOrganisation,
            Insiders insiders,
            Organisations organisations,
            PublishedVersions versions,
            Clock clock) {
        this.people = people;
        this.memberships = memberships;
        this.grants = grants;
        this.answer = answer;
        this.leaveOrganisation = leaveOrganisation;
        this.insiders = insiders;
        this.organisations = organisations;
        this.versions = versions;
        this.clock = clock;
    }

    @Bean
    static NavigationItem navigationToMyOrganisations() {
        return new NavigationItem(60, "person.staff.mine.navigation", "/me/organisations", true, null);
    }

    @GetMapping
    String mine(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String joined,
            @RequestParam @Nullable String left,
            Model model) {
        var mine = memberships.of(people.of(actor));
        var authority = grants.of(actor.account());
        model.addAttribute("mine", mine);
        model.addAttribute("authority", authority);
        model.addAttribute("scopes", ScopeWords.of(authority.inForce(), organisations, versions));
        model.addAttribute("now", clock.instant());
        model.addAttribute("invitations", answer.to(actor));
        model.addAttribute("joined", joined != null);
        model.addAttribute("left", left != null);
        return "person/staff/web/mine";
    }

    @PostMapping("/invitations/{invitation}/accept")
    String accept(@AuthenticationPrincipal Actor actor, @PathVariable long invitation) {
        answer.accept(actor, invitation);
        return "redirect:/me/organisations?joined";
    }

    @PostMapping("/invitations/{invitation}/decline")
    String decline(@AuthenticationPrincipal Actor actor, @PathVariable long invitation) {
        answer.decline(actor, invitation);
        return "redirect:/me/organisations";
    }

    @GetMapping("/{slug}/leave")
    String leave(@AuthenticationPrincipal Actor actor, @PathVariable String slug, Model model) {
        model.addAttribute("insider", insiders.enter(actor, slug));
        return "person/staff/web/leave";
    }

    @PostMapping("/{slug}/leave")
    String left(@AuthenticationPrincipal Actor actor, @PathVariable String slug) {
        leaveOrganisation.oneself(insiders.enter(actor, slug));
        return "redirect:/me/organisations?left";
    }
}
