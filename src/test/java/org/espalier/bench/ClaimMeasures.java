package org.espalier.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.espalier.assessment.RateStatements;
import org.espalier.framework.Statement;

/** Keeping what people say of themselves, safe on disk: by the use case, and over HTTP. */
final class ClaimMeasures {
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int CROWD = 8;
    private static final int GROUP = 6;
    private static final int CLAIMS_PER_SECOND = 5000;
    private static final int HTTP_MILLIS = 5;
    private static final int HTTP_PER_SECOND = 800;
    private static final String ONE_ROW = "one bare row, added by itself";

    private ClaimMeasures() {}

    static List<Measure> all() {
        return List.of(
                new Measure("claim-in-process", ClaimMeasures::inProcess),
                new Measure("claim-http", ClaimMeasures::overHttp));
    }

    /** One claim a transaction, from eight threads; and a group of six in one, as the page for a whole group does. */
    private static List<Row> inProcess(Site site) throws Exception {
        var single = ClosedLoop.run(CROWD, WARM_UP, MEASURED, client -> rating(site, client, 1));
        var group = ClosedLoop.run(CROWD, WARM_UP, MEASURED, client -> rating(site, client, GROUP));
        var limit = new Row.Limit(bareInserts(site, CROWD).ratesOf(1).median(), ONE_ROW + " from 8 threads");
        return List.of(
                new Row("claim-in-process", "claims/s", single.ratesOf(1), limit, Aim.atLeast(CLAIMS_PER_SECOND)),
                new Row("claim-in-process-group", "claims/s", group.ratesOf(GROUP), limit, null));
    }

    private static List<Row> overHttp(Site site) throws Exception {
        var alone = ClosedLoop.run(1, WARM_UP, MEASURED, client -> posting(site, client, 1));
        var crowd = ClosedLoop.run(CROWD, WARM_UP, MEASURED, client -> posting(site, client, CROWD));
        return List.of(
                new Row(
                        "claim-http",
                        "ms",
                        alone.times(),
                        new Row.Limit(bareInserts(site, 1).times().median(), ONE_ROW),
                        Aim.atMost(HTTP_MILLIS)),
                new Row(
                        "claim-http-8",
                        "claims/s",
                        crowd.ratesOf(1),
                        new Row.Limit(bareInserts(site, CROWD).ratesOf(1).median(), ONE_ROW + " from 8 threads"),
                        Aim.atLeast(HTTP_PER_SECOND)));
    }

    private static ClosedLoop.Outcome bareInserts(Site site, int clients) throws Exception {
        return ClosedLoop.run(clients, WARM_UP.dividedBy(3), MEASURED.dividedBy(2), client -> site.bareTable()
                .singleInserts());
    }

    private static ClosedLoop.Client rating(Site site, int client, int atATime) {
        var rateStatements = site.use(RateStatements.class);
        var turn = new Turn(site, client, CROWD);
        return () -> {
            var ratings = turn.next(atATime);
            var rated = rateStatements.rate(
                    turn.member().actor(),
                    turn.member().person(),
                    site.framework().id(),
                    ratings);
            if (rated.before().size() != atATime) {
                throw new IllegalStateException("An answer became no claim");
            }
        };
    }

    private static ClosedLoop.Client posting(Site site, int client, int clients) throws IOException {
        var connection = new Connection(site.product().port());
        var turn = new Turn(site, client, clients);
        return new ClosedLoop.Client() {
            @Override
            public void once() throws IOException {
                for (var answer : turn.next(1).entrySet()) {
                    var key = site.framework()
                            .statement(answer.getKey())
                            .map(Statement::key)
                            .orElseThrow();
                    connection.post(
                            site.myPath() + "/versions/1/statements/" + key + "/rating",
                            turn.member().cookie(),
                            "r." + key + "=" + answer.getValue().slug() + "&_csrf="
                                    + turn.member().csrfToken());
                }
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }
}
