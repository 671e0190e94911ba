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

    /** Its routes, without the order of levels where anybody describes the step. */
    public List<Route> told() {
        return routes.size() == 1
                ? routes
                : routes.stream()
                        .filter(route -> !(route.source() instanceof Route.Source.Order))
                        .toList();
    }

    /** True when the document of this framework describes it. */
    public boolean isOf(String slug) {
        return routes.stream()
                .anyMatch(route -> route.source() instanceof Route.Source.Document document
                        && document.slug().equals(slug));
    }

    /** The route that says most of this step: a document’s or an author’s before a link before the order of levels. */
    public Route main() {
        return routes.getFirst();
    }
}
