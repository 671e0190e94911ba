package org.espalier.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.LearnerAndAssessor;
import org.espalier.assessment.Standing;
import org.espalier.assessment.attestation.AttestTogether;
import org.espalier.assessment.attestation.Part;
import org.espalier.assessment.request.DeclareConflict;
import org.espalier.assessment.request.JudgeRequests;
import org.espalier.assessment.request.JudgeRequests.Refusal;
import org.espalier.assessment.request.Request;
import org.espalier.assessment.request.RequestState;
import org.espalier.assessment.request.Requests;
import org.espalier.assessment.session.Occasion;
import org.espalier.assessment.session.PutGroupTogether;
import org.espalier.assessment.session.SignOffGroup;
import org.espalier.kernel.Problem;
import org.espalier.portfolio.SharedEvidence;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Visitor;
import org.espalier.testing.Visitor.Page;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@EspalierTest
class ConflictPagesTests {
    private static final String WHY = "My <b>sister";

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    @Autowired
    Requests requests;

    @Autowired
    DeclareConflict declareConflict;

    private LearnerAndAssessor two;
    private Actor learner;
    private Actor assessor;
    private Visitor asLearner;
    private Visitor asAssessor;

    @BeforeEach
    void twoPeople() {
        two = LearnerAndAssessor.on(application, "Conflict ladder");
        learner = two.learner;
        assessor = two.assessor;
        asLearner = two.visitor(port, learner);
        asAssessor = two.visitor(port, assessor);
    }

    @Test
    void isDeclaredBeforeAnyRequestAndSaidToTheLearnerWithoutTheReason() {
        var other = two.otherAssessor();
        var found = asAssessor.submit(
                declaring(asAssessor.get("/assess/conflicts")),
                Map.of("do", "find", "find", learner.name(), "words", WHY));
        assertThat(found.html().select("input[name=with]").eachAttr("value"))
                .containsExactly(String.valueOf(two.person().id()));
        assertThat(found.html().select("textarea[name=words]").text()).isEqualTo(WHY);

        var declared = asAssessor.follow(asAssessor.submit(declaring(found)));

        assertThat(declared.html().select("main").text()).contains("Declared.", learner.name(), WHY);
        var ask = asLearner.get("/me/frameworks/conflict-ladder/versions/1/ask?s=p2");
        assertThat(ask.html().select("input[name=assessor]").eachAttr("value"))
                .containsExactly(other.account() + "." + two.larkfield.organisation.id());
        assertThat(ask.html().select("#assessor").text())
                .contains(assessor.name() + " cannot judge your work.")
                .doesNotContain("sister", "conflict");
    }

    @Test
    void saysWhatIsMissingAndFindsNobodyWhoIsNoColleague() {
        var missing = asAssessor.submit(declaring(asAssessor.get("/assess/conflicts")), Map.of("words", " "));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.errors())
                .containsExactly("Find the person by name, and choose them", "Say what the conflict of interest is");

        var stranger = TestAccounts.actor(application);
        var refused = asAssessor.submit(
                declaring(asAssessor.get("/assess/conflicts")),
                Map.of("with", two.larkfield.person(stranger), "words", WHY));
        assertThat(refused.status()).isEqualTo(404);
    }

    @Test
    void endsAConflictOfOnesOwnAndKeepsItInTheList() {
        declareConflict.asAssessor(assessor, two.person().id(), WHY, null);
        var page = asAssessor.get("/assess/conflicts");
        var end = page.html().select("form[action$=/end]").attr("action");
        var stranger = two.visitor(port, two.otherAssessor());
        var theirs = stranger.get("/assess/conflicts");
        assertThat(theirs.html().select("main").text()).doesNotContain(WHY);
        var token = Map.entry("_csrf", theirs.html().select("input[name=_csrf]").val());
        assertThat(stranger.post(end, List.of(token)).status()).isEqualTo(404);
        assertThat(asLearner
                        .post(
                                end.replace("/assess/", "/me/"),
                                List.of(Map.entry(
                                        "_csrf",
                                        asLearner
                                                .get("/me/conflicts")
                                                .html()
                                                .select("input[name=_csrf]")
                                                .val())))
                        .status())
                .as("the other side ends nothing")
                .isEqualTo(404);

        var ended = asAssessor.follow(asAssessor.submit(page.form(end)));

        assertThat(ended.html().select("main").text())
                .contains("You can judge their work again", "declared none that stands", learner.name());
        assertThat(asLearner
                        .get("/me/frameworks/conflict-ladder/versions/1/ask?s=p2")
                        .html()
                        .select("input[name=assessor]")
                        .eachAttr("value"))
                .contains(assessor.account() + "." + two.larkfield.organisation.id());
    }

    @Test
    void passesEverythingOfTheLearnerToSomebodyElseAtTheRequest() {
        var other = two.otherAssessor();
        var evidence = two.evidence("Held it");
        var first = two.ask(assessor, Set.of(evidence), "p2");
        var second = two.ask(assessor, Set.of(), "r2");
        var address = "/assess/requests/" + first.id() + "/conflict";
        var page = asAssessor.get(address);
        assertThat(asAssessor
                        .get("/assess/requests/" + first.id())
                        .html()
                        .select("a[href=" + address + "]")
                        .text())
                .isEqualTo("I should not judge " + learner.name());
        assertThat(page.html().select("main").text()).contains("2 open requests of theirs are with you");

        var missing = asAssessor.submit(page.form(address), Map.of("words", ""));
        assertThat(missing.errors())
                .containsExactly("Say what the conflict of interest is", "Choose where it should go");
        var done = asAssessor.follow(
                asAssessor.submit(missing.form(address), Map.of("words", WHY, "to", other.account())));

        assertThat(done.html().select(".govuk-notification-banner").text()).contains("2 passed on");
        assertThat(List.of(now(first), now(second)))
                .extracting(Request::assessor)
                .containsOnly(other.account());
        assertThat(application.getBean(SharedEvidence.class).with(assessor)).isEmpty();
        assertThat(application.getBean(SharedEvidence.class).with(other)).hasSize(1);
        assertThat(asLearner
                        .get("/me/requests/" + first.id())
                        .html()
                        .select("main")
                        .text())
                .doesNotContain("sister");
    }

    @Test
    void goesBackToTheLearnerWhoChoosesSomebodyElseInOneAction() {
        var evidence = two.evidence("Held it");
        var request = two.ask(assessor, Set.of(evidence), "p2");
        var returned = two.ask(assessor, Set.of(), "r2");
        application.getBean(JudgeRequests.class).sendBack(assessor, Map.of(returned.id(), 1), false, "Not seen");
        var address = "/assess/requests/" + request.id() + "/conflict";
        var done = asAssessor.follow(
                asAssessor.submit(asAssessor.get(address).form(address), Map.of("words", WHY, "to", "back")));
        assertThat(done.html().select(".govuk-notification-banner").text()).contains("2 given back");
        assertThat(two.told.to(learner.account())).contains("assessment.tell.hand-back.other");
        assertThat(application.getBean(SharedEvidence.class).with(assessor)).isEmpty();
        assertThat(asAssessor.get(address).status()).as("not again").isEqualTo(404);

        var mine = "/me/requests/" + request.id();
        assertThat(asLearner.get(mine).html().select("main").text())
                .contains(assessor.name() + " cannot judge this. Choose somebody else.", "Nobody else")
                .doesNotContain("sister");
        var other = two.otherAssessor();
        assertThat(asLearner.get("/me/requests").html().select("#yours").text()).contains("(2)");
        var sent = asLearner.follow(asLearner.submit(asLearner.get(mine).form(mine + "/choose")));

        assertThat(sent.html().select("main").text()).contains("With the assessor", "You chose another assessor");
        assertThat(List.of(now(request), now(returned)))
                .extracting(Request::state, Request::assessor)
                .containsOnly(tuple(RequestState.WAITING, other.account()));
        assertThat(application.getBean(SharedEvidence.class).with(other)).hasSize(1);
        assertThat(two.told.to(other.account())).containsExactly("assessment.tell.asked.other");
    }

    @Test
    void isDeclaredByALearnerOfAnAssessor() {
        var request = two.ask(assessor, Set.of(), "p2");
        var link = asLearner
                .get("/me/requests/" + request.id())
                .html()
                .select("a[href^=/me/conflicts]")
                .attr("href");
        var page = asLearner.get(link.substring(0, link.indexOf('#')).replace(" ", "%20"));

        var declared = asLearner.follow(asLearner.submit(declaring(page), Map.of("words", WHY)));

        assertThat(declared.html().select("main").text()).contains("1 request has come back to you", WHY);
        assertThat(now(request).state()).isEqualTo(RequestState.UNPLACED);
        assertThat(two.told.to(assessor.account())).endsWith("assessment.tell.turn-away.one");
        assertThat(asAssessor.get("/assess/conflicts").html().select("main").text())
                .doesNotContain("sister", learner.name());
        assertThat(asLearner
                        .get("/me/frameworks/conflict-ladder/versions/1/ask?s=r2")
                        .html()
                        .select("main")
                        .text())
                .contains(assessor.name() + " cannot judge your work.");
    }

    @Test
    void refusesToJudgeARequest() {
        var request = two.ask(assessor, Set.of(), "p2");
        declareConflict.asAssessor(assessor, two.person().id(), WHY, null);
        declareConflict.asAssessor(two.otherAssessor(), two.person().id(), WHY, null);

        assertThat(application.getBean(JudgeRequests.class).mayNotJudge(assessor, request))
                .contains(Refusal.CONFLICT_OF_INTEREST);
        assertThatThrownBy(() -> two.ask(assessor, Set.of(), "r2")).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void refusesToSignOffInASession() {
        var putTogether = application.getBean(PutGroupTogether.class);
        var draft = putTogether.begin(
                assessor,
                two.larkfield.organisation.id(),
                two.ladder.id(),
                new Occasion("A morning", LocalDate.of(2026, 1, 5), null));
        putTogether.chooseStatements(assessor, draft, List.of("p2"));
        putTogether.choosePeople(assessor, draft, List.of(two.person().id()));
        var seal =
                putTogether.cohort(assessor, putTogether.find(assessor, draft)).seal();

        declareConflict.asLearner(learner, two.larkfield.person(assessor), WHY);

        assertThat(application.getBean(SignOffGroup.class).signOff(assessor, draft, seal))
                .isInstanceOf(SignOffGroup.ChangedSince.class);
        var people = asAssessor.get("/assess/sessions/drafts/" + draft + "/people");
        assertThat(people.html().select("main").text())
                .contains("because of a conflict of interest: " + learner.name());
        assertThat(people.html().select("input[name=p]")).isEmpty();
        var check = asAssessor.get("/assess/sessions/drafts/" + draft + "/check");
        assertThat(check.html().select("main").text()).contains("There is a conflict of interest between you");
        assertThat(two.standing("p2")).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void refusesToSignOffATask() {
        var educator = two.larkfield.with(Role.EDUCATOR, new Scope.WholeOrganisation());
        var tasks = "/organisations/" + two.larkfield.organisation.slug() + "/tasks";
        var asEducator = two.visitor(port, educator);
        var named = asEducator.follow(asEducator.submit(
                asEducator.get(tasks).form(tasks), Map.of("name", "Suction", "delegatedBy", "A nurse")));
        var task = named.html().select(".espalier-requests a").attr("href");
        var specialist = two.larkfield.with(Role.ASSESSOR, new Scope.DelegatedTask("Suction"));
        var asSpecialist = two.visitor(port, specialist);
        var form = asSpecialist.get(task).form(task + "/sign-offs");

        declareConflict.asAssessor(specialist, two.person().id(), WHY, null);

        var refused = asSpecialist.submit(form, Map.of("p", two.person().id(), "kind", "achieved"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.html().select("main").text()).contains("conflict of interest");
        var page = asSpecialist.get(task);
        assertThat(page.html().select("main .govuk-inset-text").text()).contains(learner.name());
        assertThat(page.html().select("input[value=" + two.person().id() + "]")).isEmpty();
    }

    @Test
    void refusesToSignAnAttestation() {
        var together = application.getBean(AttestTogether.class);
        var manager = two.larkfield.member(two.larkfield.lead);
        var id = together.begin(learner, "A year", "A whole year", Map.of(Part.Role.EMPLOYER, manager.account()));
        var asManager = two.visitor(port, manager);
        var address = "/attestations/" + id;
        assertThat(asManager.get(address).html().select("form[action$=/sign]")).hasSize(1);

        declareConflict.asAssessor(manager, two.person().id(), WHY, null);

        var page = asManager.get(address);
        assertThat(page.html().select("form[action$=/sign]")).isEmpty();
        assertThat(page.html().select("form[action$=/decline]")).hasSize(1);
        assertThat(page.html().select("main").text()).contains("so you cannot sign this");
        assertThatThrownBy(() -> together.sign(manager, id)).isInstanceOf(Problem.Forbidden.class);
        var begin = asLearner.get("/attestations/new");
        assertThat(begin.html().select("input[name=employer][disabled]").eachAttr("value"))
                .containsExactly(manager.account().toString());
        assertThatThrownBy(
                        () -> together.begin(learner, "Again", "Words", Map.of(Part.Role.EMPLOYER, manager.account())))
                .isInstanceOf(Problem.NotFound.class);
    }

    private static FormElement declaring(Page page) {
        return (FormElement)
                page.html().select("form[action$=/conflicts#declare]").first();
    }

    private Request now(Request request) {
        return requests.find(request.id()).orElseThrow();
    }
}
