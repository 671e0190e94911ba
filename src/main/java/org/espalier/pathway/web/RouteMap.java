package org.espalier.pathway.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.espalier.pathway.Place;
import org.espalier.pathway.Route;
import org.espalier.pathway.RouteGraph;
import org.espalier.pathway.Step;
import org.espalier.ui.Diagram.Join;
import org.espalier.ui.Diagram.Node;
import org.espalier.ui.Diagram.Style;
import org.jspecify.annotations.Nullable;

/**
 * Some places and the steps between them, to be drawn and to be listed: the number of a step stands on its arrow and before
 * its line in the list.
 *
 * @param home the framework whose levels need not say to which they belong; null for none
 */
record RouteMap(
        List<Place> places, List<Step> steps, @Nullable String home) {
    /** Past this a picture is no help. */
    static final int MOST = 60;

    private static final int NUMBERED = 40;

    RouteMap {
        places = List.copyOf(places);
        steps = List.copyOf(steps);
    }

    /** A framework’s levels, whatever is joined to one of them by one step, and all other routes of its document. */
    static RouteMap ofFramework(RouteGraph graph, String slug) {
        var own = new LinkedHashSet<Place>();
        for (var place : graph.places()) {
            var at = place.at();
            if (at != null && at.slug().equals(slug)) {
                own.add(place);
            }
        }
        var shown = new LinkedHashSet<>(own);
        own.forEach(place -> shown.addAll(graph.around(place)));
        for (var step : graph.steps()) {
            if (step.isOf(slug)) {
                own.addAll(List.of(step.from(), step.to()));
                shown.addAll(own);
            }
        }
        return of(graph, shown, own, slug);
    }

    /** What is joined to this place by one step. */
    static RouteMap around(RouteGraph graph, Place centre) {
        var at = centre.at();
        return of(graph, graph.around(centre), List.of(centre), at == null ? null : at.slug());
    }

    /** All places that a step to another framework, to a role or to nothing but a name joins to something. */
    static RouteMap joined(RouteGraph graph) {
        var shown = new LinkedHashSet<Place>();
        for (var step : graph.steps()) {
            if (!step.from().isBesides(step.to())
                    && step.from().at() != null
                    && step.to().at() != null) {
                shown.add(step.from());
                shown.add(step.to());
            }
        }
        return of(graph, shown, graph.places(), null);
    }

    /** @param inner a step is shown when it touches one of these */
    private static RouteMap of(RouteGraph graph, Set<Place> shown, Collection<Place> inner, @Nullable String home) {
        var touched = Set.copyOf(inner);
        return new RouteMap(
                graph.places().stream().filter(shown::contains).toList(),
                graph.within(shown).stream()
                        .filter(step -> !step.from().equals(step.to()))
                        .filter(step -> touched.contains(step.from()) || touched.contains(step.to()))
                        .toList(),
                home);
    }

    boolean isDrawable() {
        return !steps.isEmpty() && places.size() <= MOST;
    }

    /** True when its places belong to several frameworks, so that each box has to say to which. */
    boolean isAcross() {
        return places.stream()
                        .map(Place::at)
                        .filter(Objects::nonNull)
                        .map(Place.At::slug)
                        .distinct()
                        .count()
                > 1;
    }

    List<Node> nodes() {
        var across = isAcross();
        return places.stream()
                .map(place -> new Node(
                        place.id(), text(place, across), style(place), place.isKnown() ? place.address() : null))
                .toList();
    }

    private static Style style(Place place) {
        return switch (place.kind()) {
            case LEVEL, ROLE -> Style.FILLED;
            case NAMED -> Style.OUTLINED;
            case UNSAID -> Style.DASHED;
        };
    }

    private String text(Place place, boolean across) {
        var at = place.at();
        return across
                        && at != null
                        && place.kind() == Place.Kind.LEVEL
                        && !at.slug().equals(home)
                ? place.name() + " – " + at.title()
                : place.name();
    }

    List<Join> joins() {
        var joins = new ArrayList<Join>();
        for (var step : steps) {
            var number = joins.size() + 1;
            joins.add(new Join(
                    step.from().id(),
                    step.to().id(),
                    steps.size() > NUMBERED ? null : Integer.toString(number),
                    style(step),
                    leadsOn(step)));
        }
        return joins;
    }

    /** Ways in and up go in the direction of reading, whatever leads back. */
    private static boolean leadsOn(Step step) {
        return step.routes().stream()
                .anyMatch(route -> route.kind() == Route.Kind.UPWARDS || route.kind() == Route.Kind.WAY_IN);
    }

    private static Style style(Step step) {
        return switch (step.main().source()) {
            case Route.Source.Document document -> Style.FILLED;
            case Route.Source.Author author -> Style.FILLED;
            case Route.Source.Order order -> Style.DASHED;
            case Route.Source.Linked linked -> Style.OUTLINED;
        };
    }
}
