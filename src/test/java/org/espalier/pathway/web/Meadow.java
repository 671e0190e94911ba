package org.espalier.pathway.web;

import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.FrameworkFormat;
import org.espalier.testing.Press;
import org.springframework.context.ApplicationContext;

/** A made-up framework of meadow keeping with seven routes: in, up, across, back, and one that leads nowhere. */
public final class Meadow {
    static final Actor AUTHOR = new Actor(new AccountId(1), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR));

    private static final String YAML = """
            format: espalier/1
            kind: framework
            title: Meadow keeping %s
            titleInferred: false
            language: en
            progression: %s
            levels:
              - {id: mower, title: Mower}
              - {id: keeper, title: Keeper}
              - {id: senior, title: Senior keeper}
              - {id: warden, title: Warden}
            groups:
              - {id: land, kind: strand, title: Land, titleInferred: false}
            statements:
              - {id: m1, level: mower, group: land, kind: expectation, state: stated, text: Mows without harm to nests}
              - {id: k1, level: keeper, group: land, kind: expectation, state: stated, text: Names forty flowers & grasses}
              - {id: k2, level: keeper, group: land, kind: expectation, state: stated, text: Plans when to mow}
              - {id: k3, level: keeper, group: land, kind: learning, state: stated, text: A summer course in botany}
              - {id: s1, level: senior, group: land, kind: expectation, state: stated, text: Leads a mowing team}
              - {id: w1, level: warden, group: land, kind: expectation, state: stated, text: Answers for the valley}
            routes:
              - {from: "School leavers, %s", to: mower, toStated: true, requirements: [Must be sixteen], opportunities: [May try each season], supports: [A mentor]}
              - {from: "People who come back, %s", to: keeper, toStated: false, requirements: [May need a refresher <week>], opportunities: [], supports: []}
              - {from: Mower, to: Keeper, toStated: true, requirements: [Must have one full summer, May hold a tractor licence], opportunities: [Own a field], supports: [Time to learn]}
              - {from: Keeper, to: Senior keeper, toStated: true, requirements: [], opportunities: [], supports: []}
              - {from: Keeper, to: Warden, toStated: true, requirements: [Must have led a team elsewhere], opportunities: [], supports: []}
              - {from: Senior keeper, to: Keeper, toStated: true, requirements: [], opportunities: [Back to the land], supports: []}
              - {from: Volunteers, to: null, toStated: false, requirements: [], opportunities: [Join a mowing day], supports: []}
            """;

    private Meadow() {}

    static FrameworkDocument document(String title, String progression) {
        return read(YAML.formatted(title, progression, title, title));
    }

    /** The same, where keepers plan when to mow only after a second summer. */
    static FrameworkVersion phased(ApplicationContext application, String title) {
        return new Press(application)
                .publish(
                        read(
                                YAML.formatted(title, "restated", title, title)
                                        .replace(
                                                "{id: keeper, title: Keeper}",
                                                "{id: keeper, title: Keeper, phases: [{id: later, title: Second summer, statements: [k2]}]}")));
    }

    private static FrameworkDocument read(String yaml) {
        return switch (FrameworkFormat.read(yaml)) {
            case FrameworkFormat.Read.Document read -> read.document();
            case FrameworkFormat.Read.Invalid invalid ->
                throw new IllegalStateException(invalid.problems().toString());
        };
    }

    /** The meadow under this title, published; each level states all it expects. */
    public static FrameworkVersion published(ApplicationContext application, String title) {
        return new Press(application).publish(document(title, "restated"));
    }

    /** The same, where each level builds on those below. */
    static FrameworkVersion cumulative(ApplicationContext application, String title) {
        return new Press(application).publish(document(title, "cumulative"));
    }
}
