package org.espalier.pathway;

import java.util.ArrayList;
import java.util.List;
import org.espalier.pathway.AuthoredRoute.Content;

/** Why a route cannot stand as it is written; {@link #of} finds all that is wrong. */
public enum RouteFault {
    /** It leads to where it starts. */
    SAME_PLACE,
    /** People come in from outside, and this starts at a level or role. */
    NOT_A_WAY_IN,
    /** It is said to lead upwards, and its framework puts the end below the start. */
    LEADS_DOWN,
    /** It is said to lead upwards, and so do routes that lead back. */
    CIRCLE,
    /** It must be had, and it may. */
    MUST_AND_MAY;

    /** @param graph as it is without this route */
    static List<RouteFault> of(Content content, Place from, Place to, RouteGraph graph) {
        var faults = new ArrayList<RouteFault>();
        if (from.equals(to)) {
            faults.add(SAME_PLACE);
        }
        if (content.kind() == Route.Kind.WAY_IN && from.kind() != Place.Kind.NAMED) {
            faults.add(NOT_A_WAY_IN);
        }
        if (content.kind() == Route.Kind.UPWARDS && leadsDown(from, to)) {
            faults.add(LEADS_DOWN);
        } else if (content.kind() == Route.Kind.UPWARDS
                && Circles.way(graph, to, from).isPresent()) {
            faults.add(CIRCLE);
        }
        if (content.must().stream().anyMatch(content.may()::contains)) {
            faults.add(MUST_AND_MAY);
        }
        return faults;
    }

    private static boolean leadsDown(Place from, Place to) {
        var start = from.at();
        var end = to.at();
        return start != null && end != null && from.isBesides(to) && end.rank() < start.rank();
    }
}
