package org.espalier.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.Claims;
import org.espalier.assessment.LearnerAndAssessor;
import org.espalier.assessment.Standing;
import org.espalier.assessment.request.Tellings;
import org.espalier.person.Larkfield;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@EspalierTest
class RequestPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    private LearnerAndAssessor two;
    private Actor learner;
    private Actor assessor;
    private Visitor asLearner;
    private Visitor asAssessor;

    @BeforeEach
    void twoPeople() {
        two = LearnerAndAssessor.on(application, "Request ladder");
        learner = two.learner;
        assessor = two.assessor;
        asLearner = two.visitor(port, learner);
        asAssessor = two.visitor(port, assessor);
    }

    @Test
    void asksFromTheGapAndIsSignedOff() {
        var gap = asLearner.get("/me/frameworks/request-ladder/gap");
        var boxes = gap.html().select("input[name=s]").eachAttr("value");
        assertThat(boxes).containsExactlyInAnyOrder("p2", "r2");
        assertThat(gap.html().select("button[formaction=" + ask() + "]").text()).isEqualTo("Ask for sign-off");

        var page = asLearner.get(ask() + "?s=p2&s=r2");
        assertThat(page.html().select("input[name=assessor]").eachAttr("value"))
                .containsExactly(assessor.account() + "." + two.larkfield.organisation.id());
        var sent = asLearner.follow(asLearner.submit(page.form(requests()), Map.of("words", "Seen on Tuesday")));
        assertThat(sent.html().select(".espalier-requests > li").size()).isEqualTo(2);
        assertThat(two.told.to(assessor.account())).containsExactly("assessment.tell.asked.other");

        var queue = asAssessor.get("/assess");
        assertThat(queue.html().select(".espalier-queue__row").text())
                .contains(learner.name(), "Climbs the ladder", "Compares ladders", "Seen on Tuesday");
        var seen = queue.html().select("input[name=r]").eachAttr("value");
        var done =
                asAssessor.follow(asAssessor.submit(queue.form("/assess/decide"), Map.of("r", seen, "do", "sign-off")));
        assertThat(done.html().select(".govuk-notification-banner").text()).contains("2 signed off", "Undo");
        assertThat(standing("p2")).isEqualTo(Standing.VERIFIED);
        assertThat(asLearner
                        .get("/me/frameworks/request-ladder/gap")
                        .html()
                        .select(".standing--verified")
                        .size())
                .isPositive();
        assertThat(two.told.to(learner.account()))
                .as("not before a minute is over")
                .isEmpty();
        tellEverything();
        assertThat(two.told.to(learner.account())).containsExactly("assessment.tell.sign-off.other");
    }

    @Test
    void leadsFromAStatementToEvidenceAndToAsking() {
        var address = "/frameworks/request-ladder/versions/1/statements/";
        var links = asLearner.get(address + "p2").html().select(".espalier-steps a");
        assertThat(links.eachText()).containsExactly("Add evidence", "Ask for sign-off");
        assertThat(asLearner
                        .get(links.getFirst().attr("href"))
                        .html()
                        .select(".govuk-inset-text")
                        .text())
                .contains("Climbs the ladder");
        assertThat(asLearner
                        .get(links.getLast().attr("href"))
                        .html()
                        .select("input[name=s]")
                        .eachAttr("value"))
                .containsExactly("p2");

        assertThat(asLearner.get(address + "x1").html().select(".espalier-steps"))
                .isEmpty();
        assertThat(Visitor.to(port).get(address + "p2").html().select(".espalier-steps"))
                .isEmpty();
    }

    @Test
    void addsEvidenceForAllThatIsTickedInTheGap() {
        var gap = asLearner.get("/me/frameworks/request-ladder/gap");
        var evidence = "/me/frameworks/request-ladder/versions/1/evidence";
        assertThat(gap.html().select("button[formaction=" + evidence + "]").text())
                .isEqualTo("Add evidence");

        var choose = asLearner.follow(asLearner.get(evidence + "?s=p2&s=r2"));
        var item = asLearner
                .submit(choose.form("/me/portfolio/new"), Map.of("kind", "reflection"))
                .location();
        var shown = asLearner.get(item.replace("/edit", ""));
        assertThat(shown.html().select(".espalier-supported > li").eachText())
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("Compares ladders"));
    }

    @Test
    void isSentBackAnswersAndIsSignedOff() {
        asLearner.submit(asLearner.get(ask() + "?s=p2").form(requests()));
        decide("not-yet", Map.of("words", "Seen once only"));
        assertThat(standing("p2")).isEqualTo(Standing.NOT_YET);

        var all = asLearner.get("/me/requests");
        assertThat(all.html().select("#yours").text()).contains("Your turn (1)");
        var mine = asLearner.get(all.html().select(".espalier-requests a").attr("href"));
        assertThat(mine.html().select(".espalier-thread").text()).contains("said not yet", "Seen once only");
        var answered = asLearner.follow(asLearner.submit(
                mine.form(mine.address().getPath() + "/answer"), Map.of("words", "Seen three times now")));
        assertThat(answered.html().select(".espalier-thread").text()).contains("Seen three times now");
        assertThat(two.told.to(assessor.account())).contains("assessment.tell.answered");

        decide("sign-off", Map.of());
        assertThat(standing("p2")).isEqualTo(Standing.VERIFIED);
        assertThat(asLearner.get("/me/requests").html().select("#over").text()).contains("Finished (1)");
    }

    @Test
    void keepsWhatTheLearnerTypedWhenItCannotBeSent() {
        asLearner.submit(asLearner.get(ask() + "?s=p2").form(requests()));
        var request = asLearner
                .get("/me/requests")
                .html()
                .select(".espalier-requests a")
                .attr("href");
        var mine = asLearner.get(request);

        var empty = asLearner.submit(mine.form(request + "/answer"), Map.of("words", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.errors()).containsExactly("Write something, or choose evidence");
        decide("sign-off", Map.of());
        var late = asLearner.submit(mine.form(request + "/answer"), Map.of("words", "I <b>also</b> did this"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.errors()).containsExactly("This request is signed off already. Nothing was changed.");
        assertThat(late.html().select("main").text()).contains("was not sent", "I <b>also</b> did this");
        assertThat(asLearner.submit(mine.form(request + "/withdraw")).errors())
                .containsExactly("This request is signed off already. Nothing was changed.");
    }

    @Test
    void asksTheAssessorForAReasonToRevoke() {
        asLearner.submit(asLearner.get(ask() + "?s=p2").form(requests()));
        decide("sign-off", Map.of());
        var finished = asAssessor.get("/assess?show=over");
        var request = finished.html().select(".espalier-queue__row a").attr("href");
        var page = asAssessor.get(request);

        var refused = asAssessor.submit(page.form(request + "/revoke"), Map.of("words", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("Say why, so that they can understand it");
        assertThat(refused.html().select("details[open] form").attr("action")).isEqualTo(request + "/revoke");
        asAssessor.submit(page.form(request + "/revoke"), Map.of("words", "Seen by mistake"));
        var late = asAssessor.submit(page.form(request + "/revoke"), Map.of("words", "Once more"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.html().select("main").text()).contains("Once more");
        assertThat(standing("p2")).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void showsNothingToAStranger() {
        asLearner.submit(asLearner.get(ask() + "?s=p2").form(requests()));
        var request = asLearner
                .get("/me/requests")
                .html()
                .select(".espalier-requests a")
                .attr("href");
        var elsewhere = Larkfield.in(application).with(Role.ASSESSOR, new Scope.WholeOrganisation());
        var stranger = TestAccounts.signedIn(application, port, elsewhere);

        assertThat(stranger.get("/assess").html().select(".espalier-queue__row"))
                .isEmpty();
        assertThat(stranger.get(request).status()).isEqualTo(404);
        assertThat(stranger.get(request.replace("/me/", "/assess/")).status()).isEqualTo(404);
    }

    @Test
    void findsNobodyToAskInNoOrganisation() {
        var alone = TestAccounts.actor(application);
        var page = TestAccounts.signedIn(application, port, alone).get(ask() + "?s=p2");

        assertThat(page.html().select("input[name=assessor]")).isEmpty();
        assertThat(page.html().select("main").text()).contains("Nobody in an organisation you belong to");
    }

    @Test
    void costsTheSameNumberOfSqlStatementsHoweverLongTheQueueIs() throws Exception {
        asLearner.submit(asLearner.get(ask() + "?s=p2").form(requests()));
        asAssessor.get("/assess");
        var few = statementsOfTheQueue();
        asLearner.submit(asLearner.get(ask() + "?s=r2&s=p1&s=r1&s=l3&s=p3").form(requests()));

        var more = statementsOfTheQueue();

        assertThat(asAssessor.get("/assess").html().select(".espalier-queue__row"))
                .hasSize(6);
        assertThat(more).isEqualTo(few).isEqualTo(3);
    }

    /** Those of the page itself: now and then one for the session or the catalogue comes on top. */
    private long statementsOfTheQueue() throws Exception {
        return SqlStatements.during(() -> asAssessor.get("/assess")).stream()
                .filter(sql -> sql.contains("assessment.request") || sql.contains("from access.role_grant g\nwhere"))
                .count();
    }

    @Test
    void leadsAnAssessorAndNobodyElseToTheQueue() {
        assertThat(asAssessor.get("/me").html().select("nav a[href=/assess]")).hasSize(1);
        assertThat(asLearner.get("/me").html().select("nav a[href=/assess]")).isEmpty();
        assertThat(asLearner.get("/assess").html().select("main").text()).contains("You are not an assessor");
    }

    private void decide(String move, Map<String, String> answers) {
        var queue = asAssessor.get("/assess");
        var seen = queue.html().select("input[name=r]").eachAttr("value");
        var page = asAssessor.submit(queue.form("/assess/decide"), Map.of("r", seen, "do", move));
        if (!answers.isEmpty()) {
            var all = new java.util.HashMap<String, Object>(answers);
            all.put("do", move);
            page = asAssessor.submit(page.form("/assess/decide"), all);
        }
        assertThat(page.status()).isEqualTo(302);
    }

    private void tellEverything() {
        application
                .getBean(Tellings.class)
                .tell(Instant.now().plus(Tellings.PAUSE).plusSeconds(1));
    }

    private Standing standing(String key) {
        var claims = application.getBean(Claims.class).of(two.larkfield.person(learner), List.of(two.ladder.id()));
        return claims.of(two.ladder.statement(key).orElseThrow().id());
    }

    private String ask() {
        return "/me/frameworks/request-ladder/versions/1/ask";
    }

    private String requests() {
        return "/me/frameworks/request-ladder/versions/1/requests";
    }
}
