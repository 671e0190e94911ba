package org.espalier.assessment.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.assessment.Claims;
import org.espalier.assessment.CompetenceSignedOff;
import org.espalier.assessment.SignOffRevoked;
import org.espalier.assessment.request.RequestState.Move;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.person.Person;
import org.espalier.portfolio.ShareEvidence;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An assessor decides on requests: one, or many at once. Whether they may is asked at that moment, for each: the request
 * is with them and as they saw it, it is not about their own work, they have declared no conflict of interest, and their
 * role reaches it (PRODUCT.md, rule 11). What cannot be decided is left as it is, and said.
 */
@Component
public class JudgeRequests {
    private final Requests requests;
    private final Claims claims;
    private final Assessors assessors;
    private final PublishedVersions versions;
    private final Tellings tellings;
    private final ShareEvidence shareEvidence;
    private final ApplicationEventPublisher events;

    JudgeRequests(
            Requests requests,
            Claims claims,
            Assessors assessors,
            PublishedVersions versions,
            Tellings tellings,
            ShareEvidence shareEvidence,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.claims = claims;
        this.assessors = assessors;
        this.versions = versions;
        this.tellings = tellings;
        this.shareEvidence = shareEvidence;
        this.events = events;
    }

    /** Why a request was left as it is. */
    public enum Refusal {
        /** It does not exist, or is with somebody else. */
        NOT_WITH_YOU,
        /** Somebody did something to it since the assessor looked. */
        CHANGED_SINCE,
        /** Its state does not allow this. */
        NOT_NOW,
        OWN_WORK,
        CONFLICT_OF_INTEREST,
        /** The role has ended, or does not reach this statement or this learner. */
        OUT_OF_REACH;

        /** The message that says it. */
        public String messageKey() {
            return "assessment.refusal." + slug();
        }

        /** As in addresses. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What came of it.
     *
     * @param act the number under which all of it can be undone
     * @param done how many were decided
     */
    public record Outcome(long act, int done, Map<Refusal, Integer> left) {
        public Outcome {
            left = Map.copyOf(left);
        }
    }

    /** @param seen each request with the revision that the assessor saw */
    @Transactional
    public Outcome signOff(Actor actor, Map<RequestId, Integer> seen, @Nullable Instant validUntil, String words) {
        var sorted = sort(actor, seen, Move.SIGN_OFF, true);
        var act = requests.nextAct();
        if (!sorted.may().isEmpty()) {
            var judged =
                    claims.signOff(sorted.may().stream().map(Request::judged).toList(), actor.account(), validUntil);
            settle(actor, act, sorted.may(), Move.SIGN_OFF, judged, words);
            events.publishEvent(new CompetenceSignedOff(
                    actor, act, sorted.may().stream().map(Request::judged).toList(), judged));
        }
        return sorted.outcome(act);
    }

    /** Sends requests back as not yet, or partly, met; the reason is the learner's to answer (rule 12). */
    @Transactional
    public Outcome sendBack(Actor actor, Map<RequestId, Integer> seen, boolean partlyMet, String reason) {
        requireWords(reason);
        var move = partlyMet ? Move.PARTLY : Move.NOT_YET;
        var sorted = sort(actor, seen, move, true);
        var act = requests.nextAct();
        if (!sorted.may().isEmpty()) {
            var judged = claims.refuse(
                    sorted.may().stream().map(Request::judged).toList(), actor.account(), partlyMet, reason);
            settle(actor, act, sorted.may(), move, judged, reason);
        }
        return sorted.outcome(act);
    }

    @Transactional
    public Outcome question(Actor actor, Map<RequestId, Integer> seen, String question) {
        requireWords(question);
        var sorted = sort(actor, seen, Move.QUESTION, true);
        var act = requests.nextAct();
        requests.move(sorted.may(), RequestState.QUESTIONED, Requests.Judgement.NONE, null);
        note(actor, act, sorted.may(), Move.QUESTION, question);
        tell(actor, sorted.may(), Move.QUESTION).forEach(tellings::now);
        return sorted.outcome(act);
    }

    /** Puts requests into another assessor's queue; their role has to reach every one of them. */
    @Transactional
    public Outcome passOn(Actor actor, Map<RequestId, Integer> seen, AccountId to, String words) {
        var sorted = sort(actor, seen, Move.PASS_ON, false);
        for (var request : sorted.may()) {
            if (takers(actor.account(), List.of(request)).stream()
                    .noneMatch(one -> one.account().equals(to))) {
                throw new Problem.Conflict(
                        "assessment.problem.notTheirs", request.learner().name());
            }
        }
        var act = requests.nextAct();
        requests.move(sorted.may(), RequestState.WAITING, Requests.Judgement.NONE, to);
        handOver(sorted.may(), to);
        note(actor, act, sorted.may(), Move.PASS_ON, words);
        tell(actor, sorted.may(), Move.PASS_ON).forEach(tellings::now);
        if (!sorted.may().isEmpty()) {
            tellings.now(Notification.to(
                    to,
                    "/assess",
                    "assessment.tell.passed" + (sorted.may().size() == 1 ? ".one" : ".other"),
                    actor.name(),
                    String.valueOf(sorted.may().size())));
        }
        return sorted.outcome(act);
    }

    /** Who judges may look, and who does not may not any more. */
    private void handOver(List<Request> passed, AccountId to) {
        var shares = requests.shares(passed);
        requests.share(passed, shareEvidence.handOver(shares, to));
        shareEvidence.end(requests.idle(shares));
    }

    /** To whom an assessor can pass all of these: whose role reaches them, in the organisation where they were asked. */
    public List<Assessor> takers(AccountId from, Collection<Request> passed) {
        @Nullable List<Assessor> common = null;
        var asked = new HashMap<Object, List<Assessor>>();
        for (var request : passed) {
            var version = versions.find(request.version()).orElseThrow();
            var statement = version.statement(request.statement()).orElseThrow();
            var root =
                    version.rootOf(statement.group()).map(group -> group.id()).orElse("");
            var able = asked.computeIfAbsent(
                    List.of(request.learner().id(), request.version(), root, request.organisation()),
                    key -> assessors.offered(request.learner(), version, List.of(statement)).stream()
                            .filter(one -> one.organisation().id().equals(request.organisation()))
                            .filter(one -> !one.account().equals(from))
                            .toList());
            if (common == null) {
                common = able;
            } else {
                var ableAccounts = able.stream().map(Assessor::account).toList();
                common = common.stream()
                        .filter(one -> ableAccounts.contains(one.account()))
                        .toList();
            }
        }
        return common == null ? List.of() : common;
    }

    /** Takes back what this assessor decided in one act, as long as nobody has been told. */
    @Transactional
    public int undo(Actor actor, long act) {
        var decided = requests.lock(act).stream()
                .filter(request -> request.assessor().equals(actor.account()))
                .filter(request -> request.claim() != null)
                .filter(request -> request.state().after(Move.UNDO).isPresent())
                .toList();
        if (decided.isEmpty() || !tellings.keepBack(act)) {
            throw new Problem.Conflict("assessment.problem.toldAlready");
        }
        revoke(actor, decided, "");
        requests.move(decided, RequestState.WAITING, new Requests.Judgement(Map.of(), false), null);
        note(actor, requests.nextAct(), decided, Move.UNDO, "");
        return decided.size();
    }

    /** Takes a sign-off back with a reason; the learner is told. */
    @Transactional
    public void revoke(Actor actor, RequestId id, int revision, String reason) {
        requireWords(reason);
        var sorted = sort(actor, Map.of(id, revision), Move.REVOKE, true);
        sorted.left().keySet().stream().findFirst().ifPresent(refusal -> {
            throw new Problem.Conflict(refusal.messageKey());
        });
        revoke(actor, sorted.may(), reason);
        requests.move(sorted.may(), RequestState.REVOKED, Requests.Judgement.NONE, null);
        note(actor, requests.nextAct(), sorted.may(), Move.REVOKE, reason);
        tell(actor, sorted.may(), Move.REVOKE).forEach(tellings::now);
    }

    private void revoke(Actor actor, List<Request> judged, String reason) {
        var taken = new ArrayList<Long>();
        for (var request : judged) {
            if (request.claim() != null) {
                taken.add(request.claim());
            }
        }
        claims.revoke(taken, actor.account(), reason);
        events.publishEvent(new SignOffRevoked(actor, taken, reason));
    }

    private void settle(Actor actor, long act, List<Request> decided, Move move, List<Long> judged, String words) {
        var byRequest = new HashMap<RequestId, Long>();
        for (var n = 0; n < decided.size(); n++) {
            byRequest.put(decided.get(n).id(), judged.get(n));
        }
        var to = decided.getFirst().state().after(move).orElseThrow();
        requests.move(decided, to, new Requests.Judgement(byRequest, true), null);
        note(actor, act, decided, move, words);
        tellings.later(act, tell(actor, decided, move));
    }

    private void note(Actor actor, long act, List<Request> moved, Move move, String words) {
        requests.note(
                moved.stream().map(Request::id).toList(), act, actor.account(), RequestEntry.Kind.of(move), words);
    }

    /** One notification for each learner. */
    private List<Notification> tell(Actor actor, List<Request> moved, Move move) {
        var byLearner = new LinkedHashMap<Person, List<Request>>();
        moved.forEach(request -> byLearner
                .computeIfAbsent(request.learner(), learner -> new ArrayList<>())
                .add(request));
        var told = new ArrayList<Notification>();
        byLearner.forEach((learner, theirs) -> {
            var first = theirs.getFirst();
            told.add(Notification.to(
                    learner.account(),
                    theirs.size() == 1 ? "/me/requests/" + first.id() : "/me/requests",
                    "assessment.tell." + move.slug() + (theirs.size() == 1 ? ".one" : ".other"),
                    actor.name(),
                    String.valueOf(theirs.size()),
                    versions.find(first.version()).orElseThrow().title()));
        });
        return told;
    }

    /** Which of these the actor may move now, and why not the others. */
    private record Sorted(List<Request> may, Map<Refusal, Integer> left) {
        Outcome outcome(long act) {
            return new Outcome(act, may.size(), left);
        }
    }

    private Sorted sort(Actor actor, Map<RequestId, Integer> seen, Move move, boolean judging) {
        var locked = requests.lock(seen.keySet());
        var bench = judging ? bench(actor, locked) : null;
        var may = new ArrayList<Request>();
        var left = new EnumMap<Refusal, Integer>(Refusal.class);
        if (locked.size() < seen.size()) {
            left.put(Refusal.NOT_WITH_YOU, seen.size() - locked.size());
        }
        for (var request : locked) {
            var refusal = unmovable(actor, request, seen, move)
                    .or(() -> bench == null ? Optional.empty() : refusal(bench, request));
            if (refusal.isEmpty()) {
                may.add(request);
            } else {
                left.merge(refusal.get(), 1, Integer::sum);
            }
        }
        return new Sorted(may, left);
    }

    private static Optional<Refusal> unmovable(Actor actor, Request request, Map<RequestId, Integer> seen, Move move) {
        if (!request.assessor().equals(actor.account())) {
            return Optional.of(Refusal.NOT_WITH_YOU);
        }
        if (!Integer.valueOf(request.revision()).equals(seen.get(request.id()))) {
            return Optional.of(Refusal.CHANGED_SINCE);
        }
        return request.state().after(move).isEmpty() ? Optional.of(Refusal.NOT_NOW) : Optional.empty();
    }

    /** Why an assessor may not judge a request now; empty when they may. */
    public Optional<Refusal> mayNotJudge(Actor actor, Request request) {
        return refusal(bench(actor, List.of(request)), request);
    }

    private Bench bench(Actor actor, Collection<Request> judged) {
        return assessors.bench(
                actor.account(),
                judged.stream().map(request -> request.learner().id()).toList());
    }

    private Optional<Refusal> refusal(Bench bench, Request request) {
        var version = versions.find(request.version()).orElseThrow();
        return bench.refusal(
                request.learner(),
                request.organisation(),
                version,
                version.statement(request.statement()).orElseThrow());
    }

    private static void requireWords(String words) {
        if (words.isBlank()) {
            throw new Problem.Invalid("assessment.problem.noWords");
        }
    }
}
