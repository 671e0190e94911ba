package org.espalier.person.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.access.TestAccounts;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.person.Ladder;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Starters;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class MyPagesTests {
    private static final String LADDER = "/me/frameworks/ladder";
    private static final String ROLE = "/me/frameworks/ladder-role";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    PublishedVersions versions;

    @Autowired
    JdbcClient jdbc;

    private FrameworkVersion ladder;
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        ladder = Ladder.once(application, "Ladder");
        if (versions.current("ladder-role").isEmpty()) {
            Ladder.role(application, "Ladder role");
        }
        visitor = TestAccounts.signedIn(application, port);
    }

    @Test
    void startsWithTheChoiceOfAFramework() {
        var page = visitor.get("/me");

        assertThat(page.heading()).isEqualTo("Which framework do you want to work with?");
        var links = page.html().select(".espalier-card a").eachAttr("href");
        assertThat(links).contains(LADDER, ROLE);
        assertThat(links.indexOf(LADDER)).isLessThan(links.indexOf(ROLE));
        assertThat(page.html().select("nav a[href=/me]").attr("aria-current")).isEqualTo("page");
    }

    @Test
    void asksForTheLevelThenTheAimThenShowsBoth() {
        var level = visitor.open(LADDER);
        assertThat(level.heading()).isEqualTo("What level do you work at now?");

        var aim = visitor.follow(visitor.submit(level.form(LADDER + "/level"), Map.of("level", "rung-1")));
        assertThat(aim.heading()).isEqualTo("What are you aiming for?");
        assertThat(aim.html().select("#aim-hint").text()).isNotBlank();
        assertThat(aim.html().select("label[for=aim] + .govuk-hint").text()).isEqualTo("You work here now");

        var framework = visitor.follow(visitor.submit(aim.form(LADDER + "/aim"), Map.of("aim", "rung-2")));
        assertThat(framework.heading()).isEqualTo("Ladder");
        assertThat(framework.html().select("dd.govuk-summary-list__value").eachText())
                .containsExactly("Rung 1: Helping", "Rung 2: Working");
        assertThat(framework.html().select(".espalier-next a").attr("href")).isEqualTo(LADDER + "/self-assess");
        var me = visitor.get("/me").html();
        assertThat(me.select(".espalier-aim").text()).contains("Ladder", "Rung 1: Helping", "Rung 2: Working");
        assertThat(me.select(".espalier-next a").attr("href")).isEqualTo(LADDER + "/self-assess");
        assertThat(visitor.get(LADDER + "/self-assess").status()).isEqualTo(200);
    }

    @Test
    void showsWhatTheDocumentSaysAboutALevel() {
        var page = visitor.get(LADDER + "/level");

        assertThat(page.html().select("main details").eachText())
                .containsExactly(
                        "About this level: Rung 1: Helping Lends a hand & learns.",
                        "About this level: Rung 3: Leading Roles at this level include: Head of ladders");
    }

    @Test
    void asksPillarByPillarWhenItDiffers() {
        var levels = visitor.follow(
                visitor.submit(visitor.get(LADDER + "/level").form(LADDER + "/level"), Map.of("level", "_different")));
        assertThat(levels.heading()).isEqualTo("What level do you work at in each part?");
        assertThat(levels.html().select("legend").eachText()).containsExactly("Practice", "Research", "Leading others");
        assertThat(levels.html().select("input[name=pillar-leading]").eachAttr("value"))
                .as("it exists at one level only")
                .containsExactly("rung-3", "_none");

        visitor.submit(
                levels.form(LADDER + "/levels"),
                Map.of("pillar-practice", "rung-2", "pillar-research", "rung-1", "pillar-leading", "_none"));
        aimFor("rung-3");

        assertThat(visitor.get(LADDER).html().select("dd ul li").eachText())
                .containsExactly(
                        "Practice: Rung 2: Working",
                        "Research: Rung 1: Helping",
                        "Leading others: None of these levels yet");
        var again = visitor.get(LADDER + "/levels").html();
        assertThat(again.select("input[name=pillar-practice][checked]").val()).isEqualTo("rung-2");
        assertThat(again.select("input[name=pillar-leading][checked]").val()).isEqualTo("_none");
        assertThat(visitor.get(LADDER + "/level")
                        .html()
                        .select("input[checked]")
                        .val())
                .isEqualTo("_different");
    }

    @Test
    void letsPartsStayUnansweredButNotAll() {
        var form = visitor.get(LADDER + "/levels").form(LADDER + "/levels");

        var nothing = visitor.submit(form);
        var one = visitor.submit(form, Map.of("pillar-research", "rung-2"));

        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.errors()).containsExactly("Select a level for at least one part");
        assertThat(nothing.html().select(".govuk-error-summary a").attr("href")).isEqualTo("#pillar-practice");
        assertThat(nothing.html().select("#pillar-practice")).hasSize(1);
        assertThat(one.location()).isEqualTo(LADDER + "/aim");
        aimFor("rung-3");
        assertThat(visitor.get(LADDER).html().select("dd ul li").eachText())
                .as("what is left out is unknown, not none")
                .containsExactly("Practice: Not said", "Research: Rung 2: Working", "Leading others: Not said");
        assertThat(visitor.get(LADDER + "/levels")
                        .html()
                        .select("input[checked]")
                        .eachAttr("name"))
                .containsExactly("pillar-research");
    }

    @Test
    void takesSomebodyWhoStandsAtNoLevelYet() {
        state("_none");
        aimFor("rung-1");

        assertThat(visitor.get(LADDER).html().select("dd").first().text()).isEqualTo("None of these levels yet");
    }

    @Test
    void saysWhatIsMissingBesideTheQuestion() {
        var level = visitor.submit(visitor.get(LADDER + "/level").form(LADDER + "/level"));
        var aim = visitor.submit(visitor.get(LADDER + "/aim").form(LADDER + "/aim"));

        for (var page : List.of(level, aim)) {
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.errors()).hasSize(1);
            assertThat(page.html().title()).startsWith("Error: ");
            var field = page.html().select(".govuk-error-summary a").attr("href");
            assertThat(page.html().select("input" + field)).hasSize(1);
        }
    }

    @Test
    void comesBackToTheFrameworkWhenAnAnswerIsChanged() {
        state("rung-1");
        aimFor("rung-2");

        var page = visitor.submit(visitor.get(LADDER + "/level").form(LADDER + "/level"), Map.of("level", "rung-2"));

        assertThat(page.location()).isEqualTo(LADDER);
        assertThat(visitor.get(LADDER + "/level")
                        .html()
                        .select("input[checked]")
                        .val())
                .isEqualTo("rung-2");
        assertThat(visitor.get(LADDER + "/aim").html().select("input[checked]").val())
                .isEqualTo("rung-2");
    }

    @Test
    void aimsForARoleFromWithinAFramework() {
        state("rung-1");

        var page =
                visitor.submit(visitor.get(LADDER + "/aim").form(LADDER + "/aim"), Map.of("aim", "role/ladder-role"));

        assertThat(page.location()).isEqualTo(ROLE);
        assertThat(visitor.follow(page).html().select("dd").first().text()).isEqualTo("Ladder safety lead");
    }

    @Test
    void asksNoLevelForARole() {
        var page = visitor.open(ROLE);

        assertThat(page.heading()).isEqualTo("What are you aiming for?");
        assertThat(page.html().select("input[checked]").val()).isEqualTo("role/ladder-role");
        assertThat(visitor.submit(page.form(ROLE + "/aim")).location()).isEqualTo(ROLE);
    }

    @Test
    void takesARoleProfileThatNamesALevelForARole() {
        var here = "/me/frameworks/"
                + Starters.published(application, "liaison-diversion-manager.yaml")
                        .slug();

        var page = visitor.open(here);

        assertThat(page.heading()).isEqualTo("What are you aiming for?");
        assertThat(visitor.submit(page.form(here + "/aim")).location()).isEqualTo(here);
        assertThat(visitor.get(LADDER + "/aim").html().select("input[name=aim]").eachAttr("value"))
                .contains("role/" + here.substring("/me/frameworks/".length()));
    }

    @Test
    void asksTheDatabaseAsOftenForManyAimsAsForOne() throws Exception {
        state("rung-1");
        aimFor("rung-2");
        visitor.get("/me");
        var one = statementsOfMyPage();

        aimFor("role/ladder-role");
        visitor.get("/me");
        var two = statementsOfMyPage();

        assertThat(visitor.get("/me").html().select(".espalier-aim")).hasSize(2);
        assertThat(one).as("aims and stated levels").hasSize(2);
        assertThat(two).hasSameSizeAs(one);
    }

    @Test
    void takesAnAimOffThePageAndKeepsTheAnswers() {
        state("rung-1");
        aimFor("rung-2");

        var page = visitor.submit(visitor.get(LADDER).form(LADDER + "/give-up"));

        assertThat(visitor.follow(page).heading()).isEqualTo("Which framework do you want to work with?");
        assertThat(visitor.get(LADDER + "/level")
                        .html()
                        .select("input[checked]")
                        .val())
                .isEqualTo("rung-1");
    }

    @Test
    void keepsToTheVersionOfTheAimUntilThePersonMovesOn() {
        var slug = Ladder.published(application, "Ladder to be revised").slug();
        var here = "/me/frameworks/" + slug;
        visitor.submit(visitor.get(here + "/level").form(here + "/level"), Map.of("level", "rung-1"));
        visitor.submit(visitor.get(here + "/aim").form(here + "/aim"), Map.of("aim", "rung-2"));

        Ladder.published(application, "Ladder to be revised");

        var old = visitor.get(here);
        assertThat(old.html().select(".govuk-inset-text").text()).contains("You work with version 1");
        visitor.submit(visitor.get(here + "/level").form(here + "/level"), Map.of("level", "rung-2"));
        visitor.submit(visitor.get(here + "/aim").form(here + "/aim"), Map.of("aim", "rung-3"));
        assertThat(visitor.get(here).html().select(".govuk-inset-text")).isEmpty();
        assertThat(visitor.get("/me").html().select(".espalier-aim")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me/frameworks/nowhere", "/me/frameworks/nowhere/level", "/me/frameworks/nowhere/aim"})
    void saysWhenThereIsNoSuchFramework(String path) {
        assertThat(visitor.get(path).status()).isEqualTo(404);
    }

    @Test
    void refusesAnswersThatAreNotOnThePage() {
        var form = visitor.get(LADDER + "/level").form(LADDER + "/level");

        assertThat(visitor.submit(form, Map.of("level", "rung-9")).status()).isEqualTo(422);
        assertThat(visitor.submit(form, Map.of("level", "<script>")).status()).isEqualTo(422);
        var aim = visitor.get(LADDER + "/aim").form(LADDER + "/aim");
        assertThat(visitor.submit(aim, Map.of("aim", "role/ladder")).status()).isEqualTo(422);
        assertThat(visitor.submit(aim, Map.of("aim", "role/nowhere")).status()).isEqualTo(404);
        assertThat(ladder.level("rung-9")).isEmpty();
    }

    @Test
    void showsNobodyTheAimsOfSomebodyElse() {
        state("rung-1");
        aimFor("rung-2");

        var other = TestAccounts.signedIn(application, port);

        assertThat(other.get("/me").heading()).isEqualTo("Which framework do you want to work with?");
        assertThat(Visitor.to(port).get(LADDER).status()).isEqualTo(303);
    }

    /** Only those of this module: what others hold in memory is read anew every few seconds. */
    private List<String> statementsOfMyPage() throws Exception {
        return SqlStatements.during(() -> visitor.get("/me")).stream()
                .filter(sql -> sql.contains("person."))
                .toList();
    }

    private void state(String level) {
        visitor.submit(visitor.get(LADDER + "/level").form(LADDER + "/level"), Map.of("level", level));
    }

    private void aimFor(String level) {
        visitor.submit(visitor.get(LADDER + "/aim").form(LADDER + "/aim"), Map.of("aim", level));
    }
}
