package org.espalier.pathway;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.espalier.framework.VersionId;

/** Made-up graphs of routes: of a few places, and of many at random. */
public final class MadeUpRoutes {
    private MadeUpRoutes() {}

    /** A level called so, of a framework that has nothing else. */
    public static Place level(String name) {
        return level(name, 0);
    }

    private static Place level(String name, int rank) {
        return Place.level(new Place.At(new VersionId(1), name, 1, "Framework of " + name, "only", rank), name);
    }

    /** {@code "a>b"} is a route from a to b; {@code "a"} a place alone. */
    public static RouteGraph graph(String... routes) {
        var places = new ArrayList<Place>();
        var made = new ArrayList<Route>();
        for (var route : routes) {
            var ends = route.split(">", -1);
            for (var end : ends) {
                places.add(level(end));
            }
            if (ends.length == 2) {
                made.add(upwards(level(ends[0]), level(ends[1])));
            }
        }
        return new RouteGraph(places, made, List.of());
    }

    static Route upwards(Place from, Place to) {
        return Route.bare(from, to, Route.Kind.UPWARDS, new Route.Source.Order("-"));
    }

    /** So many places, ranked from 0, with so many steps between them, most of them to places a little further on. */
    public static RouteGraph random(int places, int steps, Random random) {
        var made = new ArrayList<Place>();
        for (var n = 0; n < places; n++) {
            made.add(level("place-" + n, n));
        }
        var joined = new HashSet<Long>();
        var routes = new ArrayList<Route>();
        while (routes.size() < steps) {
            var from = random.nextInt(places);
            var to = random.nextInt(4) == 0
                    ? random.nextInt(places)
                    : Math.floorMod(from + random.nextInt(61) - 15, places);
            if (from != to && joined.add((long) from * places + to)) {
                routes.add(upwards(made.get(from), made.get(to)));
            }
        }
        return new RouteGraph(made, routes, List.of());
    }
}
