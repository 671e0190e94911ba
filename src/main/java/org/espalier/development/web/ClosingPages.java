package org.espalier.development.web;

import java.util.List;
import org.espalier.access.Actor;
import org.espalier.assessment.Claims;
import org.espalier.assessment.Standing;
import org.espalier.development.GapAnalysis;
import org.espalier.development.Plans;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.kernel.Problem;
import org.espalier.learning.coverage.LearningFor;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person could learn to close their gap, or what their plan is about. Completing it closes nothing by itself. */
@Controller
class ClosingPages {
    private final People people;
    private final MyTargets myTargets;
    private final PublishedVersions versions;
    private final Claims claims;
    private final Plans plans;
    private final LearningFor learning;

    ClosingPages(
            People people,
            MyTargets myTargets,
            PublishedVersions versions,
            Claims claims,
            Plans plans,
            LearningFor learning) {
        this.people = people;
        this.myTargets = myTargets;
        this.versions = versions;
        this.claims = claims;
        this.plans = plans;
        this.learning = learning;
    }

    @GetMapping("/me/frameworks/{slug}/learning")
    String closing(
            @PathVariable String slug,
            @RequestParam(defaultValue = "gap") String what,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var person = people.of(actor);
        return what.equals("plan") ? plan(slug, person, model) : gap(slug, person, model);
    }

    private String gap(String slug, PersonId person, Model model) {
        var found = myTargets.find(person, slug);
        if (found.isEmpty()) {
            return myTargets.askForTarget(slug, model);
        }
        var mine = found.get();
        var gap = GapAnalysis.of(mine.target(), claims.of(person, mine.version().id()));
        model.addAttribute("unanswered", gap.tally().unanswered());
        return page(mine.version(), gap.expectations(Standing::isGap), "gap", model);
    }

    private String plan(String slug, PersonId person, Model model) {
        var planned = plans.of(person).statements();
        var all = versions.every(slug);
        var version = all.stream()
                .filter(one -> planned.stream().anyMatch(id -> one.statement(id).isPresent()))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> new Problem.NotFound("development.closing.noFramework"));
        var standings = claims.of(person, version.id());
        var open = version.statements().stream()
                .filter(statement -> planned.contains(statement.id()))
                .filter(statement -> !standings.of(statement.id()).isMet())
                .toList();
        model.addAttribute("unanswered", 0);
        return page(version, open, "plan", model);
    }

    private String page(FrameworkVersion version, List<Statement> lacking, String what, Model model) {
        model.addAttribute("closing", Closing.of(version, lacking, learning));
        model.addAttribute("what", what);
        return "development/web/closing";
    }
}
