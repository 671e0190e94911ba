package org.espalier.assessment.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.assessment.request.RequestState.Move;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.ShareEvidence;
import org.espalier.portfolio.Today;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A learner answers what came back to them, with words, with evidence or with both; or takes a request back. */
@Component
public class AnswerAssessor {
    private final People people;
    private final Requests requests;
    private final PublishedVersions versions;
    private final Tellings tellings;
    private final ShareEvidence shareEvidence;
    private final Today today;

    AnswerAssessor(
            People people,
            Requests requests,
            PublishedVersions versions,
            Tellings tellings,
            ShareEvidence shareEvidence,
            Today today) {
        this.people = people;
        this.requests = requests;
        this.versions = versions;
        this.tellings = tellings;
        this.shareEvidence = shareEvidence;
        this.today = today;
    }

    /**
     * Back to the assessor in one act.
     *
     * @param evidence to be seen with it, besides what the request stands on
     * @param purpose what that is shared for, in the learner's language
     */
    @Transactional
    public void answer(Actor actor, RequestId id, String words, Set<EvidenceId> evidence, String purpose) {
        if (words.isBlank() && evidence.isEmpty()) {
            throw new Problem.Invalid("assessment.problem.noAnswer");
        }
        var request = own(actor, id, Move.ANSWER);
        var asked = List.of(request);
        requests.move(asked, RequestState.WAITING, Requests.Judgement.NONE, null);
        requests.note(List.of(id), requests.nextAct(), actor.account(), RequestEntry.Kind.ANSWERED, words);
        var more = List.copyOf(evidence);
        if (!more.isEmpty()) {
            var until = today.date().plusMonths(AskAssessor.SHARED_MONTHS);
            requests.support(
                    List.of(id), more, shareEvidence.shareAlong(actor, more, request.assessor(), purpose, until));
        }
        tell(actor, request, "assessment.tell.answered", "/assess/requests/" + id);
    }

    /** Nobody judges it any more; the learner can ask anew at any time. */
    @Transactional
    public void withdraw(Actor actor, RequestId id) {
        var request = own(actor, id, Move.WITHDRAW);
        requests.move(List.of(request), RequestState.WITHDRAWN, Requests.Judgement.NONE, null);
        requests.note(List.of(id), requests.nextAct(), actor.account(), RequestEntry.Kind.WITHDRAWN, "");
        var shares = requests.shares(List.of(request));
        requests.noLongerSupport(List.of(request));
        shareEvidence.end(requests.idle(shares));
        tell(actor, request, "assessment.tell.withdrawn", "/assess");
    }

    private Request own(Actor actor, RequestId id, Move move) {
        var person = people.of(actor);
        var request = requests.lock(List.of(id)).stream()
                .filter(one -> one.learner().id().equals(person))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("assessment.problem.noRequest"));
        if (Optional.of(request.state()).flatMap(state -> state.after(move)).isEmpty()) {
            throw new Problem.Conflict(
                    "assessment.problem.notNow." + request.state().slug());
        }
        return request;
    }

    private void tell(Actor actor, Request request, String messageKey, String link) {
        tellings.now(Notification.to(
                request.assessor(),
                link,
                messageKey,
                actor.name(),
                versions.find(request.version()).orElseThrow().title()));
    }
}
