package org.espalier.pathway.closest.web;

import java.util.Objects;
import java.util.Optional;
import org.espalier.access.Actor;
import org.espalier.assessment.Claims;
import org.espalier.crosswalk.Links;
import org.espalier.development.ChangePlan;
import org.espalier.development.GapAnalysis;
import org.espalier.development.Targets;
import org.espalier.development.conversation.Preceptorships;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.espalier.pathway.closest.Destination;
import org.espalier.pathway.closest.FindClosest;
import org.espalier.person.Aim;
import org.espalier.person.Aims;
import org.espalier.person.CurrentLevels;
import org.espalier.person.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The roles and levels closest to where somebody stands, and what one of them still asks. */
@Controller
class ClosestPages {
    private final People people;
    private final FindClosest findClosest;
    private final Aims aims;
    private final CurrentLevels currentLevels;
    private final PublishedVersions versions;
    private final Targets targets;
    private final Claims claims;
    private final Links links;
    private final Preceptorships preceptorships;
    private final ChangePlan changePlan;

    ClosestPages(
            People people,
            FindClosest findClosest,
            Aims aims,
            CurrentLevels currentLevels,
            PublishedVersions versions,
            Targets targets,
            Claims claims,
            Links links,
            Preceptorships preceptorships,
            ChangePlan changePlan) {
        this.people = people;
        this.findClosest = findClosest;
        this.aims = aims;
        this.currentLevels = currentLevels;
        this.versions = versions;
        this.targets = targets;
        this.claims = claims;
        this.links = links;
        this.preceptorships = preceptorships;
        this.changePlan = changePlan;
    }

    @GetMapping("/me/closest")
    String closest(
            @RequestParam(defaultValue = "") String framework,
            @RequestParam(defaultValue = "") String career,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "1") String page,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var person = people.of(actor);
        var filter = Filter.of(framework, career, area, order);
        var found = findClosest.by(person, filter.criteria());
        model.addAttribute(
                "page",
                ClosestPage.of(
                        found, filter, aims.of(person), currentLevels.of(person), links.reviewed(), number(page)));
        return "pathway/closest/web/closest";
    }

    @GetMapping("/me/closest/{slug}")
    String role(@PathVariable String slug, @AuthenticationPrincipal Actor actor, Model model) {
        return still(slug, null, actor, model);
    }

    @GetMapping("/me/closest/{slug}/levels/{level}")
    String level(
            @PathVariable String slug, @PathVariable String level, @AuthenticationPrincipal Actor actor, Model model) {
        return still(slug, level, actor, model);
    }

    private String still(String slug, @Nullable String level, Actor actor, Model model) {
        var person = people.of(actor);
        var version =
                versions.current(slug).orElseThrow(() -> new Problem.NotFound("pathway.closest.problem.noFramework"));
        var target = targets.of(version, level)
                .filter(asked -> asked.size() > 0)
                .orElseThrow(() -> new Problem.NotFound("pathway.closest.problem.noDestination"));
        var aim = aims.under(person, slug);
        model.addAttribute("place", new Place(new Destination(version, target.level())));
        model.addAttribute(
                "gap",
                GapAnalysis.of(
                        target, claims.of(person, version.id()), preceptorships.isRunning(person, changePlan.today())));
        model.addAttribute(
                "aimed", aim.filter(one -> isAt(one, version.id(), level)).isPresent());
        model.addAttribute("replaces", aim.flatMap(this::nameOf).orElse(null));
        return "pathway/closest/web/still";
    }

    private static boolean isAt(Aim aim, VersionId version, @Nullable String level) {
        return aim.version().equals(version) && Objects.equals(aim.level(), level);
    }

    private Optional<String> nameOf(Aim aim) {
        return versions.find(aim.version())
                .map(version ->
                        new Destination(version, version.level(aim.level()).orElse(null)).name());
    }

    /** Somebody may type anything into an address. */
    private static int number(String page) {
        return page.matches("\\d{1,4}") ? Integer.parseInt(page) : 1;
    }
}
