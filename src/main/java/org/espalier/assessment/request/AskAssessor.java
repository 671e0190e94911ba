package org.espalier.assessment.request;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.framework.VersionStatus;
import org.espalier.kernel.Problem;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.ShareEvidence;
import org.espalier.portfolio.Today;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A learner asks an assessor to judge statements of one version, on the strength of chosen evidence. */
@Component
public class AskAssessor {
    /** For how long the assessor may look, unless the learner ends it before. */
    static final int SHARED_MONTHS = 6;

    private final People people;
    private final PublishedVersions versions;
    private final Assessors assessors;
    private final Requests requests;
    private final Tellings tellings;
    private final ShareEvidence shareEvidence;
    private final Today today;

    AskAssessor(
            People people,
            PublishedVersions versions,
            Assessors assessors,
            Requests requests,
            Tellings tellings,
            ShareEvidence shareEvidence,
            Today today) {
        this.people = people;
        this.versions = versions;
        this.assessors = assessors;
        this.requests = requests;
        this.tellings = tellings;
        this.shareEvidence = shareEvidence;
        this.today = today;
    }

    /**
     * What is asked.
     *
     * @param evidence what the learner lets the assessor see for this
     * @param purpose what the evidence is shared for, in the learner's language
     * @param words what the learner says to it, empty for nothing
     */
    public record Asked(
            VersionId version,
            List<StatementId> statements,
            AccountId assessor,
            OrganisationId organisation,
            Set<EvidenceId> evidence,
            String purpose,
            String words) {
        public Asked {
            statements = List.copyOf(statements);
            evidence = Set.copyOf(evidence);
        }
    }

    /** All of it, or nothing; the number under which they were asked together. */
    @Transactional
    public long ask(Actor actor, Asked asked) {
        var entry = versions.describe(asked.version())
                .orElseThrow(() -> new Problem.NotFound("assessment.problem.noVersion"));
        if (entry.status() == VersionStatus.WITHDRAWN) {
            throw new Problem.Conflict("assessment.problem.withdrawnVersion");
        }
        var version = versions.find(asked.version()).orElseThrow();
        var statements = asked.statements().stream()
                .map(id -> version.statement(id)
                        .filter(Statement::isExpectation)
                        .orElseThrow(() -> new Problem.NotFound("assessment.problem.noStatement")))
                .toList();
        if (statements.isEmpty()) {
            throw new Problem.Invalid("assessment.problem.nothingChosen");
        }
        var learner = new Person(people.of(actor), actor.account(), actor.name());
        var offered = assessors.offered(learner, version, statements).stream()
                .anyMatch(one -> one.account().equals(asked.assessor())
                        && one.organisation().id().equals(asked.organisation()));
        if (!offered) {
            throw new Problem.Conflict("assessment.problem.notOffered");
        }
        return add(actor, learner, asked, version.title());
    }

    private long add(Actor actor, Person learner, Asked asked, String title) {
        var act = requests.nextAct();
        Collection<RequestId> added;
        try {
            added = requests.add(
                    act, learner.id(), asked.organisation(), asked.version(), asked.statements(), asked.assessor());
        } catch (DuplicateKeyException alreadyAsked) {
            throw new Problem.Conflict("assessment.problem.alreadyAsked");
        }
        requests.note(added, act, learner.account(), RequestEntry.Kind.ASKED, asked.words());
        var evidence = List.copyOf(asked.evidence());
        if (!evidence.isEmpty()) {
            requests.support(
                    added,
                    evidence,
                    shareEvidence.shareAlong(
                            actor,
                            evidence,
                            asked.assessor(),
                            asked.purpose(),
                            today.date().plusMonths(SHARED_MONTHS)));
        }
        tellings.now(Notification.to(
                asked.assessor(),
                "/assess",
                "assessment.tell.asked" + (added.size() == 1 ? ".one" : ".other"),
                learner.name(),
                String.valueOf(added.size()),
                title));
        return act;
    }
}
