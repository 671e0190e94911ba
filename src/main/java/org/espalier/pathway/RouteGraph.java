package org.espalier.pathway;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every place in a career and every route between them, whole and immutable. Routes between the same two places make one
 * {@link Step}. Circles and places that nothing leads to are no error; {@link #doubts} says them.
 */
public final class RouteGraph {
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Step> steps;
    private final Map<Place, List<Step>> leaving = new HashMap<>();
    private final Map<Place, List<Step>> arriving = new HashMap<>();
    private final List<Doubt> doubts;

    /** @param doubts about what could not be made a route */
    public RouteGraph(Collection<Place> places, Collection<Route> routes, List<Doubt> doubts) {
        places.forEach(this::add);
        var between = new LinkedHashMap<List<Place>, List<Route>>();
        for (var route : routes) {
            add(route.from());
            add(route.to());
            between.computeIfAbsent(List.of(route.from(), route.to()), ends -> new ArrayList<>())
                    .add(route);
        }
        steps = between.values().stream().map(RouteGraph::step).toList();
        for (var step : steps) {
            leaving.computeIfAbsent(step.from(), place -> new ArrayList<>()).add(step);
            arriving.computeIfAbsent(step.to(), place -> new ArrayList<>()).add(step);
        }
        this.doubts = Stream.concat(doubts.stream(), own().stream()).toList();
    }

    private void add(Place place) {
        if (places.putIfAbsent(place.id(), place) == null) {
            numbers.put(place.id(), numbers.size());
        }
    }

    private static Step step(List<Route> routes) {
        var ordered = routes.stream()
                .sorted(comparingInt(route -> switch (route.source()) {
                    case Route.Source.Document document -> 0;
                    case Route.Source.Author author -> 1;
                    case Route.Source.Linked linked -> 2;
                    case Route.Source.Order order -> 3;
                }))
                .toList();
        return new Step(routes.getFirst().from(), routes.getFirst().to(), ordered);
    }

    private List<Doubt> own() {
        var own = new ArrayList<Doubt>();
        for (var place : places.values()) {
            if (place.at() != null && to(place).isEmpty()) {
                own.add(new Doubt.NothingLeadsHere(place));
            }
        }
        Circles.upwards(this).forEach(circle -> own.add(new Doubt.Circle(circle)));
        return own;
    }

    /** Levels by framework, lowest first; then the rest as it was first named. */
    public List<Place> places() {
        return List.copyOf(places.values());
    }

    public Optional<Place> place(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /** Counts the places from 0, in their order. */
    int numberOf(Place place) {
        var number = numbers.get(place.id());
        if (number == null) {
            throw new IllegalArgumentException("No place here: " + place);
        }
        return number;
    }

    public List<Step> steps() {
        return steps;
    }

    /** Where one can go straight from a place. */
    public List<Step> from(Place place) {
        return leaving.getOrDefault(place, List.of());
    }

    /** From where one can come straight to a place. */
    public List<Step> to(Place place) {
        return arriving.getOrDefault(place, List.of());
    }

    public List<Doubt> doubts() {
        return doubts;
    }

    /** True when people start here: nothing leads to it, and something leads on. */
    public boolean isWayIn(Place place) {
        return place.kind() == Place.Kind.NAMED && to(place).isEmpty();
    }

    /** True when no route leads from it or to it. */
    public boolean isAlone(Place place) {
        return from(place).isEmpty() && to(place).isEmpty();
    }

    /** Every place that can be reached from this one, itself included, nearest first. */
    public Set<Place> reachableFrom(Place start) {
        var reached = new LinkedHashSet<Place>();
        var waiting = new ArrayList<>(List.of(start));
        for (var n = 0; n < waiting.size(); n++) {
            if (reached.add(waiting.get(n))) {
                from(waiting.get(n)).forEach(step -> waiting.add(step.to()));
            }
        }
        return reached;
    }

    /** The places that this one is joined to by one step, itself included. */
    public Set<Place> around(Place centre) {
        var around = new LinkedHashSet<Place>();
        to(centre).forEach(step -> around.add(step.from()));
        around.add(centre);
        from(centre).forEach(step -> around.add(step.to()));
        return around;
    }

    /** The steps between these places. */
    public List<Step> within(Set<Place> some) {
        return steps.stream()
                .filter(step -> some.contains(step.from()) && some.contains(step.to()))
                .toList();
    }
}
