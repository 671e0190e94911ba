package org.espalier.pathway.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.espalier.pathway.Place;
import org.espalier.pathway.RouteGraph;
import org.jspecify.annotations.Nullable;

/** Places to choose from, under the title of their framework; those that have nothing but a name first. */
record PlaceChoices(List<Group> groups) {

    /** @param title null for places of no framework */
    record Group(@Nullable String title, List<Place> places) {}

    static PlaceChoices of(RouteGraph graph, Predicate<Place> wanted) {
        Map<String, List<Place>> byTitle = new LinkedHashMap<>();
        var named = new ArrayList<Place>();
        var roles = new ArrayList<Place>();
        for (var place : graph.places()) {
            if (place.isKnown() && wanted.test(place)) {
                var at = place.at();
                if (at == null) {
                    named.add(place);
                } else if (place.kind() == Place.Kind.ROLE) {
                    roles.add(place);
                } else {
                    byTitle.computeIfAbsent(at.title(), title -> new ArrayList<>())
                            .add(place);
                }
            }
        }
        var groups = new ArrayList<Group>();
        if (!named.isEmpty()) {
            groups.add(new Group(null, named));
        }
        byTitle.forEach((title, places) -> groups.add(new Group(title, places)));
        if (!roles.isEmpty()) {
            groups.add(new Group("", roles));
        }
        return new PlaceChoices(groups);
    }
}
