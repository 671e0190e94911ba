package org.espalier.pathway.closest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.Claims;
import org.espalier.assessment.RateStatements;
import org.espalier.assessment.Rating;
import org.espalier.crosswalk.DecideLink;
import org.espalier.crosswalk.End;
import org.espalier.crosswalk.LinkKind;
import org.espalier.crosswalk.ProposeLink;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.StatementId;
import org.espalier.person.People;
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
class ClosestPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private final String title = "closest <i>" + UUID.randomUUID().toString().substring(0, 8);
    private FrameworkVersion bees;
    private FrameworkVersion rearer;
    private Actor actor;
    private Visitor visitor;

    @BeforeEach
    void publish() {
        var press = new Press(application);
        bees = press.publish(Beekeeping.framework(title));
        rearer = press.publish(Beekeeping.role(title));
        actor = TestAccounts.actor(application);
        visitor = TestAccounts.signedIn(application, port, actor);
    }

    @Test
    void asksSomebodyWithoutAnswersToBeginSomewhere() {
        var page = visitor.get("/me/closest");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select(".espalier-closest__item")).isEmpty();
        assertThat(page.html().select("main a[href=/me/start]")).hasSize(1);
        assertThat(page.html().select("main a[href=/closest]")).hasSize(1);
    }

    @Test
    void sendsAStrangerToSignIn() {
        assertThat(Visitor.to(port).get("/me/closest").location()).startsWith("/sign-in");
    }

    @Test
    void listsTheClosestFirstWithThePictureTheReasonAndTheBiggestGaps() {
        rate(Map.of("f1", Rating.MET, "f2", Rating.MET, "h1", Rating.NOT_YET));

        var first = visitor.get("/me/closest?framework=" + bees.slug())
                .html()
                .select(".espalier-closest__item")
                .first();

        assertThat(first.select("h3 a").text()).isEqualTo("Grade 1: Helper");
        assertThat(first.select(".espalier-closest__of").text()).isEqualTo(bees.title());
        assertThat(first.select(".espalier-bar rect")).hasSize(2);
        assertThat(first.select(".espalier-bar-words li").eachText()).containsExactly("I do this: 2", "Not yet: 1");
        assertThat(first.text())
                .contains("You say you do 2 of 3 expectations; none is signed off yet.")
                .contains("It comes first because the most of it stands.");
        assertThat(first.select(".espalier-closest__gaps li").eachText()).containsExactly("Husbandry: 1 still to do");
        assertThat(first.select("a[href*=compare]").attr("href")).endsWith("?from=grade-2&to=grade-1");
    }

    @Test
    void saysWhyTheNextOneComesAfter() {
        rate(Map.of("f1", Rating.MET, "f2", Rating.MET));

        var second = visitor.get("/me/closest?framework=" + bees.slug())
                .html()
                .select(".espalier-closest__item")
                .get(1);

        assertThat(second.select("h3 a").text()).isEqualTo("Grade 2: Keeper");
        assertThat(second.text())
                .contains("You say you do 2 of 6 expectations")
                .contains("4 are not answered, so it may be closer than it looks.")
                .contains("because you say you do a smaller part");
    }

    @Test
    void narrowsByWhatTheDocumentStates() {
        rate(Map.of("f1", Rating.MET));

        assertThat(names("/me/closest?area=Breeding&framework=" + rearer.slug()))
                .containsExactly("Queen rearer");
        assertThat(names("/me/closest?career=4&framework=" + rearer.slug())).containsExactly("Queen rearer");
        assertThat(names("/me/closest?career=4&framework=" + bees.slug())).isEmpty();
        assertThat(names("/me/closest?career=3&framework=" + bees.slug())).containsExactly("Grade 1: Helper");
    }

    @Test
    void turnsPagesAndTakesAnyNumberForOne() {
        rate(Map.of("f1", Rating.MET));

        assertThat(visitor.get("/me/closest?page=9999").status()).isEqualTo(200);
        assertThat(visitor.get("/me/closest?page=-3x&career=x&order=y").status())
                .isEqualTo(200);
    }

    @Test
    void showsWhatALevelStillAsksAndLeadsToAimForIt() {
        rate(Map.of("f1", Rating.MET));

        var page = visitor.get("/me/closest/" + bees.slug() + "/levels/grade-2");

        assertThat(page.heading()).isEqualTo("Grade 2: Keeper: what it still asks");
        assertThat(page.html().select(".espalier-gap__list li")).hasSize(6);
        assertThat(page.html().select(".espalier-gap__list li").first().text())
                .startsWith("With supervision: Feeds a colony in autumn, with help")
                .endsWith("I do this");
        var aimed = visitor.submit(page.form("/me/frameworks/" + bees.slug() + "/aim"));
        assertThat(aimed.location()).endsWith("/me/frameworks/" + bees.slug());
        assertThat(visitor.get("/me/closest/" + bees.slug() + "/levels/grade-2")
                        .html()
                        .select("main")
                        .text())
                .contains("You aim for this.");
        assertThat(visitor.get("/me/closest/" + bees.slug() + "/levels/grade-3")
                        .html()
                        .select("main")
                        .text())
                .contains("You now aim for Grade 2: Keeper here. This takes its place");
    }

    @Test
    void showsWhatARoleStillAsks() {
        var page = visitor.get("/me/closest/" + rearer.slug());

        assertThat(page.heading()).isEqualTo("Queen rearer: what it still asks");
        assertThat(visitor.submit(page.form("/me/frameworks/" + rearer.slug() + "/aim"))
                        .location())
                .endsWith("/me/frameworks/" + rearer.slug());
    }

    @Test
    void knowsNoLevelThatIsNotThere() {
        assertThat(visitor.get("/me/closest/" + bees.slug() + "/levels/grade-9").status())
                .isEqualTo(404);
        assertThat(visitor.get("/me/closest/no-such-thing").status()).isEqualTo(404);
        assertThat(visitor.get("/me/closest/" + bees.slug()).status()).isEqualTo(404);
    }

    @Test
    void saysWhatAReviewedLinkCallsTheSameAndCountsNoneOfIt() {
        var other = new Press(application).publish(Beekeeping.restated("linked " + title));
        link(new End(bees.id(), "grade-1"), new End(other.id(), "grade-1"));
        var person = application.getBean(People.class).of(actor);
        application
                .getBean(Claims.class)
                .signOff(
                        List.of(new Claims.Judged(
                                person,
                                bees.id(),
                                bees.statement("f1").orElseThrow().id())),
                        actor.account(),
                        null);

        var items = visitor.get("/me/closest?framework=" + other.slug()).html().select(".espalier-closest__item");

        assertThat(items)
                .filteredOn(item -> !item.select(".espalier-closest__linked").isEmpty())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.select("h3 a").text()).isEqualTo("Grade 1: Helper");
                    assertThat(item.select(".espalier-closest__linked").text())
                            .contains("asks the same: 1 of its 3 expectations are signed off")
                            .contains("it is not counted above");
                    assertThat(item.select(".espalier-bar-words li").eachText()).containsExactly("Not answered: 3");
                });
    }

    private void link(End from, End to) {
        var author = TestAccounts.actor(application, Role.FRAMEWORK_AUTHOR);
        var reviewer = TestAccounts.actor(application, Role.FRAMEWORK_AUTHOR);
        var proposed =
                application.getBean(ProposeLink.class).propose(author, from, to, LinkKind.EXACT, "Word for word");
        application.getBean(DecideLink.class).agree(reviewer, ((ProposeLink.Proposed) proposed).id());
    }

    @Test
    void asksTheDatabaseAsOftenForManyDestinationsAsForFew() throws Exception {
        rate(Map.of("f1", Rating.MET));
        visitor.get("/me/closest");
        var few = SqlStatements.during(() -> visitor.get("/me/closest")).size();
        var press = new Press(application);
        for (var n = 0; n < 5; n++) {
            press.publish(Beekeeping.restated(title + n));
        }
        visitor.get("/me/closest");

        assertThat(SqlStatements.during(() -> visitor.get("/me/closest"))).hasSizeLessThanOrEqualTo(few + 1);
    }

    private List<String> names(String address) {
        return visitor.get(address)
                .html()
                .select(".espalier-closest__item h3 a")
                .eachText();
    }

    private void rate(Map<String, Rating> answers) {
        var ratings = new LinkedHashMap<StatementId, Rating>();
        answers.forEach(
                (key, rating) -> ratings.put(bees.statement(key).orElseThrow().id(), rating));
        application
                .getBean(RateStatements.class)
                .rate(actor, application.getBean(People.class).of(actor), bees.id(), ratings);
    }
}
