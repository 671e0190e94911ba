package org.espalier.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.request.AskAssessor;
import org.espalier.assessment.request.AskAssessor.Asked;
import org.espalier.assessment.request.Request;
import org.espalier.assessment.request.Requests;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.Ladder;
import org.espalier.person.Larkfield;
import org.espalier.person.Person;
import org.espalier.person.SetAim;
import org.espalier.portfolio.EvidenceContent;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.WriteEvidence;
import org.espalier.testing.Told;
import org.espalier.testing.Visitor;
import org.springframework.context.ConfigurableApplicationContext;

/** A learner at Larkfield who aims at the second rung of a ladder, and an assessor whose role reaches them. */
public final class LearnerAndAssessor {
    public final FrameworkVersion ladder;
    public final Larkfield larkfield;
    public final Actor learner;
    public final Actor assessor;
    public final Told told;

    private final ConfigurableApplicationContext application;

    private LearnerAndAssessor(ConfigurableApplicationContext application, String title) {
        this.application = application;
        ladder = Ladder.once(application, title);
        larkfield = Larkfield.in(application);
        learner = larkfield.member(larkfield.therapist);
        assessor = larkfield.with(Role.ASSESSOR, new Scope.UnitAndBelow(larkfield.therapy));
        application.getBean(SetAim.class).to(learner, ladder, "rung-2");
        told = Told.by(application);
    }

    /** @param title of the ladder */
    public static LearnerAndAssessor on(ConfigurableApplicationContext application, String title) {
        return new LearnerAndAssessor(application, title);
    }

    public Visitor visitor(int port, Actor actor) {
        return TestAccounts.signedIn(application, port, actor);
    }

    public Person person() {
        return new Person(larkfield.person(learner), learner.account(), learner.name());
    }

    /** Whoever may judge all of it. */
    public Actor otherAssessor() {
        return larkfield.with(Role.ASSESSOR, new Scope.WholeOrganisation());
    }

    /** The learner asks about these; the request about the last of them. */
    public Request ask(Actor of, Set<EvidenceId> evidence, String... keys) {
        application
                .getBean(AskAssessor.class)
                .ask(
                        learner,
                        new Asked(
                                ladder.id(),
                                Arrays.stream(keys)
                                        .map(key -> ladder.statement(key)
                                                .orElseThrow()
                                                .id())
                                        .toList(),
                                of.account(),
                                larkfield.organisation.id(),
                                evidence,
                                "To judge it",
                                ""));
        return application.getBean(Requests.class).of(larkfield.person(learner)).getFirst();
    }

    /** A kept reflection of the learner's. */
    public EvidenceId evidence(String title) {
        var write = application.getBean(WriteEvidence.class);
        var id = write.begin(learner, EvidenceKind.REFLECTION, List.of());
        var empty = EvidenceContent.empty();
        write.save(
                learner,
                id,
                new EvidenceContent(title, null, empty.structure(), List.of("Words"), null, null, null, null, null),
                true,
                true);
        return id;
    }

    public Standing standing(String key) {
        return application
                .getBean(Claims.class)
                .of(larkfield.person(learner), ladder.id())
                .of(ladder.statement(key).orElseThrow().id());
    }
}
