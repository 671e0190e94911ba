package org.espalier.pathway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.espalier.access.Actor;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.RateStatements;
import org.espalier.assessment.Rating;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.StatementId;
import org.espalier.learning.College;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.person.Larkfield;
import org.espalier.person.People;
import org.espalier.person.StateLevels;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class RoutePagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private final String title = UUID.randomUUID().toString().substring(0, 8);
    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = Visitor.to(port);
    }

    @Test
    void drawsAFrameworksRoutesAndListsTheSame() {
        var meadow = Meadow.published(application, title);

        var page = visitor.get("/routes?framework=" + meadow.slug()).html();

        assertThat(page.select("svg.espalier-diagram")).hasSize(2).allSatisfy(drawing -> {
            assertThat(drawing.select("a").eachAttr("href"))
                    .containsExactlyInAnyOrder(
                            at(meadow, "mower"),
                            at(meadow, "keeper"),
                            at(meadow, "senior"),
                            at(meadow, "warden"),
                            "/routes/at/~school-leavers-" + title,
                            "/routes/at/~people-who-come-back-" + title,
                            "/routes/at/~volunteers");
            assertThat(drawing.select("circle")).hasSize(8);
            assertThat(drawing.select("path[stroke-dasharray]"))
                    .as("only an order of levels")
                    .hasSize(1);
            assertThat(drawing.select("[style]")).isEmpty();
        });
        assertThat(page.select("ol.espalier-routes > li h3").eachText())
                .containsExactly(
                        "1 From School leavers, " + title + " to Mower",
                        "2 From People who come back, " + title + " to Keeper",
                        "3 From Mower to Keeper",
                        "4 From Keeper to Senior keeper",
                        "5 From Keeper to Warden",
                        "6 From Senior keeper to Keeper",
                        "7 From Volunteers to a place the document does not name",
                        "8 From Senior keeper to Warden");
        var third = page.select("#step-3").text();
        assertThat(third)
                .contains(
                        "Upwards",
                        "Route 3 in Meadow keeping " + title,
                        "Must have one full summer",
                        "May hold a tractor licence")
                .doesNotContain("The next level.");
        assertThat(page.select("#step-2").text()).contains("May need a refresher <week>", "does not say for certain");
        assertThat(page.select("#step-8").text()).contains("No document describes how people get there.");
    }

    @Test
    void showsWhatLeadsToAPlaceAndOnFromIt() {
        var meadow = Meadow.published(application, title);

        var keeper = visitor.get(at(meadow, "keeper")).html();
        var start = visitor.get("/routes/at/~school-leavers-" + title).html();

        assertThat(keeper.select("ol.espalier-routes > li")).hasSize(5);
        assertThat(keeper.select("form select[name=from] option").eachText()).contains("Mower");
        assertThat(start.select("main").text()).contains("A starting point").doesNotContain("How do I get here?");
        assertThat(visitor.get("/routes/at/~nowhere-" + title).status()).isEqualTo(404);
        assertThat(visitor.get("/routes?framework=nothing").status()).isEqualTo(404);
    }

    @Test
    void findsTheBestWaysForEverybody() {
        var meadow = Meadow.published(application, title);

        var page = visitor.open("/routes/find?from=~school-leavers-" + title + "&to=" + meadow.slug() + "~warden");

        assertThat(page.heading()).isEqualTo("From School leavers, " + title + " to Warden");
        assertThat(page.html().select(".espalier-way h2").eachText()).containsExactly("The best way", "Way 2");
        var best = page.html().select(".espalier-way").first();
        assertThat(best.select(".espalier-way__step h4").eachText()).containsExactly("Mower", "Keeper", "Warden");
        assertThat(best.select("> .espalier-facts li").eachText())
                .containsExactly("3 steps", "4 expectations on the way");
        assertThat(best.text()).contains("Must be sixteen", "Must have led a team elsewhere", "Time to learn");
        assertThat(best.select("details").text()).contains("A summer course in botany", "They are no condition.");
        assertThat(page.html().select("main").text()).contains("See what is still to be done by you");
    }

    @Test
    void saysPlainlyThatThereIsNoWayAndWhatThereIsInstead() {
        var meadow = Meadow.published(application, title);
        var bees = new Press(application).publish(Beekeeping.framework("no way " + title));
        var page = visitor.get("/routes/from/" + meadow.slug() + "~senior/to/" + bees.slug() + "~grade-2");
        var within = visitor.get("/routes/from/" + meadow.slug() + "~warden/to/" + meadow.slug() + "~mower");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("main").text())
                .contains("There is no known route from Senior keeper to Grade 2: Keeper.");
        assertThat(page.html().select("h2:contains(What can be reached) + ul a").eachText())
                .containsExactly("Keeper", "Warden");
        assertThat(page.html()
                        .select("h2:contains(From where people get) + ul a")
                        .eachText())
                .containsExactly("Grade 1: Helper");
        assertThat(within.html().select("main").text()).contains("No route leads on from Warden.");
        assertThat(visitor.get("/routes/from/~volunteers/to/" + meadow.slug() + "~mower")
                        .html()
                        .select("main")
                        .text())
                .contains("There is no known route", "What is written about Volunteers", "Join a mowing day");
        assertThat(visitor.get("/routes/from/" + meadow.slug() + "~mower/to/" + meadow.slug() + "~mower")
                        .html()
                        .select("main")
                        .text())
                .contains("You are there already");
    }

    @Test
    void asksForWhatIsMissing() {
        Meadow.published(application, title);

        var page = visitor.open("/routes/find?from=&to=~school-leavers-" + title);

        assertThat(page.errors()).containsExactly("Choose where the way starts");
        assertThat(page.html().select("#to option[selected]").val()).isEqualTo("~school-leavers-" + title);
    }

    @Test
    void ranksTheWaysByWhatIsStillToBeDoneByThisPerson() {
        var meadow = Meadow.published(application, title);
        var actor = TestAccounts.actor(application);
        rate(actor, meadow, Map.of("k1", Rating.MET, "s1", Rating.MET, "w1", Rating.NOT_YET));
        var me = TestAccounts.signedIn(application, port, actor);

        var page = me.get("/me/routes?from=" + meadow.slug() + "~keeper&to=" + meadow.slug() + "~warden")
                .html();
        var longer = me.get("/me/routes?from=" + meadow.slug() + "~mower&to=" + meadow.slug() + "~warden")
                .html();

        assertThat(page.select(".espalier-way > .espalier-facts").eachText())
                .containsExactly("1 step 1 still to be done", "2 steps 1 still to be done");
        assertThat(page.select(".espalier-way")
                        .last()
                        .select(".espalier-way__step")
                        .first()
                        .text())
                .contains("Nothing more to do here");
        assertThat(longer.select(".espalier-way")
                        .first()
                        .select("> .espalier-facts")
                        .text())
                .isEqualTo("2 steps 2 still to be done");
        assertThat(step(longer, "Keeper"))
                .contains("This step adds 1 thing still to be done.", "1 expectation here is not answered");
    }

    @Test
    void suggestsLearningTowardsWhatIsOpen() {
        var meadow = Meadow.published(application, title);
        var college = new College(application, Larkfield.in(application));
        college.claim(college.course("Flowers <all>"), CoverageKind.TEACHES, meadow, "k1");
        college.claim(college.course("Known already"), CoverageKind.TEACHES, meadow, "k2");
        var actor = TestAccounts.actor(application);
        rate(actor, meadow, Map.of("k2", Rating.MET));

        var page = TestAccounts.signedIn(application, port, actor)
                .get("/me/routes?from=" + meadow.slug() + "~mower&to=" + meadow.slug() + "~keeper")
                .html();

        assertThat(page.select(".espalier-way a[href^=/learning/]").eachText()).containsExactly("Flowers <all>");
        assertThat(page.select(".espalier-way").text()).contains("towards 1 thing that is open");
    }

    @Test
    void countsNothingTwiceWhereLevelsBuildOnEachOther() {
        var meadow = Meadow.cumulative(application, title);
        var me = TestAccounts.signedIn(application, port);

        var page = me.get("/me/routes?from=~school-leavers-" + title + "&to=" + meadow.slug() + "~warden")
                .html();

        assertThat(page.select(".espalier-way > .espalier-facts").eachText())
                .containsExactly("3 steps 5 still to be done", "4 steps 5 still to be done");
        assertThat(step(page, "Keeper")).contains("This step adds 2 things still to be done.");
    }

    private static String step(Element page, String name) {
        return page.select(".espalier-way").first().select(".espalier-way__step").stream()
                .filter(step -> step.select("h4").text().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void startsWhereSomebodySaidTheyWork() {
        var meadow = Meadow.published(application, title);
        var actor = TestAccounts.actor(application);
        var me = TestAccounts.signedIn(application, port, actor);
        var asked = me.get("/me/routes?to=" + meadow.slug() + "~warden");
        application.getBean(StateLevels.class).everywhere(actor, meadow, "keeper");

        var page = me.get("/me/routes?to=" + meadow.slug() + "~warden");

        assertThat(asked.errors()).containsExactly("Choose where you are now");
        assertThat(page.heading()).isEqualTo("From Keeper to Warden");
        assertThat(Visitor.to(port).get("/me/routes").status()).isEqualTo(303);
    }

    @Test
    void startsFromTheLowestOfTheLevelsSomebodyStatedAndOffersTheOthers() {
        var bees = new Press(application).publish(Beekeeping.framework("of starts " + title));
        var actor = TestAccounts.actor(application);
        var me = TestAccounts.signedIn(application, port, actor);
        application
                .getBean(StateLevels.class)
                .byPillar(actor, bees, Map.of("husbandry", "grade-2", "trade", "grade-3"), Set.of());
        var to = "/me/routes?to=" + bees.slug() + "~grade-3";

        var page = me.get(to);
        var chosen = me.get(page.html().select(".espalier-starts a").attr("href"));

        assertThat(page.heading()).isEqualTo("From Grade 2: Keeper to Grade 3: Master");
        assertThat(page.html().select(".espalier-starts li").eachText())
                .containsExactly(
                        "Grade 2: Keeper: Husbandry (the routes below start here)",
                        "Start from Grade 3: Master: Trade");
        assertThat(chosen.html().select("main").text()).contains("You are there already");
    }

    @Test
    void saysWhatToDoWhenNothingIsStated() {
        var me = TestAccounts.signedIn(application, port);

        assertThat(me.get("/me/routes")
                        .html()
                        .select("main .govuk-inset-text a")
                        .eachAttr("href"))
                .containsExactly("/me/start");
    }

    @Test
    void countsWhatWasSaidInAnEarlierVersionOnARouteThroughALaterOne() {
        var press = new Press(application);
        var first = press.publish(Beekeeping.framework("of routes " + title));
        var actor = TestAccounts.actor(application);
        rate(actor, first, Map.of("f1", Rating.MET, "f3", Rating.MET, "h3", Rating.MET));

        var second = press.publish(Beekeeping.revised("of routes " + title));
        var route = "/me/routes?from=" + second.slug() + "~grade-1&to=" + second.slug() + "~grade-2";
        var me = TestAccounts.signedIn(application, port, actor);
        var page = me.get(route).html();

        assertThat(page.select(".espalier-way > .espalier-facts").text())
                .as("of six, one says the same as before, one is reworded, one is new")
                .isEqualTo("1 step 5 still to be done");
        me.submit(me.get("/me/closest/" + second.slug() + "/levels/grade-2")
                .form("/me/frameworks/" + second.slug() + "/aim"));
        var gap = me.get("/me/frameworks/" + second.slug() + "/gap")
                .html()
                .select(".espalier-gap__list li")
                .eachText();
        assertThat(gap)
                .filteredOn(line -> line.contains("in other words"))
                .singleElement()
                .asString()
                .contains("and in spring", "Not answered");
        assertThat(gap)
                .as("the gap page says the same")
                .filteredOn(line -> line.contains("I do this"))
                .singleElement()
                .asString()
                .contains("Feeds a colony in autumn");
    }

    @Test
    void asksWhatBelongsToALaterPhaseOnlyAfterConsolidation() {
        var meadow = Meadow.phased(application, title);
        var actor = TestAccounts.actor(application);
        var me = TestAccounts.signedIn(application, port, actor);
        var ends = "from=" + meadow.slug() + "~mower&to=" + meadow.slug() + "~keeper";
        var closest = "/me/closest?framework=" + meadow.slug();
        rate(actor, meadow, Map.of("m1", Rating.NOT_YET));

        var everybodys = visitor.open("/routes/find?" + ends).html();
        var before = me.get("/me/routes?" + ends).html();
        var closestBefore = me.get(closest).html();
        consolidate(actor);
        var during = me.get("/me/routes?" + ends).html();
        var closestDuring = me.get(closest).html();

        assertThat(everybodys.select(".espalier-way__later").eachText())
                .containsOnly(
                        "Comes later, after a time of consolidation (“Second summer”): 1 of this level’s expectations.");
        assertThat(before.select(".espalier-way > .espalier-facts").text()).isEqualTo("1 step 2 still to be done");
        assertThat(during.select(".espalier-way > .espalier-facts").text()).isEqualTo("1 step 1 still to be done");
        assertThat(during.select("main").text()).contains("You are in a preceptorship");
        assertThat(closestBefore.select("main").text()).doesNotContain("after consolidation");
        assertThat(closestDuring.select(".espalier-closest__item").eachText())
                .anyMatch(one -> one.contains("Keeper") && one.contains("1 more is asked only after consolidation"));
        assertThat(me.get("/me/closest/" + meadow.slug() + "/levels/keeper")
                        .html()
                        .select(".espalier-gap__list .espalier-tag")
                        .eachText())
                .containsExactly("After consolidation");
    }

    /** A preceptorship that has begun. */
    private void consolidate(Actor actor) {
        application
                .getBean(JdbcClient.class)
                .sql("""
                        insert into development.preceptorship (person_id, other_id, starts_on, planned_end, started_at)
                        select p.id, o.id, current_date - 30, current_date + 300, now() from person.person p, person.person o
                        where p.account_id = :account and o.id <> p.id limit 1
                        """)
                .param("account", actor.account().value())
                .update();
    }

    @Test
    void asksTheDatabaseAsOftenForManyRoutesAsForFew() throws Exception {
        var meadow = Meadow.published(application, title);
        var me = TestAccounts.signedIn(application, port);
        var near = "/me/routes?from=" + meadow.slug() + "~keeper&to=" + meadow.slug() + "~warden";
        var far = "/me/routes?from=~school-leavers-" + title + "&to=" + meadow.slug() + "~warden";
        me.get(near);
        me.get(far);

        var one = SqlStatements.during(() -> me.get(near)).stream().filter(RoutePagesTests::isOfRoutes);
        var three = SqlStatements.during(() -> me.get(far)).stream().filter(RoutePagesTests::isOfRoutes);
        var map = SqlStatements.during(() -> visitor.get("/routes")).stream().filter(RoutePagesTests::isOfRoutes);

        assertThat(one).hasSize(3);
        assertThat(three).hasSize(3);
        assertThat(map).hasSize(2);
    }

    private static boolean isOfRoutes(String sql) {
        return sql.contains("pathway.route") || sql.contains("crosswalk.link") || sql.contains("assessment.claim");
    }

    private void rate(Actor actor, FrameworkVersion version, Map<String, Rating> ratings) {
        var byId = new HashMap<StatementId, Rating>();
        ratings.forEach(
                (key, rating) -> byId.put(version.statement(key).orElseThrow().id(), rating));
        application
                .getBean(RateStatements.class)
                .rate(actor, application.getBean(People.class).of(actor), version.id(), byId);
    }

    private static String at(FrameworkVersion version, String level) {
        return "/routes/at/" + version.slug() + "~" + level;
    }
}
