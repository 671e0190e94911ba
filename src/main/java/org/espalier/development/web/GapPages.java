package org.espalier.development.web;

import org.espalier.access.Actor;
import org.espalier.assessment.Claims;
import org.espalier.database.RoundTrip;
import org.espalier.development.ChangePlan;
import org.espalier.development.GapAnalysis;
import org.espalier.development.Plans;
import org.espalier.development.conversation.Preceptorships;
import org.espalier.development.web.GapPage.Show;
import org.espalier.document.Paper;
import org.espalier.kernel.Problem;
import org.espalier.person.Aims;
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

/**
 * The gap between a person and their target. The page that people open most: the aim, the levels stated, the claims and
 * what is planned are asked for in one trip to the database.
 */
@Controller
class GapPages {
    private final People people;
    private final MyTargets myTargets;
    private final Aims aims;
    private final CurrentLevels currentLevels;
    private final Claims claims;
    private final Plans plans;
    private final Preceptorships preceptorships;
    private final ChangePlan changePlan;
    private final OtherParts otherParts;
    private final RoundTrip database;

    GapPages(
            People people,
            MyTargets myTargets,
            Aims aims,
            CurrentLevels currentLevels,
            Claims claims,
            Plans plans,
            Preceptorships preceptorships,
            ChangePlan changePlan,
            OtherParts otherParts,
            RoundTrip database) {
        this.people = people;
        this.myTargets = myTargets;
        this.aims = aims;
        this.currentLevels = currentLevels;
        this.claims = claims;
        this.plans = plans;
        this.preceptorships = preceptorships;
        this.changePlan = changePlan;
        this.otherParts = otherParts;
        this.database = database;
    }

    @GetMapping("/me/frameworks/{slug}/gap")
    String gap(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable String nothing,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var person = people.of(actor);
        var aiming = aims.ask(person);
        var stated = currentLevels.ask(person);
        var standings = claims.ask(person, myTargets.versions(slug));
        var planned = plans.askPlannedStatements(person);
        var consolidating = preceptorships.askRunning(person, changePlan.today());
        var answers = database.ask(aiming, stated, standings, planned, consolidating);
        var found = aims.under(answers.to(aiming), slug).flatMap(myTargets::of);
        if (found.isEmpty()) {
            return myTargets.askForTarget(slug, model);
        }
        var mine = found.get();
        var gap = GapAnalysis.of(mine.target(), answers.to(standings), answers.to(consolidating));
        var profile = Profile.of(gap, answers.to(stated).get(mine.version().id()));
        model.addAttribute("page", GapPage.of(mine, gap, Show.ofSlug(show), profile, answers.to(planned)));
        model.addAttribute("otherParts", otherParts.of(person, slug, answers.to(aiming)));
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
        var mine = myTargets.find(person, slug).orElseThrow(() -> new Problem.NotFound("development.problem.noTarget"));
        var gap = GapAnalysis.of(
                mine.target(),
                claims.of(person, mine.version().id()),
                preceptorships.isRunning(person, changePlan.today()));
        return GapPaper.of(mine, gap, actor.name(), frame);
    }
}
