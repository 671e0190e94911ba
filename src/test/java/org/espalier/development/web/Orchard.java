package org.espalier.development.web;

import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.DraftFrameworks;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.format.FrameworkFormat;
import org.springframework.context.ApplicationContext;

/** A made-up framework to develop along: three steps and three strands, one of them at one step only. */
public final class Orchard {
    private static final Actor AUTHOR = new Actor(new AccountId(1), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR));

    private static final String YAML = """
            format: espalier/1
            kind: framework
            title: %s
            titleInferred: false
            language: en
            progression: %s
            levels:
              - {id: step-1, code: Step 1, title: New hand}
              - {id: step-2, code: Step 2, title: Seasoned hand, requirements: [Two winters of pruning]}
              - {id: step-3, code: Step 3, title: Head of the orchard}
            groups:
              - id: trees
                kind: strand
                title: Caring for trees
                titleInferred: false
                groups:
                  - {id: pruning, kind: aspect, code: "1.1", title: Pruning, titleInferred: false, groups: []}
                  - {id: grafting, kind: aspect, code: "1.2", title: Grafting, titleInferred: false, groups: []}
              - {id: people, kind: strand, title: Working with people, titleInferred: false}
              - {id: shows, kind: strand, title: Shows and prizes, titleInferred: false}
            statements:
              - {id: p1, level: step-1, group: pruning, kind: expectation, state: stated, qualifier: With guidance, text: Prunes young trees along the wires}
              - {id: g1, level: step-1, group: grafting, kind: expectation, state: stated, text: Names the parts of a graft}
              - {id: c1, level: step-1, group: people, kind: expectation, state: stated, text: Greets visitors & answers their questions}
              - {id: p2, level: step-2, group: pruning, kind: expectation, state: stated, text: Prunes young and old trees along the wires}
              - {id: p3, level: step-2, group: pruning, kind: expectation, state: stated, text: Decides when a tree needs no pruning}
              - {id: g2, level: step-2, group: grafting, kind: expectation, state: stated, text: Grafts pears on quince}
              - {id: c2, level: step-2, group: people, kind: expectation, state: stated, text: Teaches new hands how pruning works}
              - {id: e2, level: step-2, group: people, kind: entry-criterion, state: stated, text: Two winters of pruning}
              - {id: l2, level: step-2, group: people, kind: learning, state: stated, text: A course on teaching}
              - {id: s2, level: step-2, group: shows, kind: expectation, state: stated, text: Enters fruit in a show}
              - {id: p4, level: step-3, group: pruning, kind: expectation, state: stated, text: Plans a year of pruning}
              - {id: c3, level: step-3, group: people, kind: expectation, state: stated, text: Leads the team}
            """;

    private Orchard() {}

    /** The orchard under this title, published; each step states all it expects. */
    public static FrameworkVersion restated(ApplicationContext application, String title) {
        return publish(application, YAML.formatted(title, "restated"));
    }

    /** The orchard under this title, published; each step builds on those below. */
    public static FrameworkVersion cumulative(ApplicationContext application, String title) {
        return publish(application, YAML.formatted(title, "cumulative"));
    }

    /** The restated orchard’s next version, in which one expectation has other words. */
    public static FrameworkVersion revised(ApplicationContext application, String title) {
        return publish(
                application,
                YAML.formatted(title, "restated")
                        .replace("Prunes young trees along the wires", "Prunes young trees along the wires in winter"));
    }

    /** The orchard under this title, where two expectations of the second step come only after the first winter. */
    public static FrameworkVersion withLaterPhase(ApplicationContext application, String title) {
        return publish(
                application,
                YAML.formatted(title, "restated")
                        .replace(
                                "title: Seasoned hand,",
                                "title: Seasoned hand, phases: [{id: later, title: Later, statements: [c2, s2]}],"));
    }

    private static FrameworkVersion publish(ApplicationContext application, String yaml) {
        var document =
                switch (FrameworkFormat.read(yaml)) {
                    case FrameworkFormat.Read.Document read -> read.document();
                    case FrameworkFormat.Read.Invalid invalid ->
                        throw new IllegalStateException(invalid.problems().toString());
                };
        var draft = application.getBean(DraftFrameworks.class).store(AUTHOR, document);
        return switch (application.getBean(PublishVersion.class).publish(AUTHOR, draft, 1)) {
            case PublishVersion.Published published ->
                application.getBean(PublishedVersions.class).find(draft).orElseThrow();
            case PublishVersion.Result refusal -> throw new IllegalStateException(refusal.toString());
        };
    }
}
