package org.espalier.pathway.web;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.assessment.Standings;
import org.espalier.kernel.Problem;
import org.espalier.pathway.FindWays;
import org.espalier.pathway.Place;
import org.espalier.pathway.RouteGraph;
import org.espalier.pathway.RoutesInForce;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Routes as everybody sees them: maps, the ways in and out of a place, and the way from here to there. */
@Controller
@RequestMapping("/routes")
class RoutePages {
    private final RoutesInForce routes;
    private final FindWays findWays;
    private final Pictures pictures;
    private final Clock clock;

    RoutePages(RoutesInForce routes, FindWays findWays, Pictures pictures, Clock clock) {
        this.routes = routes;
        this.findWays = findWays;
        this.pictures = pictures;
        this.clock = clock;
    }

    /** What somebody chose in the form that asks from where to where. */
    record Wanted(String from, String to, FormErrors errors) {
        static Wanted of(@Nullable String from, @Nullable String to) {
            return new Wanted(from == null ? "" : from, to == null ? "" : to, FormErrors.none());
        }
    }

    @GetMapping
    String all(
            @RequestParam(defaultValue = "") String framework,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String size,
            @RequestParam @Nullable String check,
            @AuthenticationPrincipal @Nullable Actor actor,
            Model model) {
        var graph = routes.graph();
        return framework.isEmpty()
                ? overview(graph, wanted(graph, from, to, check != null), size, actor, model)
                : ofFramework(graph, framework, size, model);
    }

    private String overview(RouteGraph graph, Wanted wanted, String size, @Nullable Actor actor, Model model) {
        Map<String, String> frameworks = new LinkedHashMap<>();
        for (var place : graph.places()) {
            var at = place.at();
            if (at != null && !graph.isAlone(place)) {
                frameworks.putIfAbsent(at.slug(), at.title());
            }
        }
        model.addAttribute("frameworks", frameworks);
        model.addAttribute("wanted", wanted);
        model.addAttribute("choices", choices(graph));
        model.addAttribute("author", actor != null && actor.roles().contains(Role.FRAMEWORK_AUTHOR));
        map(RouteMap.joined(graph), "/routes", size, model);
        return "pathway/web/routes";
    }

    private String ofFramework(RouteGraph graph, String slug, String size, Model model) {
        var map = RouteMap.ofFramework(graph, slug);
        var title = map.places().stream()
                .map(Place::at)
                .filter(at -> at != null && at.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("pathway.routes.problem.noFramework"))
                .title();
        model.addAttribute("title", title);
        model.addAttribute("slug", slug);
        model.addAttribute("wanted", Wanted.of("", ""));
        model.addAttribute("choices", choices(graph));
        map(map, "/routes?framework=" + slug, size, model);
        return "pathway/web/framework";
    }

    private void map(RouteMap map, String address, String size, Model model) {
        model.addAttribute("map", map);
        model.addAttribute("picture", map.isDrawable() ? pictures.of(map) : null);
        model.addAttribute("address", address);
        model.addAttribute("large", size.equals("large"));
    }

    private static PlaceChoices choices(RouteGraph graph) {
        return PlaceChoices.of(graph, place -> !graph.isAlone(place) || place.at() != null);
    }

    private static Wanted wanted(RouteGraph graph, String from, String to, boolean check) {
        var wanted = Wanted.of(from, to);
        var errors = FormErrors.none();
        if (check && graph.place(from).isEmpty()) {
            errors = errors.and("from", "pathway.routes.error.from");
        }
        if (check && graph.place(to).isEmpty()) {
            errors = errors.and("to", "pathway.routes.error.to");
        }
        return new Wanted(wanted.from(), wanted.to(), errors);
    }

    @GetMapping("/find")
    ResponseEntity<Void> find(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to) {
        var address = from.isEmpty() || to.isEmpty()
                ? UriComponentsBuilder.fromPath("/routes")
                        .queryParam("from", "{from}")
                        .queryParam("to", "{to}")
                        .queryParam("check", "1")
                        .encode()
                        .buildAndExpand(from, to)
                        .toUriString()
                : address(from, to);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    static String address(String from, String to) {
        return UriComponentsBuilder.fromPath("/routes")
                .pathSegment("from", "{from}", "to", "{to}")
                .encode()
                .buildAndExpand(from, to)
                .toUriString();
    }

    @GetMapping("/at/{place}")
    String at(@PathVariable String place, @RequestParam(defaultValue = "") String size, Model model) {
        var graph = routes.graph();
        var here = place(graph, place);
        model.addAttribute("place", here);
        model.addAttribute("arriving", graph.to(here));
        model.addAttribute("leaving", graph.from(here));
        model.addAttribute("wayIn", graph.isWayIn(here));
        model.addAttribute("wanted", Wanted.of("", here.id()));
        model.addAttribute("choices", choices(graph));
        map(RouteMap.around(graph, here), here.address(), size, model);
        return "pathway/web/place";
    }

    @GetMapping("/from/{from}/to/{to}")
    String ways(@PathVariable String from, @PathVariable String to, Model model) {
        var search = routes.search();
        var start = place(search.graph(), from);
        var end = place(search.graph(), to);
        var nobody = new Standings(Map.of(), clock.instant());
        model.addAttribute("from", start);
        model.addAttribute("to", end);
        model.addAttribute("answer", findWays.find(search, start, end, nobody));
        model.addAttribute("personal", false);
        model.addAttribute("wanted", Wanted.of(start.id(), end.id()));
        model.addAttribute("choices", choices(search.graph()));
        return "pathway/web/ways";
    }

    static Place place(RouteGraph graph, String id) {
        return graph.place(id)
                .filter(Place::isKnown)
                .orElseThrow(() -> new Problem.NotFound("pathway.routes.problem.noPlace"));
    }
}
