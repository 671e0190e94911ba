package org.espalier.bench;

import java.util.ArrayList;
import java.util.List;
import org.espalier.bench.PageMeasures.Visit;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.PublishVersion;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.RoleEntry;
import org.espalier.framework.format.StatementEntry;

/** Role profiles, as people read them side by side. */
final class ComparisonMeasures {
    private static final int COMPARISON_MILLIS = 15;
    private static final int ROLES = 40;
    private static final int COMPETENCES = 60;

    private ComparisonMeasures() {}

    static List<Measure> all() {
        return List.of(new Measure("role-comparison", ComparisonMeasures::comparison));
    }

    /** More pairs than the server remembers, one after the other, so that nearly every one is compared anew. */
    private static List<Row> comparison(Site site) throws Exception {
        var roles = roles(site);
        return List.of(PageMeasures.row("role-comparison", site, number -> pair(roles, number))
                .withAim(Aim.atMost(COMPARISON_MILLIS)));
    }

    private static Visit pair(List<String> roles, int number) {
        var here = number % ROLES;
        var there = (here + 1 + number / ROLES % (ROLES - 1)) % ROLES;
        return new Visit("/roles/compare?a=" + roles.get(here) + "&b=" + roles.get(there), "", name(there));
    }

    private static List<String> roles(Site site) {
        var texts = new MadeUpFramework(3, 10, 20)
                .document("").statements().stream().map(StatementEntry::text).toList();
        var slugs = new ArrayList<String>();
        for (var role = 0; role < ROLES; role++) {
            var draft = site.use(DraftFrameworks.class).store(site.author(), document(role, texts));
            switch (site.use(PublishVersion.class).publish(site.author(), draft, 1)) {
                case PublishVersion.Published done -> slugs.add(done.slug());
                case PublishVersion.Result refusal -> throw new IllegalStateException(refusal.toString());
            }
        }
        return slugs;
    }

    private static String name(int role) {
        return "Made-up role " + role;
    }

    /** Neighbours share some competences word for word and reword others. */
    private static FrameworkDocument document(int role, List<String> texts) {
        var entries = new ArrayList<RoleEntry.Competence>();
        for (var n = 0; n < COMPETENCES; n++) {
            var text = texts.get((role * 13 + n * 7) % texts.size());
            entries.add(new RoleEntry.Competence(null, null, null, text, null, null, null, List.of()));
        }
        var core = new RoleEntry.Section("Core", RoleEntry.Layer.CORE, List.of(), entries, null, List.of());
        return FrameworkDocument.ofRole(
                name(role),
                "Nobody",
                "en",
                "published",
                null,
                new RoleEntry(
                        name(role),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(core),
                        List.of(),
                        List.of(),
                        null,
                        List.of()));
    }
}
