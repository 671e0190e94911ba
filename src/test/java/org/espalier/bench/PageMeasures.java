package org.espalier.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Pages, as people read them. */
final class PageMeasures {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int CROWD = 8;

    /** A page without data of its own: what the server and this client can do at best. */
    private static final String STATIC_PAGE = "/about";

    private PageMeasures() {}

    static List<Measure> all() {
        return List.of();
    }

    /** Reads pages for a while without measuring. */
    static void visit(Site site, Duration duration) throws Exception {
        pages(site, CROWD, Duration.ZERO, duration, n -> new Visit("/", ""));
    }

    /** One look at one page. */
    record Visit(String path, String cookie) {}

    private static Row row(String name, Site site, IntFunction<Visit> visits) throws Exception {
        var pages = pages(site, 1, WARM_UP, MEASURED, visits);
        return new Row(name, "ms", pages.times(), staticPage(site), null);
    }

    private static Row rate(String name, Site site, IntFunction<Visit> visits) throws Exception {
        var pages = pages(site, CROWD, WARM_UP, MEASURED, visits);
        return new Row(name, "pages/s", pages.ratesOf(1), staticPages(site), null);
    }

    private static Row.Limit staticPage(Site site) throws Exception {
        var pages = pages(site, 1, WARM_UP.dividedBy(2), MEASURED.dividedBy(2), n -> new Visit(STATIC_PAGE, ""));
        return new Row.Limit(pages.times().median(), "the page " + STATIC_PAGE + ", which needs no data");
    }

    private static Row.Limit staticPages(Site site) throws Exception {
        var pages = pages(site, CROWD, WARM_UP.dividedBy(2), MEASURED.dividedBy(2), n -> new Visit(STATIC_PAGE, ""));
        return new Row.Limit(pages.ratesOf(1).median(), "the page " + STATIC_PAGE + ", which needs no data");
    }

    private static ClosedLoop.Outcome pages(
            Site site, int clients, Duration warmUp, Duration measured, IntFunction<Visit> visits) throws Exception {
        var next = new AtomicInteger();
        return ClosedLoop.run(clients, warmUp, measured, number -> {
            var connection = new Connection(site.product().port());
            return new ClosedLoop.Client() {
                @Override
                public void once() throws IOException {
                    var visit = visits.apply(next.getAndIncrement());
                    connection.get(visit.path(), visit.cookie());
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        });
    }
}
