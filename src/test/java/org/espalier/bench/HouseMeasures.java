package org.espalier.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the house itself costs: memory, and the time from the command to the first page. */
final class HouseMeasures {
    private static final int MEGABYTES = 600;
    private static final int FIRST_PAGE_MILLIS = 3000;
    private static final int RESTARTS = 5;

    private HouseMeasures() {}

    static List<Measure> all() {
        return List.of(
                new Measure("memory", HouseMeasures::memory), new Measure("first-page", HouseMeasures::firstPage));
    }

    private static List<Row> memory(Site site) throws Exception {
        PageMeasures.visit(site, Duration.ofSeconds(3));
        var samples = new ArrayList<>(site.megabytesSoFar());
        samples.add(site.product().megabytes());
        return List.of(new Row(
                "memory",
                "MB",
                new Spread(samples.getLast(), Collections.max(samples)),
                new Row.Limit(Memory.ofMachine(), "what the machine has; p95 is the most that was seen"),
                Aim.atMost(MEGABYTES)));
    }

    private static List<Row> firstPage(Site site) throws Exception {
        var restarts = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (var n = 0; n < RESTARTS; n++) {
            bare.add(site.restartDatabaseAlone());
            restarts.add(site.restart());
        }
        return List.of(new Row(
                "first-page",
                "ms",
                Spread.ofValues(restarts),
                new Row.Limit(Spread.ofValues(bare).median(), "a JVM that does nothing, then the database alone"),
                Aim.atMost(FIRST_PAGE_MILLIS)));
    }
}
