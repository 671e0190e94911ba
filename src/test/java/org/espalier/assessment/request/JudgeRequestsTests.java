package org.espalier.assessment.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.assessment.LearnerAndAssessor;
import org.espalier.assessment.Standing;
import org.espalier.assessment.request.JudgeRequests.Outcome;
import org.espalier.assessment.request.JudgeRequests.Refusal;
import org.espalier.kernel.Problem;
import org.espalier.person.Larkfield;
import org.espalier.person.Person;
import org.espalier.portfolio.SharedEvidence;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

@EspalierTest
class JudgeRequestsTests {

    @Autowired
    ConfigurableApplicationContext application;

    @Autowired
    AskAssessor askAssessor;

    @Autowired
    AnswerAssessor answerAssessor;

    @Autowired
    JudgeRequests judgeRequests;

    @Autowired
    Requests requests;

    @Autowired
    Tellings tellings;

    private LearnerAndAssessor two;
    private Actor learner;
    private Actor assessor;

    @BeforeEach
    void twoPeople() {
        two = LearnerAndAssessor.on(application, "Judged ladder");
        learner = two.learner;
        assessor = two.assessor;
    }

    @Test
    void offersThoseWhoseRoleReachesEverything() {
        var practiceOnly = two.larkfield.with(Role.ASSESSOR, new Scope.Pillar("judged-ladder", "practice"));
        two.larkfield.with(Role.MANAGER, new Scope.WholeOrganisation());
        two.larkfield.with(Role.ASSESSOR, new Scope.UnitAndBelow(two.larkfield.south));
        two.larkfield.give(learner, Role.ASSESSOR, new Scope.WholeOrganisation());
        Larkfield.in(application).with(Role.ASSESSOR, new Scope.WholeOrganisation());

        assertThat(offered("p2")).containsExactlyInAnyOrder(assessor.name(), practiceOnly.name());
        assertThat(offered("p2", "r2")).containsExactly(assessor.name());
    }

    @Test
    void refusesToAskWhoIsNotOffered() {
        var manager = two.larkfield.with(Role.MANAGER, new Scope.WholeOrganisation());

        assertThatThrownBy(() -> two.ask(manager, Set.of(), "p2")).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> two.ask(learner, Set.of(), "p2")).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void asksAboutAStatementOnceAtATime() {
        two.ask(assessor, Set.of(), "p2");

        assertThatThrownBy(() -> two.ask(assessor, Set.of(), "r2", "p2"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessage("assessment.problem.alreadyAsked");
        assertThat(requests.of(two.larkfield.person(learner)))
                .as("nothing of the second")
                .hasSize(1);
    }

    @Test
    void judgesOnlyWhileTheRoleCounts() {
        var request = two.ask(assessor, Set.of(), "p2");
        var grants = application.getBean(Grants.class);
        grants.end(grants.of(assessor.account()).inForce().getFirst(), assessor.account());

        var outcome = signOff(assessor, request);

        assertThat(outcome.done()).isZero();
        assertThat(outcome.left()).containsOnly(Map.entry(Refusal.OUT_OF_REACH, 1));
        assertThat(two.standing("p2")).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void letsNobodyElseJudge() {
        var other = two.otherAssessor();
        var request = two.ask(assessor, Set.of(), "p2");

        assertThat(signOff(other, request).left()).containsOnlyKeys(Refusal.NOT_WITH_YOU);
    }

    @Test
    void decidesOnWhatWasSeenOnly() {
        var request = two.ask(assessor, Set.of(), "p2");
        var seen = Map.of(request.id(), request.revision());
        answerAssessor.answer(learner, request.id(), "One more thing", Set.of(), "-");

        var outcome = judgeRequests.signOff(assessor, seen, null, "");

        assertThat(outcome.left()).containsOnlyKeys(Refusal.CHANGED_SINCE);
        assertThat(two.standing("p2")).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void decidesOnceWhenDecidedTwiceAtTheSameTime() throws Exception {
        var request = two.ask(assessor, Set.of(), "p2");
        Callable<Outcome> decision = () -> signOff(assessor, request);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var done = 0;
            for (var outcome : threads.invokeAll(List.of(decision, decision))) {
                done += outcome.get().done();
            }
            assertThat(done).isOne();
        }
    }

    @Test
    void undoesWhatNobodyWasToldOf() {
        var request = two.ask(assessor, Set.of(), "p2");
        var signedOff = signOff(assessor, request);
        assertThat(two.standing("p2")).isEqualTo(Standing.VERIFIED);

        judgeRequests.undo(assessor, signedOff.act());

        assertThat(two.standing("p2")).isEqualTo(Standing.UNKNOWN);
        assertThat(now(request).state()).isEqualTo(RequestState.WAITING);
        tellings.tell(Instant.now().plusSeconds(100));
        assertThat(two.told.to(learner.account())).isEmpty();
    }

    @Test
    void takesBackWithAReasonWhatSomebodyWasToldOf() {
        var request = two.ask(assessor, Set.of(), "p2");
        var signedOff = signOff(assessor, request);
        tellings.tell(Instant.now().plusSeconds(100));

        assertThatThrownBy(() -> judgeRequests.undo(assessor, signedOff.act())).isInstanceOf(Problem.Conflict.class);
        var seen = now(request);
        assertThatThrownBy(() -> judgeRequests.revoke(assessor, seen.id(), seen.revision(), " "))
                .isInstanceOf(Problem.Invalid.class);
        judgeRequests.revoke(assessor, seen.id(), seen.revision(), "Mixed up two people");

        assertThat(two.standing("p2")).isEqualTo(Standing.UNKNOWN);
        assertThat(two.told.to(learner.account()))
                .containsExactly("assessment.tell.sign-off.one", "assessment.tell.revoke.one");
        assertThat(requests.thread(request.id()))
                .extracting(RequestEntry::kind)
                .containsExactly(RequestEntry.Kind.ASKED, RequestEntry.Kind.SIGNED_OFF, RequestEntry.Kind.REVOKED);
    }

    @Test
    void takesBackARefusalMadeBySlip() {
        var request = two.ask(assessor, Set.of(), "p2");
        var refused = judgeRequests.sendBack(assessor, Map.of(request.id(), 1), false, "Not seen");
        assertThat(two.standing("p2")).isEqualTo(Standing.NOT_YET);

        judgeRequests.undo(assessor, refused.act());

        assertThat(two.standing("p2")).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void findsPartlyMetWithAReason() {
        var request = two.ask(assessor, Set.of(), "p2");

        assertThatThrownBy(() -> judgeRequests.sendBack(assessor, Map.of(request.id(), 1), true, ""))
                .isInstanceOf(Problem.Invalid.class);
        judgeRequests.sendBack(assessor, Map.of(request.id(), 1), true, "Climbs, but does not come down");

        assertThat(two.standing("p2")).isEqualTo(Standing.PARTLY);
        assertThat(now(request).state()).isEqualTo(RequestState.RETURNED);
    }

    @Test
    void passesOnWithTheEvidence() {
        var other = two.otherAssessor();
        var evidence = two.evidence("Held the ladder");
        var request = two.ask(assessor, Set.of(evidence), "p2");
        var shared = application.getBean(SharedEvidence.class);
        assertThat(shared.with(assessor)).hasSize(1);

        judgeRequests.passOn(assessor, Map.of(request.id(), 1), other.account(), "Knows ladders better");

        assertThat(shared.with(assessor)).isEmpty();
        assertThat(shared.with(other)).hasSize(1);
        assertThat(now(request).assessor()).isEqualTo(other.account());
        assertThat(two.told.to(other.account())).containsExactly("assessment.tell.passed.one");
        assertThat(two.told.to(learner.account())).containsExactly("assessment.tell.pass-on.one");
        assertThat(signOff(other, now(request)).done()).isOne();
    }

    @Test
    void passesOnOnlyToWhoseRoleReachesIt() {
        var researchOnly = two.larkfield.with(Role.ASSESSOR, new Scope.Pillar("judged-ladder", "research"));
        var request = two.ask(assessor, Set.of(), "p2");

        assertThatThrownBy(() -> judgeRequests.passOn(assessor, Map.of(request.id(), 1), researchOnly.account(), ""))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> judgeRequests.passOn(assessor, Map.of(request.id(), 1), learner.account(), ""))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void asksAndIsAnswered() {
        var request = two.ask(assessor, Set.of(), "p2");
        judgeRequests.question(assessor, Map.of(request.id(), 1), "How high?");
        assertThat(now(request).state()).isEqualTo(RequestState.QUESTIONED);

        answerAssessor.answer(learner, request.id(), "Three metres", Set.of(), "-");

        assertThat(now(request).state()).isEqualTo(RequestState.WAITING);
        assertThat(two.told.to(assessor.account()))
                .containsExactly("assessment.tell.asked.one", "assessment.tell.answered");
    }

    @Test
    void endsTheShareWhenARequestIsTakenBack() {
        var request = two.ask(assessor, Set.of(two.evidence("Held it")), "p2");

        answerAssessor.withdraw(learner, request.id());

        assertThat(application.getBean(SharedEvidence.class).with(assessor)).isEmpty();
        assertThat(signOff(assessor, now(request)).left()).containsOnlyKeys(Refusal.NOT_NOW);
        assertThatThrownBy(() -> answerAssessor.answer(learner, request.id(), "Again", Set.of(), "-"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessage("assessment.problem.notNow.withdrawn");
        assertThat(two.ask(assessor, Set.of(), "p2").state()).isEqualTo(RequestState.WAITING);
    }

    @Test
    void signsOffUntilADay() {
        var request = two.ask(assessor, Set.of(), "p2");

        judgeRequests.signOff(assessor, Map.of(request.id(), 1), Instant.now().plusMillis(1), "");

        assertThat(two.standing("p2")).isEqualTo(Standing.EXPIRED);
    }

    @Test
    void decidesOnManyWithTheSameNumberOfSqlStatements() throws Exception {
        var one = two.ask(assessor, Set.of(), "p1");
        var few = SqlStatements.during(() -> signOff(assessor, one)).size();
        var many = List.of(
                two.ask(assessor, Set.of(), "p2"),
                two.ask(assessor, Set.of(), "p3"),
                two.ask(assessor, Set.of(), "r2"));

        var more = SqlStatements.during(() -> judgeRequests.signOff(
                        assessor,
                        Map.of(
                                many.get(0).id(),
                                1,
                                many.get(1).id(),
                                1,
                                many.get(2).id(),
                                1),
                        null,
                        ""))
                .size();

        assertThat(more).isEqualTo(few);
    }

    private List<String> offered(String... keys) {
        var statements = Arrays.stream(keys)
                .map(key -> two.ladder.statement(key).orElseThrow())
                .toList();
        return application
                .getBean(Assessors.class)
                .offered(
                        new Person(two.larkfield.person(learner), learner.account(), learner.name()),
                        two.ladder,
                        statements)
                .stream()
                .map(Assessor::name)
                .toList();
    }

    private Outcome signOff(Actor by, Request request) {
        return judgeRequests.signOff(by, Map.of(request.id(), request.revision()), null, "");
    }

    private Request now(Request request) {
        return requests.find(request.id()).orElseThrow();
    }
}
