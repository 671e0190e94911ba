package org.espalier.pathway.web;

import java.util.List;
import java.util.Objects;
import org.espalier.access.Actor;
import org.espalier.assessment.Claims;
import org.espalier.database.RoundTrip;
import org.espalier.development.ChangePlan;
import org.espalier.development.conversation.Preceptorships;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.pathway.FindWays;
import org.espalier.pathway.Place;
import org.espalier.pathway.RouteGraph;
import org.espalier.pathway.RoutesInForce;
import org.espalier.person.Aims;
import org.espalier.person.CurrentLevels;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.espalier.ui.FormErrors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way from where somebody is to where they want to be, by what is still to be done by them. */
@Controller
class MyRoutePages {
    private final RoutesInForce routes;
    private final FindWays findWays;
    private final PublishedVersions versions;
    private final People people;
    private final Aims aims;
    private final CurrentLevels currentLevels;
    private final Claims claims;
    private final Preceptorships preceptorships;
    private final ChangePlan changePlan;
    private final RoundTrip database;

    MyRoutePages(
            RoutesInForce routes,
            FindWays findWays,
            PublishedVersions versions,
            People people,
            Aims aims,
            CurrentLevels currentLevels,
            Claims claims,
            Preceptorships preceptorships,
            ChangePlan changePlan,
            RoundTrip database) {
        this.routes = routes;
        this.findWays = findWays;
        this.versions = versions;
        this.people = people;
        this.aims = aims;
        this.currentLevels = currentLevels;
        this.claims = claims;
        this.preceptorships = preceptorships;
        this.changePlan = changePlan;
        this.database = database;
    }

    @GetMapping("/me/routes")
    String mine(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var search = routes.search();
        var graph = search.graph();
        var person = people.of(actor);
        var stated = currentLevels.ask(person);
        var standings = claims.ask(person, inForce(graph));
        var running = preceptorships.askRunning(person, changePlan.today());
        var answers = database.ask(stated, standings, running);
        var end = graph.place(to).filter(Place::isKnown);
        var starts = Starts.of(graph, versions, answers.to(stated), end.orElse(null));
        var start = graph.place(from).filter(Place::isKnown).or(starts::first);
        model.addAttribute("starts", starts);
        model.addAttribute("choices", PlaceChoices.of(graph, place -> true));
        model.addAttribute(
                "wanted",
                new RoutePages.Wanted(
                        start.map(Place::id).orElse(""),
                        to,
                        to.isEmpty() ? FormErrors.none() : errors(start.isPresent(), end.isPresent())));
        if (start.isEmpty() || end.isEmpty()) {
            model.addAttribute("aims", aims(person, graph));
            return "pathway/web/mine";
        }
        model.addAttribute("from", start.get());
        model.addAttribute("to", end.get());
        model.addAttribute("personal", true);
        model.addAttribute(
                "answer", findWays.find(search, start.get(), end.get(), answers.to(standings), answers.to(running)));
        model.addAttribute("consolidating", answers.to(running));
        return "pathway/web/ways";
    }

    private static FormErrors errors(boolean fromKnown, boolean toKnown) {
        var errors = fromKnown ? FormErrors.none() : FormErrors.of("from", "pathway.routes.error.here");
        return toKnown ? errors : errors.and("to", "pathway.routes.error.to");
    }

    private static List<VersionId> inForce(RouteGraph graph) {
        return graph.places().stream()
                .map(Place::at)
                .filter(Objects::nonNull)
                .map(Place.At::version)
                .distinct()
                .toList();
    }

    /** What they aim for, as far as it is in force. */
    private List<Place> aims(PersonId person, RouteGraph graph) {
        return aims.of(person).stream()
                .flatMap(aim -> versions
                        .describe(aim.version())
                        .flatMap(version -> graph.place(Place.levelId(version.slug(), aim.level())))
                        .stream())
                .distinct()
                .toList();
    }
}
