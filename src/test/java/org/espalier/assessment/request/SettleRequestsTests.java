package org.espalier.assessment.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.assessment.LearnerAndAssessor;
import org.espalier.assessment.session.GroupSignOffId;
import org.espalier.assessment.session.Occasion;
import org.espalier.assessment.session.PutGroupTogether;
import org.espalier.assessment.session.SignOffGroup;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@EspalierTest
class SettleRequestsTests {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    @Autowired
    JudgeRequests judgeRequests;

    @Autowired
    Requests requests;

    @Autowired
    SignOffGroup signOffGroup;

    private LearnerAndAssessor two;
    private Actor learner;
    private Actor assessor;
    private Actor trainer;

    @BeforeEach
    void aRequestWithOneAssessorAndASessionOfAnother() {
        two = LearnerAndAssessor.on(application, "Settled ladder");
        learner = two.learner;
        assessor = two.assessor;
        trainer = two.otherAssessor();
    }

    @Test
    void takesARequestOutOfTheQueueWhenASessionSignsItsStatementOff() {
        var about = ask("p2");
        var other = ask("r2");

        var session = session("p2");

        assertThat(now(about).state()).isEqualTo(RequestState.SETTLED);
        assertThat(now(other).state()).isEqualTo(RequestState.WAITING);
        assertThat(queue(QueueQuery.Show.WAITING)).containsExactly(other.id());
        assertThat(queue(QueueQuery.Show.OVER)).containsExactly(about.id());
        assertThat(requests.thread(about.id()).getLast())
                .extracting(RequestEntry::kind, RequestEntry::madeByName, RequestEntry::session)
                .containsExactly(
                        RequestEntry.Kind.SETTLED,
                        trainer.name(),
                        new RequestEntry.Session(session.value(), "A <b>morning"));
        assertThat(two.told.to(assessor.account())).containsOnly("assessment.tell.asked.one");
        tellEverything();
        assertThat(two.told.to(assessor.account())).endsWith("assessment.tell.settled.one");
        assertThat(two.told.to(learner.account())).containsExactly("assessment.tell.session.one");
    }

    @Test
    void showsTheLearnerTheSessionAndTheOtherAssessorItsName() {
        var request = ask("p2");
        var session = session("p2");

        var mine = two.visitor(port, learner).get("/me/requests/" + request.id());
        assertThat(mine.html().select("main").text())
                .contains("Signed off", trainer.name() + " signed it off after a session");
        assertThat(mine.html().select("a[href=/me/sessions/" + session + "]").text())
                .isEqualTo("A <b>morning");
        assertThat(mine.html().select("textarea")).isEmpty();
        var theirs = two.visitor(port, assessor).get("/assess/requests/" + request.id());
        assertThat(theirs.html().select("main").text()).contains("Signed off elsewhere", "A <b>morning");
        assertThat(theirs.html().select("main a[href*=sessions], main button"))
                .as("nothing to take back here")
                .isEmpty();
    }

    @Test
    void cannotBeTakenBackByWhomItIsWith() {
        var request = ask("p2");
        session("p2");

        var seen = now(request);
        assertThat(judgeRequests
                        .sendBack(assessor, Map.of(seen.id(), seen.revision()), false, "No")
                        .left())
                .containsOnlyKeys(JudgeRequests.Refusal.NOT_NOW);
        assertThat(RequestState.SETTLED.after(RequestState.Move.REVOKE)).isEmpty();
    }

    @Test
    void opensAgainAsItWasWhenThePersonIsTakenOutOfTheSession() {
        var questioned = ask("p2");
        judgeRequests.question(assessor, seen(questioned), "How high?");
        var returned = ask("r2");
        judgeRequests.sendBack(assessor, seen(returned), false, "Not seen yet");
        var refusal = now(returned).claim();
        var since = now(questioned).waitingSince();
        var session = session("p2", "r2");
        tellEverything();
        assertThat(queue(QueueQuery.Show.WITH_LEARNER)).isEmpty();

        signOffGroup.takeBack(trainer, session, two.larkfield.person(learner), "Was in another room");

        assertThat(now(questioned).state()).isEqualTo(RequestState.QUESTIONED);
        assertThat(now(questioned).waitingSince()).isEqualTo(since);
        assertThat(now(returned))
                .extracting(Request::state, Request::claim)
                .containsExactly(RequestState.RETURNED, refusal);
        assertThat(requests.thread(returned.id()).getLast())
                .extracting(RequestEntry::kind, RequestEntry::words)
                .containsExactly(RequestEntry.Kind.REOPENED, "Was in another room");
        assertThat(two.told.to(assessor.account()))
                .endsWith("assessment.tell.settled.other", "assessment.tell.reopened.other");
    }

    @Test
    void tellsNobodyWhenTheSessionIsUndoneAtOnce() {
        var request = ask("p2");
        var session = session("p2");

        signOffGroup.undo(trainer, session);

        assertThat(now(request).state()).isEqualTo(RequestState.WAITING);
        assertThat(queue(QueueQuery.Show.WAITING)).containsExactly(request.id());
        tellEverything();
        assertThat(two.told.to(assessor.account())).containsExactly("assessment.tell.asked.one");
    }

    @Test
    void leavesAloneWhatTheLearnerHasAskedAnewSince() {
        var request = ask("p2");
        var session = session("p2");
        var anew = ask("p2");

        signOffGroup.takeBack(trainer, session, two.larkfield.person(learner), "Was in another room");

        assertThat(now(request).state()).isEqualTo(RequestState.SETTLED);
        assertThat(now(anew).state()).isEqualTo(RequestState.WAITING);
    }

    @Test
    void settlesManyWithTheSameNumberOfSqlStatements() throws Exception {
        ask("p1");
        var one = SqlStatements.during(() -> session("p1")).size();
        ask("p2");
        ask("p3");
        ask("r2");

        assertThat(SqlStatements.during(() -> session("p2", "p3", "r2")).size()).isEqualTo(one);
    }

    private Request ask(String key) {
        return two.ask(assessor, Set.of(), key);
    }

    private GroupSignOffId session(String... keys) {
        var putTogether = application.getBean(PutGroupTogether.class);
        var draft = putTogether.begin(
                trainer,
                two.larkfield.organisation.id(),
                two.ladder.id(),
                new Occasion("A <b>morning", LocalDate.of(2026, 1, 5), null));
        putTogether.chooseStatements(trainer, draft, Arrays.asList(keys));
        putTogether.choosePeople(trainer, draft, List.of(two.larkfield.person(learner)));
        var seal = putTogether.cohort(trainer, putTogether.find(trainer, draft)).seal();
        return switch (signOffGroup.signOff(trainer, draft, seal)) {
            case SignOffGroup.SignedOff(var id) -> id;
            case SignOffGroup.ChangedSince _, SignOffGroup.NothingToSignOff _ -> throw new AssertionError();
        };
    }

    private List<RequestId> queue(QueueQuery.Show show) {
        return requests
                .queue(
                        assessor.account(),
                        List.of(two.larkfield.organisation.id()),
                        new QueueQuery(show, null, null, 1))
                .lines()
                .stream()
                .map(line -> line.request().id())
                .toList();
    }

    private Map<RequestId, Integer> seen(Request request) {
        return Map.of(request.id(), now(request).revision());
    }

    private Request now(Request request) {
        return requests.find(request.id()).orElseThrow();
    }

    private void tellEverything() {
        application.getBean(Tellings.class).tell(Instant.now().plusSeconds(120));
    }
}
