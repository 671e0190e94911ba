package org.espalier.bench;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.pathway.MadeUpRoutes;
import org.espalier.pathway.Place;
import org.espalier.pathway.RouteGraph;
import org.espalier.pathway.RouteSearch;
import org.espalier.pathway.Step;

/** The best three ways between two places, in a made-up graph of 5,000 places and 30,000 steps. */
final class RouteMeasures {
    private static final int PLACES = 5_000;
    private static final int STEPS = 30_000;
    private static final int WAYS = 3;
    private static final int MILLIS = 20;
    private static final int EXPECTATIONS = 60;

    private RouteMeasures() {}

    static List<Measure> all() {
        return List.of(new Measure("route-search", site -> List.of(search())));
    }

    private static Row search() throws Exception {
        var graph = MadeUpRoutes.random(PLACES, STEPS, new Random(7));
        var search = new RouteSearch(graph);
        var places = graph.places();
        var random = new Random(3);
        var work = random.ints(PLACES, 0, EXPECTATIONS).toArray();
        var number = new AtomicInteger();
        var times = ClosedLoop.run(1, Duration.ofSeconds(6), Duration.ofSeconds(5), client -> () -> {
                    var from = places.get(random.nextInt(PLACES));
                    var to = places.get(random.nextInt(PLACES));
                    search.best(from, to, step -> work[position(step.to())], WAYS);
                })
                .times();
        var pass = ClosedLoop.run(
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        client -> () -> number.addAndGet(everything(graph, work)))
                .times();
        return new Row(
                "route-search",
                "ms",
                times,
                new Row.Limit(pass.median(), "one pass over all steps"),
                Aim.atMost(MILLIS));
    }

    private static int everything(RouteGraph graph, int[] work) {
        var sum = 0;
        for (Step step : graph.steps()) {
            sum += work[position(step.to())];
        }
        return sum;
    }

    private static int position(Place place) {
        var at = place.at();
        return at == null ? 0 : at.rank();
    }
}
