package org.espalier.learning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.framework.FrameworkVersion;
import org.espalier.learning.College;
import org.espalier.learning.Providers;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.learning.coverage.Subject;
import org.espalier.person.Larkfield;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Told;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

@EspalierTest
class CarriedClaimsPagesTests {
    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private Larkfield larkfield;
    private Actor educator;
    private Visitor visitor;
    private College college;
    private Told told;
    private String home;
    private String confirm;

    @BeforeEach
    void signIn() {
        larkfield = Larkfield.in(application);
        educator = larkfield.with(Role.EDUCATOR, new Scope.WholeOrganisation());
        visitor = TestAccounts.signedIn(application, port, educator);
        college = new College(application, larkfield);
        told = Told.by((ConfigurableApplicationContext) application);
        home = larkfield.organisation.address() + "/learning";
        confirm = home + "/confirm";
    }

    @Test
    void carriesOverWhatIsAboutTheSameWordsWithItsReviewAndAsksAboutTheRest() {
        var press = new Press(application);
        var first = press.publish(Beekeeping.framework("that is revised"));
        var course = college.course("Feeding <bees>");
        college.claim(course, CoverageKind.TEACHES, first, "f1");
        college.claim(course, CoverageKind.TEACHES, first, "f3");
        college.claim(course, CoverageKind.SUPPORTS, first, "h3");
        college.claim(course, CoverageKind.ASSESSES, Subject.of(first.id(), "trade", null));
        var author = TestAccounts.actor(application, Role.FRAMEWORK_AUTHOR);
        var reviewer = TestAccounts.signedIn(application, port, author);
        var covers = home + "/" + course.value() + "/covers";
        claims(course.value())
                .forEach(address -> reviewer.submit(
                        reviewer.get(address).form(address + "/review"), Map.of("verdict", "ACCEPTED")));

        var second = press.publish(Beekeeping.revised("that is revised"));

        var said = visitor.get(covers).html();
        assertThat(said.select("h3").eachText())
                .as("what was said of the first version is history")
                .containsExactly(second.title() + ", version 2");
        assertThat(said.select("#said ~ .espalier-rows li > div").eachText())
                .hasSize(3)
                .anyMatch(line -> line.contains("Feeds a colony in autumn") && line.contains("Accepted Carried over"))
                .anyMatch(line -> line.contains("and in spring") && line.contains("To confirm"))
                .anyMatch(line -> line.contains("Trade") && line.contains("Accepted Carried over"));
        assertThat(taught(second)).as("not before it is confirmed").doesNotContain("Feeds several colonies");
        assertThat(told.to(educator.account())).contains("learning.notice.carried");
        assertThat(told.to(author.account())).contains("learning.notice.reviewedReworded");

        var page = visitor.get(confirm);
        assertThat(page.html().select(".espalier-confirm__item").eachText())
                .singleElement()
                .asString()
                .contains("Feeding <bees>", "What has changed since version 1", "put in: and in spring");
        assertThat(page.html()
                        .select("h2:contains(Ended) ~ .espalier-rows > li")
                        .eachText())
                .singleElement()
                .asString()
                .contains("Treats mites", "version 1");
        assertThat(visitor.get(home).html().select(".govuk-inset-text").text()).contains("1 thing that you say");
        var provider = application
                .getBean(Providers.class)
                .of(larkfield.organisation.id())
                .orElseThrow();
        assertThat(Visitor.to(port)
                        .get(provider.address() + "/frameworks/" + second.slug())
                        .html()
                        .select(".govuk-inset-text")
                        .text())
                .contains("since the provider said 1 thing");
    }

    @Test
    void countsWhatIsConfirmedAndHasItReviewedAnew() {
        var press = new Press(application);
        var first = press.publish(Beekeeping.framework("that is confirmed"));
        var course = college.course("Autumn and spring");
        college.claim(course, CoverageKind.TEACHES, first, "f3");
        var author = TestAccounts.actor(application, Role.FRAMEWORK_AUTHOR);
        var reviewer = TestAccounts.signedIn(application, port, author);
        var before = claims(course.value()).getFirst();
        reviewer.submit(reviewer.get(before).form(before + "/review"), Map.of("verdict", "ACCEPTED"));
        var second = press.publish(Beekeeping.revised("that is confirmed"));
        var waiting = claims(course.value());
        var form = visitor.get(confirm + "?all=true").form(confirm);
        assertThat(reviewer.get(before).html().select("main").text()).contains("version 1");

        assertThat(visitor.submit(visitor.get(confirm).form(confirm), Map.of("does", "confirm"))
                        .errors())
                .containsExactly("Tick at least one of them");
        var confirmed = visitor.submit(form, Map.of("does", "confirm"));

        assertThat(waiting).as("nobody outside sees it before").isEmpty();
        assertThat(confirmed.location()).endsWith("?confirmed=1");
        assertThat(visitor.get(confirm).html().select("main").text()).contains("There is nothing to confirm.");
        var now = claims(course.value()).getFirst();
        assertThat(Visitor.to(port).get(now).html().select("dl").text()).contains("Not reviewed");
        assertThat(Visitor.to(port).get(now).html().select("h2 + ul li").eachText())
                .as("the latest first")
                .satisfiesExactly(
                        line -> assertThat(line).contains("Teaches it, of version 2"),
                        line -> assertThat(line).contains("The words have changed in version 2"),
                        line -> assertThat(line).contains("Accepted"),
                        line -> assertThat(line).contains("Teaches it, of version 1"));
        assertThat(taught(second)).contains("Feeds several colonies in autumn and in spring");
        assertThat(told.to(author.account())).contains("learning.notice.reviewAgain");
    }

    @Test
    void takesBackWhatNoLongerHoldsAndLeavesWhatWasSaidOfTheEarlierWords() {
        var press = new Press(application);
        var first = press.publish(Beekeeping.framework("that is declined"));
        var course = college.course("Autumn only");
        college.claim(course, CoverageKind.TEACHES, first, "f3");
        var second = press.publish(Beekeeping.revised("that is declined"));

        visitor.submit(visitor.get(confirm + "?all=true").form(confirm), Map.of("does", "decline"));

        assertThat(visitor.get(home + "/" + course.value() + "/covers").html().select(".espalier-rows"))
                .isEmpty();
        assertThat(states(second, "")).isNotEmpty().doesNotContain("Taught");
        assertThat(states(first, "?version=1")).contains("Taught");

        press.publish(Beekeeping.framework("that is declined"));

        assertThat(visitor.get(confirm).html().select("main").text()).contains("There is nothing to confirm.");
    }

    @Test
    void goesOnFromTheWordsThatWereConfirmedLast() {
        var press = new Press(application);
        var first = press.publish(Beekeeping.framework("there and back"));
        var course = college.course("There and back");
        college.claim(course, CoverageKind.TEACHES, first, "f3");
        press.publish(Beekeeping.revised("there and back"));

        var third = press.publish(Beekeeping.framework("there and back"));

        assertThat(visitor.get(confirm).html().select("main").text()).contains("There is nothing to confirm.");
        assertThat(visitor.get(home + "/" + course.value() + "/covers")
                        .html()
                        .select(".espalier-rows > li")
                        .eachText())
                .singleElement()
                .asString()
                .contains("Carried over");
        assertThat(taught(third)).contains("Feeds several colonies in autumn");
    }

    @Test
    void keepsTheKindOfWhatIsPrintedAgain() {
        var press = new Press(application);
        var first = press.publish(Beekeeping.framework("printed twice"));
        var provider = application.getBean(Providers.class).named("Hive School").orElseThrow();
        var author = TestAccounts.signedIn(application, port, Role.FRAMEWORK_AUTHOR);
        var sort = provider.address() + "/frameworks/" + first.slug() + "/sort";
        var form = author.get(sort).form(sort);
        author.submit(form, Map.of(form.select("input[type=radio]").attr("name"), "TEACHES"));

        var second = press.publish(Beekeeping.revised("printed twice"));

        var map = Visitor.to(port).get(provider.address() + "/frameworks/" + second.slug());
        assertThat(map.html().select(".espalier-coverage-legend li").eachText())
                .contains("Taught 1", "Does not apply 1");
        assertThat(Visitor.to(port).get(provider.address()).html().select("a[href*=" + second.slug() + "]"))
                .as("one link for a framework, to its version in force")
                .hasSize(1);
    }

    @Test
    void letsOnlyKeepersConfirm() {
        var stranger = TestAccounts.signedIn(application, port);
        var learner =
                TestAccounts.signedIn(application, port, larkfield.with(Role.ASSESSOR, new Scope.WholeOrganisation()));

        assertThat(stranger.get(confirm).status()).isEqualTo(404);
        assertThat(learner.get(confirm).status()).isEqualTo(403);
    }

    @Test
    void asksTheDatabaseAsOftenForManyAsForOne() throws Exception {
        var press = new Press(application);
        var first = press.publish(Beekeeping.framework("of many to confirm"));
        college.claim(college.course("One"), CoverageKind.TEACHES, first, "f3");
        press.publish(Beekeeping.revised("of many to confirm"));
        visitor.get(confirm);
        var few = SqlStatements.during(() -> visitor.get(confirm)).size();
        var other = press.publish(Beekeeping.framework("of many more to confirm"));
        for (var n = 0; n < 5; n++) {
            college.claim(college.course("Course " + n), CoverageKind.TEACHES, other, "f3");
        }
        press.publish(Beekeeping.revised("of many more to confirm"));
        assertThat(visitor.get(confirm).html().select(".espalier-confirm__item"))
                .hasSize(6);

        assertThat(SqlStatements.during(() -> visitor.get(confirm))).hasSizeLessThanOrEqualTo(few + 1);
    }

    /** The claims that everybody finds on a course's page. */
    private List<String> claims(long course) {
        return Visitor.to(port)
                .get("/learning/" + course)
                .html()
                .select("a[href^=/learning/claims/]")
                .eachAttr("href");
    }

    /** What everybody reads of who teaches what in the group of feeding. */
    private String taught(FrameworkVersion version) {
        return Visitor.to(port)
                .get("/learning/frameworks/" + version.slug() + "/competencies/feeding")
                .html()
                .select("main .espalier-rows")
                .text();
    }

    private List<String> states(FrameworkVersion version, String query) {
        return Visitor.to(port)
                .get("/learning/frameworks/" + version.slug() + query)
                .html()
                .select("td .espalier-coverage")
                .eachText();
    }
}
