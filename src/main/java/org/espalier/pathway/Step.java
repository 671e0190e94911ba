package org.espalier.pathway;

import java.util.List;

/** From one place straight to another, by any of the routes that lead there. */
public record Step(Place from, Place to, List<Route> routes) {
    public Step {
        routes = List.copyOf(routes);
        if (routes.isEmpty()
                || routes.stream()
                        .anyMatch(route ->
                                !route.from().equals(from) || !route.to().equals(to))) {
            throw new IllegalArgumentException("A step is made of routes between its two places: " + from + ", " + to);
        }
    }

    /** The route that says most of this step: a document’s or an author’s before a link before the order of levels. */
    public Route main() {
        return routes.getFirst();
    }
}
