package org.espalier.assessment.request;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.assessment.request.RequestState.Move;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.ShareEvidence;
import org.espalier.portfolio.ShareId;
import org.espalier.portfolio.Today;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A learner answers what came back to them, with words, with evidence or with both; or takes a request back. */
@Component
public class AnswerAssessor {
    private final People people;
    private final Requests requests;
    private final JudgeRequests judgeRequests;
    private final PublishedVersions versions;
    private final Tellings tellings;
    private final ShareEvidence shareEvidence;
    private final Today today;

    AnswerAssessor(
            People people,
            Requests requests,
            JudgeRequests judgeRequests,
            PublishedVersions versions,
            Tellings tellings,
            ShareEvidence shareEvidence,
            Today today) {
        this.people = people;
        this.requests = requests;
        this.judgeRequests = judgeRequests;
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

    /**
     * Another assessor takes a request that nobody may judge now, and with it all that are nobody's and that they may judge,
     * too. What it stands on is shared with them.
     *
     * @param purpose what that is shared for, in the learner's language
     */
    @Transactional
    public void choose(Actor actor, RequestId id, AccountId assessor, String purpose) {
        var request = own(actor, id, Move.CHOOSE);
        var taken = requests.lockUnplaced(request.learner().id()).stream()
                .filter(one -> judgeRequests.takers(one.assessor(), List.of(one)).stream()
                        .anyMatch(taker -> taker.account().equals(assessor)))
                .toList();
        if (!taken.contains(request)) {
            throw new Problem.Conflict("assessment.problem.notOffered");
        }
        requests.move(taken, RequestState.WAITING, Requests.Judgement.NONE, assessor);
        requests.note(
                taken.stream().map(Request::id).toList(),
                requests.nextAct(),
                actor.account(),
                RequestEntry.Kind.CHOSEN,
                "");
        share(actor, taken, assessor, purpose);
        tellings.now(Notification.to(
                assessor,
                "/assess",
                "assessment.tell.asked" + (taken.size() == 1 ? ".one" : ".other"),
                actor.name(),
                String.valueOf(taken.size()),
                versions.find(request.version()).orElseThrow().title()));
    }

    private void share(Actor actor, List<Request> taken, AccountId assessor, String purpose) {
        var evidence = requests.support(taken);
        if (!evidence.isEmpty()) {
            var until = today.date().plusMonths(AskAssessor.SHARED_MONTHS);
            var shares = shareEvidence.shareAlong(actor, evidence, assessor, purpose, until);
            var byItem = new HashMap<EvidenceId, ShareId>();
            for (var n = 0; n < evidence.size(); n++) {
                byItem.put(evidence.get(n), shares.get(n));
            }
            requests.share(taken, byItem);
        }
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
