package org.espalier.learning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.framework.FrameworkVersion;
import org.espalier.importing.Imports;
import org.espalier.learning.Providers;
import org.espalier.person.Ladder;
import org.espalier.person.Larkfield;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class CoveragePagesTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private Larkfield larkfield;
    private Actor educator;
    private Visitor visitor;
    private String home;

    @BeforeEach
    void signIn() {
        larkfield = Larkfield.in(application);
        educator = larkfield.with(Role.EDUCATOR, new Scope.WholeOrganisation());
        visitor = TestAccounts.signedIn(application, port, educator);
        home = larkfield.organisation.address() + "/learning";
    }

    @Test
    void makesClaimsOfWhatADocumentPrintsOnceAndWordForWord() {
        var version = new Press(application).publish(Beekeeping.framework("of printed claims"));

        var page = Visitor.to(port).get("/learning/providers/hive-school/frameworks/" + version.slug());

        assertThat(page.html().select(".espalier-coverage-legend li").eachText())
                .containsExactly("Mentioned, not sorted 1", "Does not apply 1", "Nobody 2");
        assertThat(page.html().select("td q").eachText()).containsExactly("Teaches feeding in spring");
        assertThat(page.html().select(".espalier-coverage-table__claim").text()).contains("Not reviewed");
        assertThat(page.html().select("main").text()).contains("They are no part of the framework");
        assertThat(application
                        .getBean(Providers.class)
                        .named("hive school")
                        .orElseThrow()
                        .organisation())
                .isNull();
    }

    @Test
    void drawsTheProviderColumnOfAPublishedFramework() {
        var document = Imports.published("004").document();
        var version = new Press(application)
                .publish(document.described(document.title() + ", drawn", document.publisher(), document.rights()));
        var provider = version.document().providerMappings().getFirst().provider();
        var address = application
                        .getBean(Providers.class)
                        .named(provider)
                        .orElseThrow()
                        .address() + "/frameworks/" + version.slug();

        var page = Visitor.to(port).get(address);

        assertThat(page.html().select(".espalier-coverage-legend li").eachText())
                .containsExactly("Mentioned, not sorted 12", "Does not apply 43");
        assertThat(page.html().select("figure svg")).hasSize(55);
        assertThat(page.html().select("td q")).hasSize(12);

        var author = TestAccounts.signedIn(application, port, Role.FRAMEWORK_AUTHOR);
        var sort = author.get(address + "/sort").form(address + "/sort");
        var answers = new HashMap<String, String>();
        sort.select("fieldset")
                .forEach(claim -> answers.put(
                        claim.select("input").attr("name"),
                        claim.text().contains("policy on it")
                                        && claim.select("q").text().matches(".*(policy|requires).*")
                                ? "STATES_POLICY"
                                : "SUPPORTS"));
        author.submit(sort, answers);

        assertThat(Visitor.to(port)
                        .get(address)
                        .html()
                        .select(".espalier-coverage-legend li")
                        .eachText())
                .containsExactly("Supported 9", "Policy only 3", "Does not apply 43");
    }

    @Test
    void saysWhatACourseCoversAndShowsItOnTheMapOncePublished() {
        var version = Ladder.published(application, "Ladders that are taught");
        var map = "/learning/frameworks/" + version.slug();
        var covers = offer("Ladder school", "DRAFT") + "/covers";
        var form = visitor.get(covers + "?framework=" + version.slug()).form(covers);

        var nothing = visitor.submit(form, Map.of());
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.errors())
                .containsExactly("Choose what you say of it", "Tick at least one part of the framework");
        visitor.submit(
                form,
                Map.of(
                        "kind", "TEACHES",
                        "part", List.of("g:practice", "s:r2"),
                        "level", "rung-2",
                        "evidence", "Two <b>days</b>"));
        assertThat(states(map)).containsOnly("Nobody");

        publish(covers.replace("/covers", ""));

        assertThat(states(map))
                .as("practice at rungs 1 to 3, research at 1 and 2, leading at 3")
                .containsExactly("Nobody", "Taught", "Nobody", "Nobody", "Taught", "Nobody");
        var competency = Visitor.to(port).get(map + "/competencies/practice");
        assertThat(competency.html().select("main").text())
                .contains("Teaches it: Ladder school")
                .contains("<b>");
        var said = visitor.get(covers);
        assertThat(said.html().select("#said ~ .espalier-rows").first().children())
                .hasSize(2);
    }

    @Test
    void replacesAClaimKeepsWhatWasSaidAndHasItReviewedAnew() {
        var version = Ladder.published(application, "Ladders that are reviewed");
        var claim = claim(version, "practice");
        var author = TestAccounts.signedIn(application, port, Role.FRAMEWORK_AUTHOR);
        var address =
                visitor.get(claim).html().select("a[href^=/learning/claims]").attr("href");
        var form = author.get(address).form(address + "/review");

        assertThat(author.submit(form, Map.of("verdict", "QUESTIONED")).errors())
                .containsExactly("Say why, in up to 2,000 characters");
        author.submit(form, Map.of("verdict", "QUESTIONED", "reason", "Only one of three"));
        assertThat(states("/learning/frameworks/" + version.slug())).containsOnly("Nobody");
        visitor.submit(visitor.get(claim).form(claim), Map.of("kind", "SUPPORTS"));

        var before = Visitor.to(port).get(address);
        assertThat(before.html().select(".govuk-inset-text").text()).contains("has changed this since");
        var now = before.html().select(".govuk-inset-text a").attr("href");
        var history = Visitor.to(port).get(now);
        assertThat(history.html().select("dl").text()).contains("Supports it").contains("Not reviewed");
        assertThat(history.html().select("h2 + ul li").eachText())
                .hasSize(3)
                .anyMatch(line -> line.contains("Questioned") && line.contains("Only one of three"));
        assertThat(Visitor.to(port)
                        .get(claim.replaceFirst("^.*/claims", "/learning/claims"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void letsAuthorsAndManagersOfOthersReviewAndNobodyTheirOwn() {
        var version = Ladder.published(application, "Ladders that are looked at");
        var address = visitor.get(claim(version, "research"))
                .html()
                .select("a[href^=/learning/claims]")
                .attr("href");
        var other = Larkfield.in(application);
        var manager =
                TestAccounts.signedIn(application, port, other.with(Role.MANAGER, new Scope.UnitAndBelow(other.north)));
        var ownManager = TestAccounts.signedIn(
                application, port, larkfield.with(Role.MANAGER, new Scope.UnitAndBelow(larkfield.north)));
        var author = TestAccounts.signedIn(application, port, Role.FRAMEWORK_AUTHOR);
        var form = manager.get(address).form(address + "/review");

        manager.submit(form, Map.of("verdict", "QUESTIONED", "reason", "We saw it"));
        assertThat(Visitor.to(port).get(address).html().select("main").text())
                .contains("We saw it")
                .contains("for " + other.organisation.name());
        author.submit(author.get(address).form(address + "/review"), Map.of("verdict", "ACCEPTED"));

        assertThat(Visitor.to(port).get(address).html().select("dl").text())
                .as("an author’s word is the one that counts")
                .contains("Accepted");
        assertThat(ownManager.get(address).html().select("form[action$=review]"))
                .isEmpty();
        var forged = ownManager.submit(
                form,
                Map.of(
                        "verdict",
                        "ACCEPTED",
                        "_csrf",
                        ownManager.get(home).html().select("[name=_csrf]").val()));
        assertThat(forged.status()).isEqualTo(403);
    }

    @Test
    void linksAPrintedProviderToAnOrganisationOnce() {
        new Press(application).publish(Beekeeping.framework("of linked providers"));
        var administrator = TestAccounts.signedIn(application, port, Role.ADMINISTRATOR);
        var name = "Hive School";
        var provider = application.getBean(Providers.class).named(name).orElseThrow();
        var link = provider.address() + "/link";

        assertThat(visitor.get(link).status()).isEqualTo(403);
        assertThat(administrator.submit(administrator.get(link).form(link)).errors())
                .containsExactly("Choose an organisation");
        administrator.submit(administrator.get(link).form(link), Map.of("organisation", larkfield.organisation.slug()));

        assertThat(visitor.get(home).html().select("main").text()).contains(larkfield.organisation.name());
        assertThat(visitor.get(home + "/covers")
                        .html()
                        .select(".espalier-rows li")
                        .text())
                .contains("Says something about it, of no kind yet");
    }

    @Test
    void costsTheSameHoweverMuchIsSaid() throws Exception {
        var version = Ladder.published(application, "Ladders that are counted");
        var map = "/learning/frameworks/" + version.slug();
        claim(version, "practice");
        var everybody = Visitor.to(port);
        everybody.get(map);
        var few = SqlStatements.during(() -> everybody.get(map)).size();
        claim(version, "research");
        claim(version, "leading");

        assertThat(SqlStatements.during(() -> everybody.get(map))).hasSize(few).hasSizeLessThan(5);
    }

    private List<String> states(String map) {
        return Visitor.to(port).get(map).html().select("td .espalier-coverage").eachText();
    }

    /** A new course; its address on the organisation's pages. */
    private String offer(String title, String to) {
        return visitor.submit(
                        visitor.get(home + "/new").form(home + "/new"),
                        Map.of("title", title, "kind", "MODULE", "summary", "All of it", "to", to))
                .location()
                .replaceFirst("\\?.*", "");
    }

    private void publish(String offer) {
        visitor.submit(visitor.get(offer).form(offer), Map.of("to", "PUBLISHED"));
    }

    /** A published course teaches this; the claim's address on the organisation's pages. */
    private String claim(FrameworkVersion version, String group) {
        var covers = offer("Course on " + group, "PUBLISHED") + "/covers";
        visitor.submit(
                visitor.get(covers + "?framework=" + version.slug()).form(covers),
                Map.of("kind", "TEACHES", "part", "g:" + group));
        return visitor.get(covers).html().select(".espalier-rows a").attr("href");
    }
}
