package org.espalier.development.web;

import org.espalier.access.Actor;
import org.espalier.assessment.Claims;
import org.espalier.development.GapAnalysis;
import org.espalier.development.web.GapPage.Show;
import org.espalier.person.CurrentLevels;
import org.espalier.person.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The gap between a person and their target. Three SQL statements: the aim, the levels stated, the claims. */
@Controller
class GapPages {
    private final People people;
    private final MyTargets myTargets;
    private final CurrentLevels currentLevels;
    private final Claims claims;

    GapPages(People people, MyTargets myTargets, CurrentLevels currentLevels, Claims claims) {
        this.people = people;
        this.myTargets = myTargets;
        this.currentLevels = currentLevels;
        this.claims = claims;
    }

    @GetMapping("/me/frameworks/{slug}/gap")
    String gap(
            @PathVariable String slug,
            @RequestParam @Nullable String show,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var person = people.of(actor);
        var found = myTargets.find(person, slug);
        if (found.isEmpty()) {
            return myTargets.askForTarget(slug, model);
        }
        var mine = found.get();
        var version = mine.version().id();
        var stated = currentLevels.of(person, version).orElse(null);
        var gap = GapAnalysis.of(mine.target(), claims.of(person, version));
        model.addAttribute("page", GapPage.of(mine, gap, Show.ofSlug(show), Profile.of(gap, stated)));
        return "development/web/gap";
    }
}
