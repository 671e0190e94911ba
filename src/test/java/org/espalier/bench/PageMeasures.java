package org.espalier.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Pages, as people read them. */
final class PageMeasures {
    /** Until the server runs as it runs all day: the JVM compiles what is used most. */
    private static final Duration WARM_UP = Duration.ofSeconds(12);

    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int CROWD = 8;

    /** A page without data of its own: what the server and this client can do at best. */
    private static final String STATIC_PAGE = "/about";

    private static final int GAP_MILLIS = 5;
    private static final int GAPS_PER_SECOND = 2000;
    private static final int SEARCH_MILLIS = 10;

    /** As people type them, some with mistakes. */
    private static final List<String> SEARCHES = List.of(
            "rehabilitation goals",
            "rehabilitaton",
            "safegarding children",
            "swalowing",
            "handover",
            "nutrition and hydration",
            "infecton prevention",
            "discharge medicines",
            "studens on placment",
            "coordinates",
            "breathing exercizes",
            "leading",
            "older person at home",
            "stage 3",
            "risks notised early");

    private PageMeasures() {}

    static List<Measure> all() {
        return List.of(
                new Measure(
                        "gap-page-1",
                        site -> List.of(
                                row("gap-page-1", site, n -> gapPage(site, n)).withAim(Aim.atMost(GAP_MILLIS)))),
                new Measure(
                        "gap-page-8",
                        site -> List.of(rate("gap-page-8", site, n -> gapPage(site, n))
                                .withAim(Aim.atLeast(GAPS_PER_SECOND).and(Aim.atLeastOfLimit(0.25))))),
                new Measure("what-changes", site -> List.of(row("what-changes", site, n -> comparison(site, n)))),
                new Measure(
                        "search",
                        site -> List.of(
                                row("search", site, PageMeasures::search).withAim(Aim.atMost(SEARCH_MILLIS)))));
    }

    /** Reads pages for a while without measuring. */
    static void visit(Site site, Duration duration) throws Exception {
        pages(site, CROWD, Duration.ZERO, duration, n -> gapPage(site, n));
    }

    private static Visit gapPage(Site site, int number) {
        var member = site.people().get(number % site.people().size());
        return new Visit(site.myPath() + "/gap", member.cookie(), member.actor().name());
    }

    private static Visit comparison(Site site, int number) {
        var levels = site.framework().levels();
        var from = number % (levels.size() - 1);
        var to = from + 1 + number / levels.size() % (levels.size() - 1 - from);
        return new Visit(
                site.path() + "/versions/1/compare?from=" + levels.get(from).id() + "&to="
                        + levels.get(to).id(),
                "",
                levels.get(to).name());
    }

    private static Visit search(int number) {
        var words = SEARCHES.get(number % SEARCHES.size());
        return new Visit("/search?q=" + URLEncoder.encode(words, UTF_8), "", words);
    }

    /** One look at one page, which has these words. */
    record Visit(String path, String cookie, String words) {}

    /** One reader, one page after the other. */
    static Row row(String name, Site site, IntFunction<Visit> visits) throws Exception {
        var pages = pages(site, 1, WARM_UP, MEASURED, visits);
        return new Row(name, "ms", pages.times(), staticPage(site), null);
    }

    private static Row rate(String name, Site site, IntFunction<Visit> visits) throws Exception {
        var pages = pages(site, CROWD, WARM_UP, MEASURED, visits);
        return new Row(name, "pages/s", pages.ratesOf(1), staticPages(site), null);
    }

    private static Row.Limit staticPage(Site site) throws Exception {
        var pages = pages(site, 1, WARM_UP.dividedBy(2), MEASURED.dividedBy(2), n -> new Visit(STATIC_PAGE, "", "<h1"));
        return new Row.Limit(pages.times().median(), "the page " + STATIC_PAGE + ", which needs no data");
    }

    private static Row.Limit staticPages(Site site) throws Exception {
        var pages =
                pages(site, CROWD, WARM_UP.dividedBy(2), MEASURED.dividedBy(2), n -> new Visit(STATIC_PAGE, "", "<h1"));
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
                    if (!connection.says(visit.words())) {
                        throw new IOException(visit.path() + " does not say " + visit.words());
                    }
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        });
    }
}
