package org.espalier.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.attestation.AttestTogether;
import org.espalier.assessment.attestation.AttestationId;
import org.espalier.assessment.attestation.Part;
import org.espalier.kernel.Problem;
import org.espalier.person.Larkfield;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Told;
import org.espalier.testing.Visitor;
import org.espalier.testing.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class AttestationPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    private Larkfield larkfield;
    private Actor learner;
    private Actor manager;
    private Actor educator;
    private Visitor asLearner;
    private Visitor asManager;
    private Visitor asEducator;
    private Told told;

    @BeforeEach
    void threePeople() {
        larkfield = Larkfield.in(application);
        learner = larkfield.member(larkfield.therapist);
        manager = larkfield.member(larkfield.lead);
        educator = larkfield.with(Role.EDUCATOR, new Scope.UnitAndBelow(larkfield.therapy));
        asLearner = TestAccounts.signedIn(application, port, learner);
        asManager = TestAccounts.signedIn(application, port, manager);
        asEducator = TestAccounts.signedIn(application, port, educator);
        told = Told.by(application);
    }

    @Test
    void offersTheLineManagerAndTheEducatorAndNobodyElse() {
        larkfield.with(Role.EDUCATOR, new Scope.UnitAndBelow(larkfield.south));
        var page = asLearner.get("/attestations/new");

        assertThat(page.html().select("input[name=employer]").eachAttr("value"))
                .containsExactly(manager.account().toString(), "nobody");
        assertThat(page.html().select("input[name=educator]").eachAttr("value"))
                .containsExactly(educator.account().toString(), "nobody");
        var stranger = TestAccounts.actor(application);
        var refused = asLearner.submit(
                page.form("/attestations/new"),
                Map.of("title", "A year", "words", "A whole year", "employer", stranger.account()));
        assertThat(refused.status()).isEqualTo(404);
    }

    @Test
    void isCompleteAndFrozenOnceAllHaveSigned() throws Exception {
        var page = begin();
        assertThat(page.html().select("main").text()).contains("Not all have signed", "A <b>year</b> of practice");
        assertThat(told.to(manager.account())).containsExactly("assessment.tell.attestation.asked");

        asManager.submit(asManager.get(path(page)).form(path(page) + "/sign"));
        assertThat(told.to(learner.account())).containsExactly("assessment.tell.attestation.signed");
        assertThat(asEducator.get("/attestations").html().select("#yours").text())
                .contains("Your turn (1)");
        assertThat(asLearner.get(path(page) + "/attestation.pdf").status()).isEqualTo(409);
        asEducator.submit(asEducator.get(path(page)).form(path(page) + "/sign"));

        assertThat(told.to(learner.account())).endsWith("assessment.tell.attestation.complete");
        assertThat(told.to(manager.account())).endsWith("assessment.tell.attestation.complete");
        var complete = asLearner.get(path(page));
        assertThat(complete.html().select("main").text())
                .contains("Signed by all", "cannot be changed or taken back", "Lead, " + larkfield.organisation.name());
        assertThat(complete.html().select("form[action^=/attestations]")).isEmpty();
        assertThat(pdf(path(page))).contains("Year one", manager.name(), educator.name(), learner.name());
        assertThatThrownBy(() -> application
                        .getBean(JdbcClient.class)
                        .sql("update assessment.attestation set words = 'other' where id = :id")
                        .param("id", id(page).value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stays as it is");
        assertThatThrownBy(() -> application.getBean(AttestTogether.class).withdraw(learner, id(page)))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void isDeclinedWithAReasonAndAskedOfSomebodyElse() {
        var page = begin();
        var toDecline = asManager.get(path(page)).form(path(page) + "/decline");
        var noReason = asManager.submit(toDecline, Map.of("words", " "));
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(noReason.errors()).containsExactly("Give a reason, so that it can be answered");
        asManager.submit(toDecline, Map.of("words", "I have <i>not</i> seen it"));

        assertThat(told.to(learner.account())).containsExactly("assessment.tell.attestation.declined");
        assertThat(asEducator.get(path(page)).html().select("main").text())
                .contains("Declined")
                .doesNotContain("I have <i>not</i>");
        var declined = asLearner.get(path(page));
        assertThat(declined.html().select("main").text()).contains("I have <i>not</i> seen it");
        var again = declined.html().select("form[action$=/ask-again]").attr("action");
        var colleague = larkfield.member(larkfield.therapist);
        var found = asLearner.submit(
                declined.form(again), Map.of("find", colleague.name(), "do", "find", "words", "You were there"));
        assertThat(found.html()
                        .select("textarea[name=words]")
                        .first()
                        .wholeText()
                        .strip())
                .isEqualTo("You were there");
        asLearner.submit(
                found.form(again), Map.of("account", colleague.account().toString()));

        assertThat(told.to(colleague.account())).containsExactly("assessment.tell.attestation.asked");
        var asColleague = TestAccounts.signedIn(application, port, colleague);
        assertThat(asColleague.get(path(page)).html().select("main").text())
                .contains("You were there")
                .doesNotContain("I have <i>not</i>");
        asColleague.submit(asColleague.get(path(page)).form(path(page) + "/sign"));
        asEducator.submit(asEducator.get(path(page)).form(path(page) + "/sign"));
        assertThat(asLearner.get(path(page)).html().select("main").text())
                .contains("Signed by all", "Who declined before");
    }

    @Test
    void isTakenBackUntilAllHaveSigned() {
        var page = begin();

        asLearner.submit(page.form(path(page) + "/withdraw"));

        assertThat(told.to(educator.account())).endsWith("assessment.tell.attestation.withdrawn");
        var theirs = asEducator.get(path(page));
        assertThat(theirs.html().select("main").text()).contains("Taken back");
        assertThat(theirs.html().select("form[action$=/sign]")).isEmpty();
        assertThatThrownBy(() -> application.getBean(AttestTogether.class).sign(educator, id(page)))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void showsNothingToAStranger() {
        var page = begin();
        var stranger = TestAccounts.signedIn(application, port, larkfield.member(larkfield.therapist));

        assertThat(stranger.get(path(page)).status()).isEqualTo(404);
        assertThat(stranger.get(path(page) + "/attestation.pdf").status()).isEqualTo(404);
        assertThat(stranger.get("/attestations").html().select(".espalier-requests"))
                .isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() {
        var page = asLearner.get("/attestations/new");

        var wrong = asLearner.submit(
                page.form("/attestations/new"),
                Map.of("title", "", "words", "All of it", "employer", "nobody", "educator", "nobody"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.errors())
                .containsExactly(
                        "Give it a title of at most 200 characters", "Choose at least one person to sign with you");
        assertThat(wrong.html().select("#words").first().wholeText().strip()).isEqualTo("All of it");
        var twice = asLearner.submit(
                page.form("/attestations/new"),
                Map.of("title", "T", "words", "W", "employer", manager.account(), "educator", manager.account()));
        assertThat(twice.errors()).containsExactly("Choose somebody else here: one person signs once");
    }

    @Test
    void listsManyInOneStatement() throws Exception {
        begin();
        var few = SqlStatements.during(() -> asLearner.get("/attestations")).size();
        begin();
        begin();

        assertThat(SqlStatements.during(() -> asLearner.get("/attestations")).size())
                .isEqualTo(few);
    }

    @Test
    void signsNothingForOthers() {
        var page = begin();

        assertThatThrownBy(() -> application.getBean(AttestTogether.class).sign(learner, id(page)))
                .isInstanceOf(Problem.Forbidden.class);
        assertThatThrownBy(() -> application
                        .getBean(AttestTogether.class)
                        .begin(learner, "T", "W", Map.of(Part.Role.EMPLOYER, learner.account())))
                .isInstanceOf(Problem.NotFound.class);
    }

    private Page begin() {
        return asLearner.follow(asLearner.submit(
                asLearner.get("/attestations/new").form("/attestations/new"),
                Map.of(
                        "title",
                        "Year one",
                        "words",
                        "A <b>year</b> of practice",
                        "employer",
                        manager.account(),
                        "educator",
                        List.of(educator.account()))));
    }

    private static String path(Page page) {
        return page.address().getPath();
    }

    private static AttestationId id(Page page) {
        return new AttestationId(Long.parseLong(path(page).substring("/attestations/".length())));
    }

    private String pdf(String path) throws Exception {
        var request = asLearner.request(path + "/attestation.pdf").GET();
        asLearner.cookies().forEach(cookie -> request.header("Cookie", cookie.getName() + "=" + cookie.getValue()));
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
        try (var document = Loader.loadPDF(response.body())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
