package org.espalier.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.espalier.assessment.Claims;
import org.espalier.assessment.Standing;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.RoleEntry;
import org.espalier.framework.format.StatementEntry;
import org.espalier.pathway.closest.Criterion;
import org.espalier.pathway.closest.Layout;

/** The roles closest to one person, among very many; in this process, with the person's claims read from the database. */
final class ClosestMeasures {
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int ROLES = 2_000;
    private static final int EXPECTATIONS = 60;
    private static final int STANDARDS = 5_000;
    private static final int KNOWN = 1_200;
    private static final int MILLIS = 50;

    /** Far from what a database gives out. */
    private static final long NUMBERS_FROM = 1_000_000_000L;

    private ClosestMeasures() {}

    static List<Measure> all() {
        return List.of(new Measure("closest-roles", ClosestMeasures::closest));
    }

    private static List<Row> closest(Site site) throws Exception {
        var roles = new ArrayList<FrameworkVersion>();
        for (var number = 0; number < ROLES; number++) {
            roles.add(role(number));
        }
        var layout = Layout.over(roles);
        var known = known(roles);
        var versions = new ArrayList<>(roles.stream().map(FrameworkVersion::id).toList());
        versions.add(site.framework().id());
        var claims = site.use(Claims.class);
        var person = site.people().getFirst().person();
        var ranked = ClosedLoop.run(1, WARM_UP, MEASURED, client -> () -> {
            var standings = new HashMap<>(claims.of(person, versions).known());
            standings.putAll(known);
            if (layout.ranked(standings, Criterion.SIGNED_OFF_FIRST).size() != ROLES) {
                throw new IllegalStateException("A role is missing");
            }
        });
        var bare = ClosedLoop.run(1, WARM_UP.dividedBy(3), MEASURED.dividedBy(2), client -> onePass(layout));
        return List.of(new Row(
                "closest-roles",
                "ms",
                ranked.times(),
                new Row.Limit(bare.times().median(), "one bare pass over the 120,000 expectations"),
                Aim.atMost(MILLIS)));
    }

    /** Looks once at each expectation of each role, in order. */
    private static ClosedLoop.Client onePass(Layout layout) {
        var standings = new byte[layout.size()];
        new Random(1).nextBytes(standings);
        var places = layout.places();
        return () -> {
            var sum = 0L;
            for (var role : places) {
                for (var place : role) {
                    sum += standings[place];
                }
            }
            if (sum == Long.MIN_VALUE) {
                throw new IllegalStateException("cannot be");
            }
        };
    }

    private static Map<StatementId, Standing> known(List<FrameworkVersion> roles) {
        var random = new Random(2);
        var known = new HashMap<StatementId, Standing>();
        while (known.size() < KNOWN) {
            var statements = roles.get(random.nextInt(roles.size())).statements();
            known.put(
                    statements.get(random.nextInt(statements.size())).id(),
                    Standing.values()[random.nextInt(Standing.values().length)]);
        }
        return known;
    }

    private static FrameworkVersion role(int number) {
        var random = new Random(number);
        var entries = new ArrayList<RoleEntry.Competence>();
        var statements = new ArrayList<Statement>();
        for (var n = 0; n < EXPECTATIONS; n++) {
            var text = "Does what is asked in a way that others can follow, " + number + "/" + n;
            var code = "MADEUP" + random.nextInt(STANDARDS);
            entries.add(new RoleEntry.Competence(null, null, null, text, code, null, null, List.of()));
            statements.add(new Statement(
                    new StatementId(NUMBERS_FROM + (long) number * EXPECTATIONS + n),
                    "c" + n,
                    null,
                    null,
                    null,
                    true,
                    StatementEntry.Kind.EXPECTATION,
                    StatementEntry.State.STATED,
                    text,
                    null,
                    null,
                    null));
        }
        return new FrameworkVersion(
                new VersionId(NUMBERS_FROM + number),
                "made-up-role-" + number,
                1,
                Instant.EPOCH,
                document("Made-up role " + number, entries),
                List.of(),
                statements);
    }

    private static FrameworkDocument document(String title, List<RoleEntry.Competence> entries) {
        var section = new RoleEntry.Section("Core", RoleEntry.Layer.CORE, List.of(), entries, null, List.of());
        return FrameworkDocument.ofRole(
                title,
                "Nobody",
                "en",
                "published",
                null,
                new RoleEntry(
                        title,
                        "Making things up",
                        null,
                        List.of(4),
                        List.of(),
                        List.of(section),
                        List.of(),
                        List.of(),
                        null,
                        List.of()));
    }
}
