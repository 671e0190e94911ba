package org.espalier.development.web;

import org.espalier.access.Actor;
import org.espalier.assessment.Claims;
import org.espalier.development.GapAnalysis;
import org.espalier.development.Plans;
import org.espalier.development.web.GapPage.Show;
import org.espalier.document.Paper;
import org.espalier.kernel.Problem;
import org.espalier.person.CurrentLevels;
import org.espalier.person.People;
import org.espalier.ui.FormErrors;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The gap between a person and their target. Four SQL statements: the aim, the levels stated, the claims, what is planned. */
@Controller
class GapPages {
    private final People people;
    private final MyTargets myTargets;
    private final CurrentLevels currentLevels;
    private final Claims claims;
    private final Plans plans;

    GapPages(People people, MyTargets myTargets, CurrentLevels currentLevels, Claims claims, Plans plans) {
        this.people = people;
        this.myTargets = myTargets;
        this.currentLevels = currentLevels;
        this.claims = claims;
        this.plans = plans;
    }

    @GetMapping("/me/frameworks/{slug}/gap")
    String gap(
            @PathVariable String slug,
            @RequestParam @Nullable String show,
            @RequestParam @Nullable String nothing,
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
        var planned = plans.plannedStatements(person);
        model.addAttribute("page", GapPage.of(mine, gap, Show.ofSlug(show), Profile.of(gap, stated), planned));
        model.addAttribute(
                "errors",
                nothing == null ? FormErrors.none() : FormErrors.of("expectations", "development.gap.add.nothing"));
        return "development/web/gap";
    }

    @GetMapping("/me/frameworks/{slug}/gap.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String slug, @AuthenticationPrincipal Actor actor, @ModelAttribute("frame") PageFrame frame) {
        return TakeAway.pdf(paper(slug, actor, frame), "gap");
    }

    @GetMapping("/me/frameworks/{slug}/gap.docx")
    ResponseEntity<byte[]> word(
            @PathVariable String slug, @AuthenticationPrincipal Actor actor, @ModelAttribute("frame") PageFrame frame) {
        return TakeAway.word(paper(slug, actor, frame), "gap");
    }

    private Paper paper(String slug, Actor actor, PageFrame frame) {
        var person = people.of(actor);
        var mine = myTargets
                .find(person, slug)
                .orElseThrow(
                        () -> new Problem.NotFound("You have no target in this framework yet, so there is no gap."));
        var gap = GapAnalysis.of(mine.target(), claims.of(person, mine.version().id()));
        return GapPaper.of(mine, gap, actor.name(), frame);
    }
}
