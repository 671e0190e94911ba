package org.espalier.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.pathway.MadeUpRoutes.graph;
import static org.espalier.pathway.MadeUpRoutes.level;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteSearchTests {

    @Test
    void takesTheWayWithTheLeastWorkAndNotTheShortest() {
        var search = new RouteSearch(graph("a>b", "b>d", "a>c", "c>e", "e>d", "a>d"));
        var work = Map.of("b", 5, "c", 1, "d", 3, "e", 1);

        var ways = search.best(
                level("a"),
                level("d"),
                step -> direct(step) ? 40 : work.get(step.to().name()),
                5);

        assertThat(ways.stream().map(RouteSearchTests::names)).containsExactly("a c e d", "a b d", "a d");
        assertThat(ways.stream().map(Way::work)).containsExactly(5, 8, 40);
    }

    private static boolean direct(Step step) {
        return step.from().name().equals("a") && step.to().name().equals("d");
    }

    @Test
    void takesFewerStepsWhereTheWorkIsTheSame() {
        var search = new RouteSearch(graph("a>b", "b>c", "a>c"));

        var ways = search.best(level("a"), level("c"), step -> 0, 3);

        assertThat(ways.stream().map(RouteSearchTests::names)).containsExactly("a c", "a b c");
    }

    @Test
    void findsNoneWhereThereIsNone() {
        var search = new RouteSearch(graph("a>b", "c>a", "d"));

        assertThat(search.best(level("a"), level("c"), step -> 1, 3)).isEmpty();
        assertThat(search.best(level("d"), level("a"), step -> 1, 3)).isEmpty();
        assertThat(search.best(level("a"), level("a"), step -> 1, 3)).isEmpty();
    }

    @Test
    void getsThroughCirclesAndRoutesThatStayWhereTheyAre() {
        var search = new RouteSearch(graph("a>b", "b>a", "b>b", "b>c", "c>b"));

        assertThat(search.best(level("a"), level("c"), step -> 1, 9).stream().map(RouteSearchTests::names))
                .containsExactly("a b c");
    }

    /** Whatever the graph: exactly the best ways that a search of all ways finds, in their order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void findsExactlyTheBestOfAllWays(long seed) {
        var random = new Random(seed);
        var graph = MadeUpRoutes.random(8, 22, random);
        var weights = new int[graph.steps().size()];
        for (var n = 0; n < weights.length; n++) {
            weights[n] = random.nextInt(12);
        }
        ToIntFunction<Step> work = step -> weights[graph.steps().indexOf(step)];
        var search = new RouteSearch(graph);
        for (var from : graph.places()) {
            for (var to : graph.places()) {
                var ways = search.best(from, to, work, 4);

                assertThat(ways.stream().map(Way::work))
                        .isEqualTo(all(graph, from, to, work).stream().limit(4).toList());
                assertSound(graph, from, to, work, ways);
            }
        }
    }

    @Test
    void keepsItsPromisesInALargeGraph() {
        var random = new Random(42);
        var graph = MadeUpRoutes.random(2_000, 9_000, random);
        ToIntFunction<Step> work = step -> 1 + graph.numberOf(step.to()) % 60;
        var search = new RouteSearch(graph);
        for (var n = 0; n < 30; n++) {
            var from = graph.places().get(random.nextInt(2_000));
            var to = graph.places().get(random.nextInt(2_000));
            var ways = search.best(from, to, work, 5);

            assertSound(graph, from, to, work, ways);
            assertThat(ways.isEmpty())
                    .isEqualTo(from.equals(to) || !graph.reachableFrom(from).contains(to));
            assertThat(search.best(from, to, work, 5)).as("asked again").isEqualTo(ways);
        }
    }

    private static void assertSound(RouteGraph graph, Place from, Place to, ToIntFunction<Step> work, List<Way> ways) {
        assertThat(new HashSet<>(ways)).hasSameSizeAs(ways);
        assertThat(ways).isSortedAccordingTo(Comparator.comparingInt(Way::work));
        for (var way : ways) {
            assertThat(way.steps()).isNotEmpty().allMatch(step -> graph.from(step.from())
                    .contains(step));
            assertThat(way.places()).startsWith(from).endsWith(to).doesNotHaveDuplicates();
            assertThat(way.work()).isEqualTo(way.steps().stream().mapToInt(work).sum());
        }
    }

    /** The work of every way there is, least first: by trying all. */
    private static List<Integer> all(RouteGraph graph, Place from, Place to, ToIntFunction<Step> work) {
        var found = new ArrayList<Integer>();
        if (!from.equals(to)) {
            walk(graph, from, to, work, 0, new HashSet<>(List.of(from)), found);
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private static void walk(
            RouteGraph graph,
            Place at,
            Place to,
            ToIntFunction<Step> work,
            int sofar,
            HashSet<Place> passed,
            List<Integer> found) {
        for (var step : graph.from(at)) {
            var sum = sofar + work.applyAsInt(step);
            if (step.to().equals(to)) {
                found.add(sum);
            } else if (passed.add(step.to())) {
                walk(graph, step.to(), to, work, sum, passed, found);
                passed.remove(step.to());
            }
        }
    }

    private static String names(Way way) {
        return String.join(" ", way.places().stream().map(Place::name).toList());
    }
}
