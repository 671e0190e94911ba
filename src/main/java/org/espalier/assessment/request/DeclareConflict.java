package org.espalier.assessment.request;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.assessment.request.RequestState.Move;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.person.Colleagues;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.espalier.portfolio.ShareEvidence;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An assessor says that they should not judge somebody, or a learner that an assessor should not judge them. From then on
 * the one judges nothing of the other's, and no request between the two stays where it is: another assessor takes it, or the
 * learner chooses one.
 */
@Component
public class DeclareConflict {
    private final Conflicts conflicts;
    private final People people;
    private final Colleagues colleagues;
    private final Requests requests;
    private final JudgeRequests judgeRequests;
    private final PublishedVersions versions;
    private final ShareEvidence shareEvidence;
    private final Tellings tellings;
    private final ApplicationEventPublisher events;

    DeclareConflict(
            Conflicts conflicts,
            People people,
            Colleagues colleagues,
            Requests requests,
            JudgeRequests judgeRequests,
            PublishedVersions versions,
            ShareEvidence shareEvidence,
            Tellings tellings,
            ApplicationEventPublisher events) {
        this.conflicts = conflicts;
        this.people = people;
        this.colleagues = colleagues;
        this.requests = requests;
        this.judgeRequests = judgeRequests;
        this.versions = versions;
        this.shareEvidence = shareEvidence;
        this.tellings = tellings;
        this.events = events;
    }

    /** What became of the open requests between the two. */
    public record Moved(int passedOn, int handedBack) {}

    /**
     * The assessor's word about a learner whose request they have, or about a colleague.
     *
     * @param to takes what waits for the assessor; null to hand all of it back
     */
    @Transactional
    public Moved asAssessor(Actor assessor, PersonId learner, String words, @Nullable AccountId to) {
        requireWords(words);
        var open = requests.lockOpen(assessor.account(), learner);
        if (open.isEmpty()) {
            requireColleague(assessor, learner);
        }
        var waiting = to == null ? Map.<RequestId, Integer>of() : passable(open);
        var passedOn = to == null || waiting.isEmpty()
                ? 0
                : judgeRequests.passOn(assessor, waiting, to, "").done();
        var back = open.stream()
                .filter(request -> !waiting.containsKey(request.id()))
                .toList();
        displace(assessor, back, Move.HAND_BACK);
        declare(assessor, assessor.account(), find(learner), false, words);
        if (!back.isEmpty()) {
            var first = back.getFirst();
            tellings.now(Notification.to(
                    first.learner().account(),
                    back.size() == 1 ? "/me/requests/" + first.id() : "/me/requests",
                    "assessment.tell.hand-back" + (back.size() == 1 ? ".one" : ".other"),
                    assessor.name(),
                    String.valueOf(back.size()),
                    versions.find(first.version()).orElseThrow().title()));
        }
        return new Moved(passedOn, back.size());
    }

    /** Those that can be passed on, as they are now; what is with the learner cannot. */
    public static Map<RequestId, Integer> passable(Collection<Request> open) {
        var passable = new HashMap<RequestId, Integer>();
        for (var request : open) {
            if (request.state().after(Move.PASS_ON).isPresent()) {
                passable.put(request.id(), request.revision());
            }
        }
        return passable;
    }

    /** The learner's word about an assessor who is a colleague; how many requests they have to ask somebody else about. */
    @Transactional
    public int asLearner(Actor learner, PersonId assessor, String words) {
        requireWords(words);
        requireColleague(learner, assessor);
        var other = find(assessor);
        var open = requests.lockOpen(other.account(), people.of(learner));
        displace(learner, open, Move.TURN_AWAY);
        declare(learner, other.account(), find(people.of(learner)), true, words);
        if (!open.isEmpty()) {
            tellings.now(Notification.to(
                    other.account(),
                    "/assess",
                    "assessment.tell.turn-away" + (open.size() == 1 ? ".one" : ".other"),
                    learner.name(),
                    String.valueOf(open.size())));
        }
        return open.size();
    }

    private void declare(Actor by, AccountId assessor, Person learner, boolean byLearner, String words) {
        conflicts.declare(assessor, learner.id(), byLearner, words.strip());
        events.publishEvent(new ConflictDeclared(by, assessor, learner));
    }

    /** They are nobody's, and whoever had them may not look any more. */
    private void displace(Actor by, List<Request> displaced, Move move) {
        if (displaced.isEmpty()) {
            return;
        }
        var shares = requests.shares(displaced);
        requests.share(displaced, Map.of());
        shareEvidence.end(requests.idle(shares));
        requests.move(displaced, RequestState.UNPLACED, Requests.Judgement.NONE, null);
        requests.note(
                displaced.stream().map(Request::id).toList(),
                requests.nextAct(),
                by.account(),
                RequestEntry.Kind.of(move),
                "");
    }

    /** Ends what the assessor has declared; it stays in their list. */
    @Transactional
    public void endAsAssessor(Actor assessor, long id) {
        requireEnded(conflicts.end(assessor.account(), id));
    }

    /** Ends what the learner has declared; it stays in their list. */
    @Transactional
    public void endAsLearner(Actor learner, long id) {
        requireEnded(conflicts.end(people.of(learner), id));
    }

    private static void requireEnded(boolean ended) {
        if (!ended) {
            throw new Problem.NotFound("assessment.problem.noConflict");
        }
    }

    private Person find(PersonId id) {
        return people.find(id).orElseThrow(DeclareConflict::nobody);
    }

    private void requireColleague(Actor actor, PersonId other) {
        if (!colleagues.are(people.of(actor), other)) {
            throw nobody();
        }
    }

    private static Problem.NotFound nobody() {
        return new Problem.NotFound("assessment.problem.conflictNobody");
    }

    private static void requireWords(String words) {
        if (words.isBlank()) {
            throw new Problem.Invalid("assessment.problem.noWords");
        }
    }
}
