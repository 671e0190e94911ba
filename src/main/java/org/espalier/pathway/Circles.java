package org.espalier.pathway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds routes upwards that lead in a circle. */
final class Circles {
    private Circles() {}

    /** Every place that lies on such a circle is in one of the answers. */
    static List<List<Place>> upwards(RouteGraph graph) {
        var circles = new ArrayList<List<Place>>();
        var done = new HashSet<Place>();
        for (var place : graph.places()) {
            if (!done.contains(place)) {
                way(graph, place, place).ifPresent(circle -> {
                    circles.add(circle);
                    done.addAll(circle);
                });
            }
        }
        return circles;
    }

    /** The places on the shortest way upwards from one to another, both included; from a place to itself, the circle. */
    static Optional<List<Place>> way(RouteGraph graph, Place from, Place to) {
        Deque<List<Place>> waiting = new ArrayDeque<>(List.of(List.of(from)));
        Set<Place> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            var way = waiting.poll();
            for (var step : graph.from(way.getLast())) {
                if (isUpwards(step) && seen.add(step.to())) {
                    var longer = new ArrayList<>(way);
                    longer.add(step.to());
                    if (step.to().equals(to)) {
                        return Optional.of(longer);
                    }
                    waiting.add(longer);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isUpwards(Step step) {
        return step.routes().stream().anyMatch(route -> route.kind() == Route.Kind.UPWARDS);
    }
}
