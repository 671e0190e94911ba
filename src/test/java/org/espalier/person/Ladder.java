package org.espalier.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
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

/** Made-up frameworks to stand on: a ladder of three rungs with three pillars, and a role. */
public final class Ladder {
    private static final Actor AUTHOR = new Actor(new AccountId(1), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR));

    private static final String RUNGS = """
            format: espalier/1
            kind: framework
            title: %s
            titleInferred: false
            language: en
            progression: restated
            levels:
              - {id: rung-1, code: Rung 1, title: Helping, descriptor: ["Lends a hand & learns."]}
              - {id: rung-2, code: Rung 2, title: Working}
              - {id: rung-3, code: Rung 3, title: Leading, exampleRoles: ["Head of ladders"]}
            groups:
              - {id: practice, kind: pillar, title: Practice, titleInferred: false}
              - {id: research, kind: pillar, title: Research, titleInferred: false}
              - {id: leading, kind: pillar, title: Leading others, titleInferred: false}
              - {id: reading, kind: pillar, title: Reading list, titleInferred: false}
            statements:
              - {id: p1, level: rung-1, group: practice, kind: expectation, state: stated, text: Holds the ladder}
              - {id: p2, level: rung-2, group: practice, kind: expectation, state: stated, text: Climbs the ladder}
              - {id: p3, level: rung-3, group: practice, kind: expectation, state: stated, text: Chooses the ladder}
              - {id: r1, level: rung-1, group: research, kind: expectation, state: stated, text: Asks about ladders}
              - {id: r2, level: rung-2, group: research, kind: expectation, state: stated, text: Compares ladders}
              - {id: l3, level: rung-3, group: leading, kind: expectation, state: stated, text: Leads a team}
              - {id: x1, level: rung-1, group: reading, kind: learning, state: stated, text: A book on ladders}
            """;

    private static final String CHOICE = """
            format: espalier/1
            title: %s
            language: en
            progression: restated
            levels:
              - {id: rung-1, code: Rung 1, title: Helping, minimumOptional: 2}
              - {id: rung-2, code: Rung 2, title: Working}
            groups:
              - {id: practice, kind: pillar, title: Practice}
              - {id: trade, kind: pillar, title: Trade}
            statements:
              - {id: c1, level: rung-1, group: practice, text: Holds the ladder}
              - {id: c2, level: rung-1, group: practice, text: Folds the ladder}
              - {id: o1, level: rung-1, group: practice, text: Carries ladders & ropes, optional: true}
              - {id: o2, level: rung-1, group: practice, text: Paints ladders, optional: true}
              - {id: o3, level: rung-1, group: trade, text: Sells ladders, optional: true}
              - {id: c3, level: rung-2, group: trade, text: Sells ladders}
            """;

    private static final String ROLE = """
            format: espalier/1
            kind: role-profile
            title: %s
            titleInferred: false
            language: en
            progression: unstated
            role:
              namedRole: Ladder safety lead
              sections:
                - title: Core
                  layer: core
                  entries:
                    - {principle: Safety, function: Keep people safe, competence: Check ladders}
            """;

    private Ladder() {}

    /** The published ladder of this title; published now where there is none yet. */
    public static FrameworkVersion once(ApplicationContext application, String title) {
        return application
                .getBean(PublishedVersions.class)
                .current(title.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .orElseGet(() -> published(application, title));
    }

    /** The ladder under this title, published; a second time it is its next version. */
    public static FrameworkVersion published(ApplicationContext application, String title) {
        return publish(application, RUNGS.formatted(title));
    }

    /** A ladder whose first rung requires two things and asks for two of three more, published under this title. */
    public static FrameworkVersion withAChoice(ApplicationContext application, String title) {
        return publish(application, CHOICE.formatted(title));
    }

    /** The role under this title, published. */
    public static FrameworkVersion role(ApplicationContext application, String title) {
        return publish(application, ROLE.formatted(title));
    }

    private static FrameworkVersion publish(ApplicationContext application, String yaml) {
        var read = FrameworkFormat.read(yaml);
        assertThat(read).isInstanceOf(FrameworkFormat.Read.Document.class);
        var document = ((FrameworkFormat.Read.Document) read).document();
        var draft = application.getBean(DraftFrameworks.class).store(AUTHOR, document);
        var result = application.getBean(PublishVersion.class).publish(AUTHOR, draft, 1);
        assertThat(result).isInstanceOf(PublishVersion.Published.class);
        return application.getBean(PublishedVersions.class).find(draft).orElseThrow();
    }
}
