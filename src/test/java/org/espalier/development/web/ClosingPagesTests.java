package org.espalier.development.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.espalier.framework.StatementId;
import org.espalier.learning.College;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.learning.coverage.Subject;
import org.espalier.person.Larkfield;
import org.espalier.person.People;
import org.espalier.person.SetAim;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class ClosingPagesTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Test
    void choosesAFewThatCloseMostAndSaysWhy() throws Exception {
        var orchard = Orchard.restated(application, "Orchard learning");
        var college = new College(application, Larkfield.in(application));
        var all = college.course("All of <pruning>");
        college.claim(all, CoverageKind.TEACHES, Subject.of(orchard.id(), "pruning", "step-2"));
        college.claim(college.course("Grafting day"), CoverageKind.SUPPORTS, orchard, "g2");
        college.claim(college.course("One half of pruning"), CoverageKind.TEACHES, orchard, "p2");
        college.claim(college.course("An exam"), CoverageKind.ASSESSES, orchard, "c2");
        college.claim(college.course("For the other step"), CoverageKind.TEACHES, orchard, "c1");
        var actor = TestAccounts.actor(application);
        application.getBean(SetAim.class).to(actor, orchard, "step-2");
        var address = "/me/frameworks/" + orchard.slug() + "/learning";
        var visitor = TestAccounts.signedIn(application, port, actor);
        assertThat(visitor.get(address).html().select("main").text()).contains("You have not answered 5 expectations");

        rate(
                actor,
                orchard,
                Map.of("p2", Rating.NOT_YET, "p3", Rating.PARTLY, "g2", Rating.NOT_YET, "c2", Rating.NOT_YET));
        var page = visitor.get(address);

        assertThat(page.html().select(".espalier-closing h3").eachText())
                .containsExactly("All of <pruning>", "Grafting day");
        assertThat(page.html().select(".govuk-body-l").text())
                .isEqualTo("You are still working on 4 expectations. Providers say that they teach 3 of them.");
        assertThat(page.html().select(".espalier-closing li").first().text())
                .contains("Teaches 2 of the 4 you are working on. The next best, “")
                .contains("would add 1");
        assertThat(page.html().select(".espalier-closing li").text()).contains("Teaches 1 more of the 4");
        assertThat(page.html().select("main").text())
                .contains("1 that nobody teaches")
                .contains("Teaches new hands how pruning works")
                .contains("closes no gap by itself");
        assertThat(page.html().select(".espalier-rows a").eachText()).containsExactly("One half of pruning");
        assertThat(visitor.get("/me/frameworks/" + orchard.slug() + "/gap")
                        .html()
                        .select("a[href=" + address + "]"))
                .hasSize(1);
        assertThat(SqlStatements.during(() -> visitor.get(address))).hasSizeLessThan(10);
    }

    @Test
    void asksForATargetFirst() {
        var orchard = Orchard.restated(application, "Orchard without a target");

        assertThat(TestAccounts.signedIn(application, port)
                        .get("/me/frameworks/" + orchard.slug() + "/learning")
                        .heading())
                .isEqualTo("Choose a target first");
    }

    @Test
    void showsManagersNumbersOfFiveAndMoreAndWhatWasSignedOffAlone() {
        var orchard = Orchard.restated(application, "Orchard teams");
        var larkfield = Larkfield.in(application);
        var manager = larkfield.with(Role.MANAGER, new Scope.UnitAndBelow(larkfield.north));
        var visitor = TestAccounts.signedIn(application, port, manager);
        var address = larkfield.organisation.address() + "/learning-needs";
        var college = new College(application, larkfield);
        college.claim(college.course("Grafting for teams"), CoverageKind.TEACHES, orchard, "g2");
        var team = new HashSet<Actor>();
        for (var n = 0; n < 4; n++) {
            team.add(aimer(larkfield, orchard));
        }
        assertThat(visitor.get(address).html().select(".espalier-rows a")).isEmpty();

        var fifth = aimer(larkfield, orchard);
        rate(fifth, orchard, Map.of("g2", Rating.MET));
        signOff(fifth, manager, orchard, "p2");
        var list = visitor.get(address);
        assertThat(list.html().select(".espalier-rows").text()).contains("5 people");
        var page = visitor.get(list.html().select(".espalier-rows a").attr("href"));

        assertThat(page.html().select("tbody tr").eachText())
                .contains("Grafts pears on quince at least 5")
                .noneMatch(row -> row.contains("old trees"));
        assertThat(page.html().select(".espalier-closing h3").eachText()).containsExactly("Grafting for teams");
        assertThat(page.html().select("main").text())
                .contains("1 expectation that fewer than five lack")
                .doesNotContain(fifth.name());
        var member = TestAccounts.signedIn(application, port, larkfield.member(null));
        assertThat(member.get(address).status()).isEqualTo(403);
        assertThat(TestAccounts.signedIn(application, port).get(address).status())
                .isEqualTo(404);
    }

    private Actor aimer(Larkfield larkfield, FrameworkVersion version) {
        var actor = larkfield.member(larkfield.therapist);
        application.getBean(SetAim.class).to(actor, version, "step-2");
        return actor;
    }

    private void rate(Actor actor, FrameworkVersion version, Map<String, Rating> ratings) {
        var byId = new LinkedHashMap<StatementId, Rating>();
        ratings.forEach(
                (key, rating) -> byId.put(version.statement(key).orElseThrow().id(), rating));
        application
                .getBean(RateStatements.class)
                .rate(actor, application.getBean(People.class).of(actor), version.id(), byId);
    }

    private void signOff(Actor learner, Actor by, FrameworkVersion version, String key) {
        application
                .getBean(Claims.class)
                .signOff(
                        List.of(new Claims.Judged(
                                application.getBean(People.class).of(learner),
                                version.id(),
                                version.statement(key).orElseThrow().id())),
                        by.account(),
                        null);
    }
}
