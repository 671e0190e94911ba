package org.espalier.credential.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.Claims;
import org.espalier.assessment.LearnerAndAssessor;
import org.espalier.assessment.RateStatements;
import org.espalier.assessment.Rating;
import org.espalier.assessment.request.DeclareConflict;
import org.espalier.credential.Certificates;
import org.espalier.framework.StatementId;
import org.espalier.person.Larkfield;
import org.espalier.person.People;
import org.espalier.portfolio.TakenAway;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.espalier.testing.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@EspalierTest
@Import(SqlStatements.class)
class CertificatePagesTests {

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
        two = LearnerAndAssessor.on(application, "Certificate ladder");
        learner = two.learner;
        assessor = two.assessor;
        asLearner = two.visitor(port, learner);
        asAssessor = two.visitor(port, assessor);
    }

    @Test
    void isNotSignedOffWhereThereIsAConflictOfInterest() {
        verify("p2", "r2");
        asLearner.follow(
                asLearner.submit(asLearner.get(ask()).form(ask()), Map.of("assessor", asked(), "words", "Ready")));
        var waiting = request();

        application
                .getBean(DeclareConflict.class)
                .asAssessor(assessor, two.larkfield.person(learner), "My sister", null);

        var refused = asAssessor.submit(waiting.form(waiting.address().getPath() + "/sign-off"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html().select("main").text()).contains("conflict of interest");
        assertThat(asAssessor.get("/assess/levels").html().select(".espalier-card"))
                .isEmpty();
        assertThat(two.told.to(learner.account())).containsExactly("credential.notice.cannotJudge");
        assertThat(asLearner.get("/me/certificates").html().select("main").text())
                .contains(assessor.name() + " cannot judge this. Ask somebody else.")
                .doesNotContain("sister");
        var again = asLearner.get(ask()).html();
        assertThat(again.select("main").text()).contains(assessor.name() + " cannot judge your work.");
        assertThat(again.select("input[name=assessor]")).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        verify("p2");

        var page = asLearner.get(ask()).html();

        assertThat(page.select(".govuk-body-l").text()).isEqualTo("1 of 2 expectations are signed off.");
        assertThat(page.select("main li").eachText()).containsExactly("Compares ladders");
        assertThat(page.select("form[action=" + ask() + "]")).isEmpty();
    }

    @Test
    void isIssuedCheckedByAStrangerAndRevoked() throws Exception {
        verify("p2", "r2");
        asLearner.follow(asLearner.submit(
                asLearner.get(ask()).form(ask()), Map.of("assessor", asked(), "words", "Ready & <proud>")));
        assertThat(two.told.to(assessor.account())).containsExactly("credential.notice.asked");

        var request = request();
        assertThat(request.html().select(".espalier-quoted").text()).isEqualTo("Ready & <proud>");
        var issued = asAssessor.follow(
                asAssessor.submit(request.form(request.address().getPath() + "/sign-off")));
        assertThat(issued.heading()).isEqualTo("This certificate is valid");
        assertThat(two.told.to(learner.account())).containsExactly("credential.notice.signedOff");
        var address = issued.address().getPath();

        var stranger = Visitor.to(port);
        var typed = address.substring(address.lastIndexOf('/') + 1)
                .replace("-", " ")
                .toLowerCase(java.util.Locale.ROOT);
        var checked = stranger.open("/certificates?code=" + typed.replace(" ", "+"));
        assertThat(checked.heading()).isEqualTo("This certificate is valid");
        assertThat(checked.html().select("dd").eachText())
                .contains(
                        learner.name(), "Rung 2: Working", assessor.name() + ", " + two.larkfield.organisation.name());
        assertThat(checked.html().select(".espalier-certified li")).hasSize(2);
        assertThat(checked.html().select("form[method=post]")).isEmpty();

        asAssessor.submit(issued.form(address + "/revoke"), Map.of("reason", "Issued to the wrong person"));
        assertThat(two.told.to(learner.account())).contains("credential.notice.revoked");
        var revoked = stranger.get(address);
        assertThat(revoked.heading()).isEqualTo("This certificate has been revoked");
        assertThat(revoked.html().text()).contains("Issued to the wrong person");
        assertThat(asLearner.get("/me/certificates").html().text()).contains("Revoked");
    }

    @Test
    void isTakenAwayAsItWasSigned() throws Exception {
        var address = issue();
        var code = address.substring(address.lastIndexOf('/') + 1);

        var taken = TakenAway.by(application, learner);

        var json = taken.json("certificates/" + code + ".json");
        assertThat(json.get("address").asString()).endsWith(address);
        assertThat(json.get("content").asString()).contains("\"code\":\"" + code.replace("-", ""));
        assertThat(json.has("revokedAt")).isFalse();
        assertThat(taken.pdf("certificates/" + code + ".pdf")).contains(learner.name(), code);
    }

    @Test
    void isSignedSoThatAProgramCanCheckIt() throws Exception {
        var address = issue();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    Visitor.to(port).request(address + ".json").GET().build(), BodyHandlers.ofString());
            var json = JsonMapper.shared().readTree(answer.body());

            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(
                            Base64.getDecoder().decode(json.get("publicKey").asString()))));
            signature.update(json.get("content").asString().getBytes(StandardCharsets.UTF_8));
            assertThat(signature.verify(
                            Base64.getDecoder().decode(json.get("signature").asString())))
                    .isTrue();
            assertThat(json.get("valid").asBoolean()).isTrue();
            assertThat(json.get("content").asString()).contains(learner.name());
        }
    }

    @Test
    void staysWhatItWasWhateverChangesLater() {
        var address = issue();
        var before = Visitor.to(port).get(address).html().select("dl").text();

        application
                .getBean(JdbcClient.class)
                .sql("update access.account set name = 'Somebody Else' where id = :id")
                .param("id", learner.account().value())
                .update();
        rate("p2", Rating.NOT_YET);

        assertThat(Visitor.to(port).get(address).html().select("dl").text()).isEqualTo(before);
        for (var change : List.of(
                "update credential.certificate set content = '{}'",
                "update credential.certificate set revoked_at = now(), revoked_by = issued_by, revoked_why = 'x', level = 'y'",
                "delete from credential.certificate")) {
            assertThatThrownBy(() ->
                            application.getBean(JdbcClient.class).sql(change).update())
                    .hasMessageContaining("stays what it was");
        }
    }

    @Test
    void goesAlongAsPdfForItsHolderOnly() throws Exception {
        var code = issue().replace("/certificates/", "");
        try (var client = HttpClient.newHttpClient()) {
            var cookie = asLearner.cookies().stream()
                    .map(one -> one.getName() + "=" + one.getValue())
                    .reduce((a, b) -> a + "; " + b)
                    .orElseThrow();
            var answer = client.send(
                    asLearner
                            .request("/me/certificates/" + code + ".pdf")
                            .header("Cookie", cookie)
                            .GET()
                            .build(),
                    BodyHandlers.ofByteArray());
            try (var pdf = Loader.loadPDF(answer.body())) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains(
                                learner.name(), "Rung 2: Working", code, "Climbs the ladder", "/certificates/" + code);
            }
        }
        assertThat(asAssessor.get("/me/certificates/" + code + ".pdf").status()).isEqualTo(404);
    }

    @Test
    void refusesWhileSomethingIsMissingAlsoAtTheLastMoment() {
        verify("p2", "r2");
        asLearner.submit(asLearner.get(ask()).form(ask()), Map.of("assessor", asked()));
        var request = request();
        revokeEverything();

        assertThat(asAssessor
                        .submit(request.form(request.address().getPath() + "/sign-off"))
                        .status())
                .isEqualTo(409);
        assertThat(mine()).isEmpty();
    }

    @Test
    void refusesAnAssessorWhoseRoleHasEndedOrReachesOnlyAPart() {
        verify("p2", "r2");
        asLearner.submit(asLearner.get(ask()).form(ask()), Map.of("assessor", asked()));
        var request = request();
        endRolesOf(assessor);

        assertThat(asAssessor
                        .submit(request.form(request.address().getPath() + "/sign-off"))
                        .status())
                .isEqualTo(409);
        two.larkfield.with(Role.ASSESSOR, new Scope.Pillar("certificate-ladder", "practice"));
        assertThat(asLearner
                        .submit(request.form(request.address().getPath() + "/sign-off"))
                        .status())
                .as("the learner's own request, signed by the learner")
                .isNotEqualTo(200);
        assertThat(mine()).isEmpty();
    }

    @Test
    void isReturnedWithAReasonAndAskedAgain() {
        verify("p2", "r2");
        asLearner.submit(asLearner.get(ask()).form(ask()), Map.of("assessor", asked()));
        assertThat(asLearner.get(ask()).html().text()).contains("You have asked");
        var request = request();
        var back = request.address().getPath() + "/return";

        assertThat(asAssessor.submit(request.form(back)).errors()).containsExactly("Give a reason");
        asAssessor.submit(request.form(back), Map.of("reason", "Show me the night rota first"));

        assertThat(asLearner.get("/me/certificates").html().text())
                .contains("Sent back by", "Show me the night rota first");
        assertThat(two.told.to(learner.account())).containsExactly("credential.notice.returned");
        assertThat(asLearner
                        .submit(asLearner.get(ask()).form(ask()), Map.of("assessor", asked()))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void withdraws() {
        verify("p2", "r2");
        asLearner.submit(asLearner.get(ask()).form(ask()), Map.of("assessor", asked()));
        var page = asLearner.get("/me/certificates");

        asLearner.submit(page.form(page.html().select("form[action$=withdraw]").attr("action")));

        assertThat(asAssessor.get("/assess/levels").html().select(".espalier-card"))
                .isEmpty();
    }

    @Test
    void agreesOnWhatDoesNotApply() {
        verify("p2");
        rate("r2", Rating.NOT_APPLICABLE);
        asLearner.submit(asLearner.get(ask()).form(ask()), Map.of("assessor", asked()));

        var request = request();
        assertThat(request.html().text()).contains("Do these really not apply?", "Compares ladders");
        var issued = asAssessor.follow(
                asAssessor.submit(request.form(request.address().getPath() + "/sign-off")));
        assertThat(issued.html().text()).contains("Agreed not to apply", "Compares ladders");
    }

    @Test
    void isNobodyElsesToDecideOrRevoke() {
        verify("p2", "r2");
        asLearner.submit(asLearner.get(ask()).form(ask()), Map.of("assessor", asked()));
        var request = request().address().getPath();
        var other = Larkfield.in(application).with(Role.ASSESSOR, new Scope.WholeOrganisation());
        var stranger = TestAccounts.signedIn(application, port, other);
        var csrf = stranger.get("/me/certificates")
                .html()
                .select("input[name=_csrf]")
                .val();

        assertThat(stranger.get(request).status()).isEqualTo(404);
        for (var verb : List.of("/sign-off", "/return")) {
            assertThat(stranger.post(request + verb, List.of(Map.entry("_csrf", csrf), Map.entry("reason", "x")))
                            .status())
                    .isEqualTo(404);
        }
        var address = decide();
        assertThat(stranger.post(address + "/revoke", List.of(Map.entry("_csrf", csrf), Map.entry("reason", "x")))
                        .status())
                .isEqualTo(404);
        var own = asLearner
                .get("/me/certificates")
                .html()
                .select("input[name=_csrf]")
                .val();
        assertThat(asLearner
                        .post(address + "/revoke", List.of(Map.entry("_csrf", own), Map.entry("reason", "x")))
                        .status())
                .isEqualTo(404);
        assertThat(Visitor.to(port).get(address).heading()).isEqualTo("This certificate is valid");
    }

    @Test
    void isRevokedByTheOrganisationsAdministratorToo() {
        var address = issue();
        var administrator = two.larkfield.with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation());
        var visitor = TestAccounts.signedIn(application, port, administrator);

        visitor.submit(
                visitor.get(address).form(address + "/revoke"), Map.of("reason", "The assessor was not qualified"));

        assertThat(Visitor.to(port).get(address).heading()).isEqualTo("This certificate has been revoked");
    }

    @Test
    void knowsNoOtherCode() {
        var stranger = Visitor.to(port);

        assertThat(stranger.get("/certificates?code=nonsense").errors()).hasSize(1);
        assertThat(stranger.get("/certificates?code=nonsense").status()).isEqualTo(404);
        assertThat(stranger.get("/certificates/7KQ2-9MXP-4TRW-C8HN").status()).isEqualTo(404);
        assertThat(stranger.get("/certificates/7KQ2-9MXP-4TRW-C8HN.json").status())
                .isEqualTo(404);
    }

    @Test
    void costsAFixedNumberOfSqlStatements() throws Exception {
        var address = issue();
        var stranger = Visitor.to(port);
        stranger.get(address);

        assertThat(SqlStatements.during(() -> stranger.get(address))).hasSize(1);
        assertThat(SqlStatements.during(() -> asLearner.get("/me/certificates")).size())
                .isLessThanOrEqualTo(5);
        assertThat(SqlStatements.during(() -> asLearner.get(ask())).size()).isLessThanOrEqualTo(8);
    }

    /** A certificate's address. */
    private String issue() {
        verify("p2", "r2");
        asLearner.submit(asLearner.get(ask()).form(ask()), Map.of("assessor", asked()));
        return decide();
    }

    private String decide() {
        var request = request();
        return asAssessor
                .submit(request.form(request.address().getPath() + "/sign-off"))
                .location();
    }

    private Page request() {
        return asAssessor.get(asAssessor
                .get("/assess/levels")
                .html()
                .select(".espalier-card a")
                .attr("href"));
    }

    private List<?> mine() {
        return application
                .getBean(Certificates.class)
                .of(application.getBean(People.class).of(learner));
    }

    private String asked() {
        return assessor.account() + "." + two.larkfield.organisation.id();
    }

    private static String ask() {
        return "/me/frameworks/certificate-ladder/sign-off";
    }

    private void verify(String... keys) {
        var judged = new ArrayList<Claims.Judged>();
        for (var key : keys) {
            judged.add(new Claims.Judged(two.larkfield.person(learner), two.ladder.id(), statement(key)));
        }
        application.getBean(Claims.class).signOff(judged, assessor.account(), null);
    }

    private void rate(String key, Rating rating) {
        application
                .getBean(RateStatements.class)
                .rate(learner, two.larkfield.person(learner), two.ladder.id(), Map.of(statement(key), rating));
    }

    private void revokeEverything() {
        var ids = application
                .getBean(JdbcClient.class)
                .sql("select id from assessment.claim where person_id = :person and kind = 1")
                .param("person", two.larkfield.person(learner).value())
                .query((row, number) -> row.getLong("id"))
                .list();
        application.getBean(Claims.class).revoke(ids, assessor.account(), "Seen by mistake");
    }

    private void endRolesOf(Actor actor) {
        var grants = application.getBean(Grants.class);
        grants.of(actor.account()).inForce().forEach(grant -> application
                .getBean(JdbcClient.class)
                .sql("update access.role_grant set ended_at = now() - interval '1 second' where id = :id")
                .param("id", grant.id())
                .update());
    }

    private StatementId statement(String key) {
        return two.ladder.statement(key).orElseThrow().id();
    }
}
