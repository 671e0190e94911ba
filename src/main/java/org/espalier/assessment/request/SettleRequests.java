package org.espalier.assessment.request;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.assessment.Claims.Judged;
import org.espalier.assessment.CompetenceSignedOff;
import org.espalier.assessment.SignOffRevoked;
import org.espalier.assessment.request.RequestState.Move;
import org.espalier.person.Person;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The one rule for a statement that is signed off elsewhere while a request about it is open, such as after a session:
 * the request is settled by it, whoever it is with, and says where. When that sign-off is taken back, the request stands
 * where it stood before. Whoever it is with is told, if they are somebody else.
 */
@Component
class SettleRequests {
    private final Requests requests;
    private final Tellings tellings;

    SettleRequests(Requests requests, Tellings tellings) {
        this.requests = requests;
        this.tellings = tellings;
    }

    @EventListener
    void on(CompetenceSignedOff signedOff) {
        var open = requests.lockOpen(signedOff.judged());
        if (open.isEmpty()) {
            return;
        }
        var settledBy = settledBy(open, signedOff);
        var by = signedOff.by().account();
        requests.rememberBefore(open, signedOff.act(), settledBy);
        requests.move(open, RequestState.SETTLED, new Requests.Judgement(settledBy, true), null);
        requests.note(ids(open), signedOff.act(), by, RequestEntry.Kind.of(Move.SETTLE), "");
        tellings.later(
                signedOff.act(),
                withOthers(open, by).entrySet().stream()
                        .map(entry -> tell(
                                "assessment.tell.settled",
                                signedOff.by(),
                                entry.getKey(),
                                entry.getKey().settled(),
                                entry.getValue()))
                        .toList());
    }

    private static Map<RequestId, Long> settledBy(List<Request> open, CompetenceSignedOff signedOff) {
        var claims = new HashMap<Judged, Long>();
        for (var n = 0; n < signedOff.judged().size(); n++) {
            claims.put(signedOff.judged().get(n), signedOff.claims().get(n));
        }
        var settledBy = new HashMap<RequestId, Long>();
        for (var request : open) {
            var claim = claims.get(request.judged());
            if (claim != null) {
                settledBy.put(request.id(), claim);
            }
        }
        return settledBy;
    }

    @EventListener
    void on(SignOffRevoked revoked) {
        var reopened = requests.reopen(revoked.claims());
        if (reopened.isEmpty()) {
            return;
        }
        var by = revoked.by().account();
        requests.note(ids(reopened), requests.nextAct(), by, RequestEntry.Kind.REOPENED, revoked.reason());
        var acts = requests.settledIn(reopened);
        withOthers(reopened, by).forEach((pair, count) -> {
            if (!tellings.keepBack(acts, pair.assessor(), pair.settled())) {
                tellings.now(tell("assessment.tell.reopened", revoked.by(), pair, pair.reopened(), count));
            }
        });
    }

    /** A learner whose requests are with somebody other than who acted. */
    private record Pair(Person learner, AccountId assessor) {
        String settled() {
            return "/assess?show=over&learner=" + learner.id();
        }

        String reopened() {
            return "/assess?learner=" + learner.id();
        }
    }

    /** How many requests of each such pair. */
    private static Map<Pair, Integer> withOthers(List<Request> moved, AccountId by) {
        var pairs = new LinkedHashMap<Pair, Integer>();
        moved.stream()
                .filter(request -> !request.assessor().equals(by))
                .forEach(request -> pairs.merge(new Pair(request.learner(), request.assessor()), 1, Integer::sum));
        return pairs;
    }

    private static Notification tell(String messageKey, Actor by, Pair pair, String link, int count) {
        return Notification.to(
                pair.assessor(),
                link,
                messageKey + (count == 1 ? ".one" : ".other"),
                by.name(),
                String.valueOf(count),
                pair.learner().name());
    }

    private static List<RequestId> ids(List<Request> moved) {
        return moved.stream().map(Request::id).toList();
    }
}
