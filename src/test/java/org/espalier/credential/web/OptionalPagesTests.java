package org.espalier.credential.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.Claims;
import org.espalier.assessment.RateStatements;
import org.espalier.assessment.Rating;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.StatementId;
import org.espalier.person.Ladder;
import org.espalier.person.Larkfield;
import org.espalier.person.SetAim;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** A level with optional expectations, from its public page to the certificate. */
@EspalierTest
@Import(SqlStatements.class)
class OptionalPagesTests {
    private static final String SLUG = "ladder-with-a-choice";
    private static final String ASKED = "All 2, and at least 2 of 3 optional ones.";

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    private FrameworkVersion ladder;
    private Larkfield larkfield;
    private Actor learner;
    private Actor assessor;
    private Visitor asLearner;
    private Visitor asAssessor;

    @BeforeEach
    void twoPeople() {
        ladder = application
                .getBean(PublishedVersions.class)
                .current(SLUG)
                .orElseGet(() -> Ladder.withAChoice(application, "Ladder with a choice"));
        larkfield = Larkfield.in(application);
        learner = larkfield.member(larkfield.therapist);
        assessor = larkfield.with(Role.ASSESSOR, new Scope.UnitAndBelow(larkfield.therapy));
        asLearner = TestAccounts.signedIn(application, port, learner);
        asAssessor = TestAccounts.signedIn(application, port, assessor);
        application.getBean(SetAim.class).to(learner, ladder, "rung-1");
    }

    @Test
    void saysOnPublicPagesWhatIsOptionalAndHowMuchOfItIsAskedFor() {
        var stranger = Visitor.to(port);
        var level = stranger.get("/frameworks/" + SLUG + "/versions/1/levels/rung-1")
                .html();
        var statement = stranger.get("/frameworks/" + SLUG + "/versions/1/statements/o1")
                .html();
        var compared = stranger.open("/frameworks/" + SLUG + "/versions/1/compare?from=rung-1&to=rung-2")
                .html();

        assertThat(level.select("main").text()).contains(ASKED);
        assertThat(level.select("main li:has(.espalier-tag)").eachText())
                .filteredOn(line -> line.contains("Optional"))
                .hasSize(3);
        assertThat(statement.select("main").text()).contains("This is optional.", ASKED);
        assertThat(compared.select(".espalier-change").text()).contains("Same words", "No longer optional");
    }

    @Test
    void countsInTheGapAsManyAsAreAskedFor() throws Exception {
        rate("c1", Rating.MET);
        rate("o1", Rating.NOT_YET);
        rate("o2", Rating.PARTLY);
        rate("o3", Rating.MET);
        var gap = "/me/frameworks/" + SLUG + "/gap";

        var page = asLearner.get(gap).html();

        assertThat(page.select("main").text()).contains(ASKED);
        assertThat(page.select("main .govuk-body-l").text()).startsWith("There are 4 expectations.");
        assertThat(page.select(".espalier-filters a").eachText())
                .containsExactly("All (5)", "Gaps only (1)", "Not answered (1)", "Met (2)");
        assertThat(asLearner.open(gap + "?show=gaps").html().select(".espalier-gap__list li"))
                .singleElement()
                .asString()
                .contains("Paints ladders", "Optional");
        assertThat(SqlStatements.during(() -> asLearner.get(gap))).hasSize(1);
    }

    @Test
    void saysHowMuchMoreOfItHasToBeSignedOffAndLetsOneChoose() {
        verify("c1", "c2", "o2");

        var page = asLearner.get(ask()).html();

        assertThat(page.select(".govuk-body-l").text()).isEqualTo("3 of 4 expectations are signed off.");
        assertThat(page.select("main").text())
                .contains(
                        "Everything that is required is signed off.",
                        "1 of at least 2 optional expectations signed off. There are 3 to choose from.",
                        "1 more of these has to be signed off; choose which:");
        assertThat(page.select("main .govuk-list--bullet li").eachText())
                .containsExactly("Carries ladders & ropes", "Sells ladders");
        assertThat(page.select("form[action=" + ask() + "]")).isEmpty();
    }

    @Test
    void isSignedOffAndCertifiedWithWhatWasChosen() throws Exception {
        verify("c1", "c2", "o2", "o3");
        asLearner.submit(asLearner.get(ask()).form(ask()), Map.of("assessor", asked()));
        var request = asAssessor.get(asAssessor
                .get("/assess/levels")
                .html()
                .select(".espalier-card a")
                .attr("href"));
        assertThat(request.html().select("main").text())
                .contains("2 optional expectations signed off. At least 2 of 3 are asked for.");

        var issued = asAssessor.follow(
                asAssessor.submit(request.form(request.address().getPath() + "/sign-off")));

        assertThat(issued.html().select("main").text())
                .contains("2 optional expectations signed off. At least 2 of 3 are asked for.");
        assertThat(issued.html()
                        .select(".espalier-certified li:has(.espalier-tag)")
                        .eachText())
                .extracting(line -> line.replaceAll(" Optional.*", ""))
                .containsExactly("Paints ladders", "Sells ladders");
        assertThat(Visitor.to(port)
                        .get(issued.address().getPath() + ".json")
                        .html()
                        .text())
                .contains("\\\"optional\\\":true", "\\\"minimum\\\":2");
    }

    @Test
    void isRefusedWithTooFewAlsoAtTheLastMoment() {
        verify("c1", "c2", "o2", "o3");
        var form = asLearner.get(ask()).form(ask());
        var ids = application
                .getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql(
                        "select id from assessment.claim where person_id = :person and statement_id = :statement and kind = 1")
                .param("person", larkfield.person(learner).value())
                .param("statement", statement("o3").value())
                .query((row, number) -> row.getLong("id"))
                .list();
        application.getBean(Claims.class).revoke(ids, assessor.account(), "Seen by mistake");

        assertThat(asLearner.submit(form, Map.of("assessor", asked())).status()).isEqualTo(409);
    }

    @Test
    void asksOnlyForAnAssessorOfWhatIsRequiredAndEnoughOfTheRest() {
        verify("c1", "c2", "o1", "o2", "o3");
        var other = Larkfield.in(application);
        assertThat(other.organisation).isNotEqualTo(larkfield.organisation);
        var ofPractice = larkfield.with(Role.ASSESSOR, new Scope.Pillar(SLUG, "practice"));

        assertThat(asLearner.get(ask()).html().select("input[name=assessor]").eachAttr("value"))
                .contains(ofPractice.account() + "." + larkfield.organisation.id());
    }

    private String asked() {
        return assessor.account() + "." + larkfield.organisation.id();
    }

    private static String ask() {
        return "/me/frameworks/" + SLUG + "/sign-off";
    }

    private void verify(String... keys) {
        var judged = new ArrayList<Claims.Judged>();
        for (var key : keys) {
            judged.add(new Claims.Judged(larkfield.person(learner), ladder.id(), statement(key)));
        }
        application.getBean(Claims.class).signOff(List.copyOf(judged), assessor.account(), null);
    }

    private void rate(String key, Rating rating) {
        application
                .getBean(RateStatements.class)
                .rate(learner, larkfield.person(learner), ladder.id(), Map.of(statement(key), rating));
    }

    private StatementId statement(String key) {
        return ladder.statement(key).orElseThrow().id();
    }
}
