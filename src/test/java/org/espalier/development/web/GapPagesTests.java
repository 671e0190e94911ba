package org.espalier.development.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.RateStatements;
import org.espalier.assessment.Rating;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.StatementId;
import org.espalier.person.People;
import org.espalier.person.SetAim;
import org.espalier.person.StateLevels;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@EspalierTest
@Import(SqlStatements.class)
class GapPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private FrameworkVersion orchard;
    private Actor actor;
    private Visitor visitor;
    private String address;

    @BeforeEach
    void aimForTheSecondStep() {
        aimIn(Orchard.restated(application, "Orchard gaps"));
    }

    private void aimIn(FrameworkVersion version) {
        orchard = version;
        actor = TestAccounts.actor(application);
        visitor = TestAccounts.signedIn(application, port, actor);
        application.getBean(SetAim.class).to(actor, orchard, "step-2");
        address = "/me/frameworks/" + orchard.slug() + "/gap";
    }

    @Test
    void asksForATargetFirst() {
        assertThat(TestAccounts.signedIn(application, port).get(address).heading())
                .isEqualTo("Choose a target first");
    }

    @Test
    void saysHowFarApartPersonAndTargetAre() {
        rate(Map.of("p2", Rating.MET, "p3", Rating.NOT_YET, "g2", Rating.NOT_APPLICABLE));

        assertThat(visitor.get(address).html().select(".govuk-body-l").text())
                .isEqualTo("There are 5 expectations. You meet 1. 1 is still a gap."
                        + " 2 have no answer yet, so nobody knows. 1 does not apply to you.");
    }

    @Test
    void listsEveryExpectationWithItsStandingInWords() {
        rate(Map.of("p2", Rating.MET, "p3", Rating.NOT_YET));

        var lines = visitor.get(address).html().select(".espalier-gap__list li");

        assertThat(lines.eachText())
                .containsExactly(
                        "Prunes young and old trees along the wires I do this",
                        "Decides when a tree needs no pruning Not yet",
                        "Grafts pears on quince Not answered",
                        "Teaches new hands how pruning works Not answered",
                        "Enters fruit in a show Not answered");
        assertThat(lines.first().select("use").attr("href")).isEqualTo("#standing-self-assessed");
    }

    @Test
    void filters() {
        rate(Map.of("p2", Rating.MET, "p3", Rating.NOT_YET));

        assertThat(lines("?show=gaps")).containsExactly("Decides when a tree needs no pruning Not yet");
        assertThat(lines("?show=met")).containsExactly("Prunes young and old trees along the wires I do this");
        assertThat(lines("?show=unanswered")).hasSize(3);
        assertThat(lines("?show=whatever")).hasSize(5);
        assertThat(visitor.get(address + "?show=gaps")
                        .html()
                        .select(".espalier-filters a")
                        .eachText())
                .containsExactly("All (5)", "Gaps only (1)", "Not answered (3)", "Met (1)");
    }

    @Test
    void growsTheProfileFromTheLowestLevelUp() {
        rate(Map.of("p1", Rating.MET, "g1", Rating.MET, "p2", Rating.PARTLY, "c2", Rating.MET));

        var profile = visitor.get(address).html().select(".espalier-profile");

        assertThat(profile.select("tbody th .espalier-trellis__code").eachText())
                .containsExactly("Step 3: Head of the orchard", "Step 2: Seasoned hand", "Step 1: New hand");
        assertThat(profile.select("tbody tr").get(1).select("td").eachText())
                .containsExactly("0 of 3 met 2 not answered", "1 of 1 met", "0 of 1 met 1 not answered");
        assertThat(profile.select("tbody tr").get(2).select("td").first().text())
                .isEqualTo("2 of 2 met not in your target");
        assertThat(profile.select("tbody tr")
                        .get(1)
                        .select("td")
                        .first()
                        .select("use")
                        .eachAttr("href"))
                .containsExactly("#leaf-partly", "#leaf-unknown", "#leaf-unknown");
        assertThat(profile.select("tbody tr").get(1).select("th .espalier-tag").text())
                .isEqualTo("Your target");
        assertThat(profile.select("tbody tr").get(0).select("td").last().text())
                .as("shows exist at the second step only")
                .isEqualTo("–Nothing is stated here");
    }

    @Test
    void marksWhereThePersonWorks() {
        application.getBean(StateLevels.class).everywhere(actor, orchard, "step-1");
        assertThat(visitor.get(address)
                        .html()
                        .select("tbody tr")
                        .get(2)
                        .select("th .espalier-tag")
                        .text())
                .isEqualTo("You work here");

        application
                .getBean(StateLevels.class)
                .byPillar(actor, orchard, Map.of("trees", "step-2", "people", "step-1"), Set.of());
        var rows = visitor.get(address).html().select(".espalier-profile tbody tr");
        assertThat(rows.get(1).select("td").first().select(".espalier-tag").text())
                .isEqualTo("You work here");
        assertThat(rows.get(2).select("td").get(1).select(".espalier-tag").text())
                .isEqualTo("You work here");
    }

    @Test
    void leadsToWhatToDoNext() {
        assertThat(next().attr("href")).endsWith("/self-assess/trees");

        rate(Map.of("p2", Rating.MET, "p3", Rating.NOT_YET, "g2", Rating.MET));
        assertThat(next().attr("href")).endsWith("/self-assess/people");

        rate(Map.of("c2", Rating.MET, "s2", Rating.MET));
        assertThat(next().attr("href")).endsWith("/gap?show=gaps#expectations");

        rate(Map.of("p3", Rating.MET));
        assertThat(next().attr("href")).isEqualTo("/me/frameworks/" + orchard.slug());
    }

    @Test
    void showsRequirementsAndLearningWithoutCountingThem() {
        var page = visitor.get(address).html();

        assertThat(page.select("h2:contains(needed to start) ~ ul").first().text())
                .contains("Two winters of pruning");
        assertThat(page.select("h2:contains(Learning) ~ ul").first().text()).isEqualTo("A course on teaching");
        assertThat(page.select(".govuk-body-l").text()).startsWith("There are 5 expectations.");
    }

    @Test
    void addsLevelsUpWhereTheVersionSaysSo() {
        aimIn(Orchard.cumulative(application, "Orchard gaps, adding up"));

        assertThat(visitor.get(address).html().select(".govuk-body-l").text()).startsWith("There are 8 expectations.");
        assertThat(lines("")).contains("With guidance: Prunes young trees along the wires Not answered");
    }

    @Test
    void asksTheDatabaseOnceHoweverManyClaims() throws Exception {
        rate(Map.of("p1", Rating.MET, "p2", Rating.MET, "p3", Rating.NOT_YET, "c2", Rating.PARTLY));
        visitor.get(address);

        assertThat(SqlStatements.during(() -> visitor.get(address))).hasSize(1);
    }

    private org.jsoup.nodes.Element next() {
        return visitor.get(address).html().select(".espalier-next a").first();
    }

    private List<String> lines(String query) {
        return visitor.get(address + query)
                .html()
                .select(".espalier-gap__list li")
                .eachText();
    }

    private void rate(Map<String, Rating> ratings) {
        var byId = new HashMap<StatementId, Rating>();
        ratings.forEach(
                (key, rating) -> byId.put(orchard.statement(key).orElseThrow().id(), rating));
        application
                .getBean(RateStatements.class)
                .rate(actor, application.getBean(People.class).of(actor), orchard.id(), byId);
    }
}
