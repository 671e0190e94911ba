package org.espalier.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.assessment.request.AskAssessor;
import org.espalier.assessment.request.AskAssessor.Asked;
import org.espalier.assessment.request.JudgeRequests;
import org.espalier.assessment.request.QueueQuery;
import org.espalier.assessment.request.RequestId;
import org.espalier.assessment.request.Requests;
import org.espalier.framework.Statement;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.Organisations;
import org.espalier.person.Memberships;

/** An assessor with 2,000 requests waiting: looking at the first page, and signing off 500 of them at once. */
final class SignOffMeasures {
    private static final int LEARNERS = 50;
    private static final int EACH = 40;
    private static final int BULK = 500;
    private static final int PAGE_MILLIS = 25;
    private static final int BULK_MILLIS = 500;
    private static final double NANOS_PER_MILLI = 1_000_000;

    private SignOffMeasures() {}

    static List<Measure> all() {
        return List.of(
                new Measure("queue-2000", SignOffMeasures::queue), new Measure("verify-500", SignOffMeasures::verify));
    }

    private static List<Row> queue(Site site) throws Exception {
        var assessor = assessor(site);
        ask(site, assessor, "Queue of 2,000", 0);
        site.countRows();
        return List.of(PageMeasures.row(
                        "queue-2000", site, n -> new PageMeasures.Visit("/assess", assessor.cookie(), "Made-up person"))
                .withAim(Aim.atMost(PAGE_MILLIS)));
    }

    /** Four times 500, of 2,000 that wait. */
    private static List<Row> verify(Site site) throws Exception {
        var assessor = site.people().get(site.people().size() - 2);
        var organisation = ask(site, assessor, "Bulk of 500", EACH);
        var millis = new ArrayList<Double>();
        for (var n = 0; n < LEARNERS * EACH / BULK; n++) {
            var chosen = chosen(site, assessor, organisation);
            var started = System.nanoTime();
            var outcome = site.use(JudgeRequests.class).signOff(assessor.actor(), chosen, null, "");
            millis.add((System.nanoTime() - started) / NANOS_PER_MILLI);
            if (outcome.done() != BULK) {
                throw new IllegalStateException("Not all were signed off: " + outcome);
            }
        }
        var bare = ClosedLoop.run(1, Duration.ofSeconds(1), Duration.ofSeconds(2), client -> site.bareTable()
                .batches(BULK, "-"));
        return List.of(new Row(
                "verify-500",
                "ms",
                Spread.ofValues(millis),
                new Row.Limit(bare.times().median(), "500 bare rows in one transaction"),
                Aim.atMost(BULK_MILLIS)));
    }

    private static Crowd.Member assessor(Site site) {
        return site.people().getLast();
    }

    private static Organisation ask(Site site, Crowd.Member assessor, String name, int first) {
        var organisation = site.use(Organisations.class).add(name);
        site.use(Grants.class)
                .add(
                        assessor.actor().account(),
                        organisation.id(),
                        Role.ASSESSOR,
                        new Scope.WholeOrganisation(),
                        Instant.EPOCH,
                        null,
                        null);
        var statements = site.expectations().subList(first, first + EACH).stream()
                .map(Statement::id)
                .toList();
        for (var learner : site.people().subList(0, LEARNERS)) {
            site.use(Memberships.class).join(learner.person(), organisation.id(), null);
            site.use(AskAssessor.class)
                    .ask(
                            learner.actor(),
                            new Asked(
                                    site.framework().id(),
                                    statements,
                                    assessor.actor().account(),
                                    organisation.id(),
                                    Set.of(),
                                    "-",
                                    "Seen on the ward last week"));
        }
        return organisation;
    }

    private static LinkedHashMap<RequestId, Integer> chosen(
            Site site, Crowd.Member assessor, Organisation organisation) {
        var chosen = new LinkedHashMap<RequestId, Integer>();
        for (var page = 1; chosen.size() < BULK; page++) {
            site.use(Requests.class)
                    .queue(
                            assessor.actor().account(),
                            List.of(organisation.id()),
                            new QueueQuery(QueueQuery.Show.WAITING, null, null, page))
                    .lines()
                    .forEach(line ->
                            chosen.put(line.request().id(), line.request().revision()));
        }
        return chosen;
    }
}
