package org.espalier.person.web;

import java.util.Comparator;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.person.PersonalLink;
import org.espalier.person.SetAim;
import org.espalier.ui.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A person's own page, and one for each framework they work with: where they stand and what to do next. */
@Controller
class MyPages {
    private final MyFrameworks frameworks;
    private final SetAim setAim;
    private final List<PersonalLink> links;

    MyPages(MyFrameworks frameworks, SetAim setAim, List<PersonalLink> links) {
        this.frameworks = frameworks;
        this.setAim = setAim;
        this.links = links.stream()
                .sorted(Comparator.comparingInt(PersonalLink::order))
                .toList();
    }

    @Bean
    static NavigationItem navigationToMyDevelopment() {
        return new NavigationItem(20, "person.me.title", "/me", true, null);
    }

    @GetMapping("/me")
    String me(@AuthenticationPrincipal Actor actor, Model model) {
        var mine = frameworks.aimedAt(actor);
        model.addAttribute("mine", mine);
        model.addAttribute("links", links);
        if (mine.isEmpty()) {
            return choose(model);
        }
        return "person/web/me";
    }

    @GetMapping("/me/start")
    String start(Model model) {
        return choose(model);
    }

    @GetMapping("/me/frameworks/{slug}")
    String framework(@AuthenticationPrincipal Actor actor, @PathVariable String slug, Model model) {
        var framework = frameworks.at(actor, slug);
        if (framework.hasLevels() && framework.stated() == null) {
            return "redirect:" + framework.address() + "/level";
        }
        if (framework.aim() == null) {
            return "redirect:" + framework.address() + "/aim";
        }
        model.addAttribute("framework", framework);
        return "person/web/framework";
    }

    @PostMapping("/me/frameworks/{slug}/give-up")
    String giveUp(@AuthenticationPrincipal Actor actor, @PathVariable String slug) {
        setAim.givenUp(actor, frameworks.at(actor, slug).version().slug());
        return "redirect:/me";
    }

    private String choose(Model model) {
        model.addAttribute("frameworks", frameworks.toChooseFrom());
        return "person/web/choose";
    }
}
