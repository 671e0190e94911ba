package org.espalier.learning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.person.Larkfield;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class OwnLearningPagesTests {
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
    void keepsADraftPublishesItAndShowsItToEverybody() {
        var title = "Smoke & <mirrors> of " + larkfield.organisation.name();
        var saved = visitor.submit(visitor.get(home + "/new").form(home + "/new"), Map.of("title", title));
        var address = saved.location().replaceFirst("\\?.*", "");
        var page = visitor.follow(saved);
        assertThat(page.html().select(".govuk-notification-banner").text()).contains("Saved as a draft");
        var everybody = Visitor.to(port);
        var there = "/learning/" + address.substring(address.lastIndexOf('/') + 1);
        assertThat(everybody.get(there).status()).isEqualTo(404);

        var wrong = visitor.submit(page.form(address), Map.of("to", "PUBLISHED", "cost", "much"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.errors())
                .containsExactly(
                        "Say what it is about",
                        "Choose what kind of learning it is",
                        "Enter the cost as a number, such as 0, 45 or 99.50");
        assertThat(wrong.html().select("#cost").val()).isEqualTo("much");
        visitor.follow(visitor.submit(
                wrong.form(address),
                Map.of("to", "PUBLISHED", "kind", "FORMAL", "summary", "All about smoke.\n\nTwice.", "cost", "0")));

        var seen = everybody.get(there);
        assertThat(seen.heading()).isEqualTo(title);
        assertThat(seen.html().select("main").text()).contains("Free").contains("does not make anybody competent");
        var found = everybody.get(
                "/learning?q=mirrors+" + larkfield.organisation.slug().replaceAll(".*-", ""));
        assertThat(found.html().select(".espalier-hits a").eachText()).containsExactly(title);
        assertThat(everybody.get("/learning?q=m_rrors").html().select(".espalier-hits a"))
                .isEmpty();
    }

    @Test
    void isFoundByItsLevelPlaceAndDatesToCome() {
        var title = "Levels " + larkfield.organisation.slug();
        visitor.submit(
                visitor.get(home + "/new").form(home + "/new"),
                Map.ofEntries(
                        Map.entry("title", title),
                        Map.entry("kind", "FORMAL"),
                        Map.entry("summary", "All"),
                        Map.entry("scale", "SCQF"),
                        Map.entry("level", "6"),
                        Map.entry("comparableScale", "RQF_CQFW"),
                        Map.entry("comparableLevel", "3"),
                        Map.entry("comparableBy", "A comparison"),
                        Map.entry("occasions", "2999-01-02 Kirkwall Hall"),
                        Map.entry("to", "PUBLISHED")));
        var words = "/learning?q=" + title.replace(' ', '+');

        for (var found : List.of("&level=SCQF:6", "&level=RQF_CQFW:3", "+kirkwall", "&dates=yes")) {
            assertThat(Visitor.to(port)
                            .get(words + found)
                            .html()
                            .select(".espalier-hits a")
                            .eachText())
                    .as(found)
                    .containsExactly(title);
        }
        for (var not : List.of("&level=SCQF:3", "&level=EQF:4", "+lerwick")) {
            assertThat(Visitor.to(port).get(words + not).html().select(".espalier-hits a"))
                    .as(not)
                    .isEmpty();
        }
        assertThat(Visitor.to(port)
                        .get(words + "&level=RQF_CQFW:3")
                        .html()
                        .select(".espalier-hits")
                        .text())
                .contains("SCQF 6 (broadly comparable with RQF/CQFW 3)");
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseSaved() {
        visitor.submit(visitor.get(home + "/new").form(home + "/new"), Map.of("title", "Feeding"));
        var list = visitor.get(home);
        var address = list.html().select(".espalier-rows a").attr("href");
        var opened = visitor.get(address);
        visitor.submit(opened.form(address), Map.of("title", "Feeding in autumn"));

        var late = visitor.submit(opened.form(address), Map.of("title", "Feeding in spring"));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.html().select("#title").val()).isEqualTo("Feeding in spring");
        assertThat(visitor.get(home).html().select(".espalier-rows div > a").text())
                .isEqualTo("Feeding in autumn");
    }

    @Test
    void letsOnlyKeepersWriteAndTellsStrangersNothing() {
        var member = TestAccounts.signedIn(application, port, larkfield.member(null));
        var stranger = TestAccounts.signedIn(
                application, port, Larkfield.in(application).with(Role.EDUCATOR, new Scope.WholeOrganisation()));
        var ofATeam = TestAccounts.signedIn(
                application, port, larkfield.with(Role.EDUCATOR, new Scope.UnitAndBelow(larkfield.north)));
        visitor.submit(visitor.get(home + "/new").form(home + "/new"), Map.of("title", "Feeding"));
        var address = visitor.get(home).html().select(".espalier-rows a").attr("href");

        assertThat(member.get(home).html().select("main").text()).doesNotContain("Feeding");
        assertThat(member.get(home + "/new").status()).isEqualTo(403);
        assertThat(ofATeam.get(address).status()).isEqualTo(403);
        assertThat(stranger.get(home).status()).isEqualTo(404);
        assertThat(stranger.get(address).status()).isEqualTo(404);
    }

    @Test
    void readsAListInAFixedNumberOfStatements() throws Exception {
        for (var n = 0; n < 3; n++) {
            visitor.submit(
                    visitor.get(home + "/new").form(home + "/new"),
                    Map.of("title", "Talk " + n, "kind", "INFORMAL", "summary", "A talk", "to", "PUBLISHED"));
        }
        var provider = visitor.get(home)
                .html()
                .select("main a[href^=/learning/providers]")
                .attr("href");
        var everybody = Visitor.to(port);
        everybody.get(provider);

        var few = SqlStatements.during(() -> everybody.get(provider));

        assertThat(everybody.get(provider).html().select(".espalier-hits li > a"))
                .hasSize(3);
        assertThat(few).hasSizeLessThan(5);
    }
}
