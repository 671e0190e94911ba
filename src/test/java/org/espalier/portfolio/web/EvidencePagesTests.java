package org.espalier.portfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.TestAccounts;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.Ladder;
import org.espalier.person.People;
import org.espalier.person.SetAim;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.EvidenceOf;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class EvidencePagesTests {
    private static final String PORTFOLIO = "/me/portfolio";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private FrameworkVersion ladder;
    private Actor actor;
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        ladder = Ladder.once(application, "Evidence ladder");
        actor = TestAccounts.actor(application);
        visitor = TestAccounts.signedIn(application, port, actor);
        application.getBean(SetAim.class).to(actor, ladder, "rung-2");
    }

    @Test
    void beginsWithAnEmptyPortfolioAndOneThingToDo() {
        var page = visitor.get(PORTFOLIO);

        assertThat(page.heading()).isEqualTo("My portfolio");
        assertThat(page.html().select("a.espalier-button--next").attr("href")).isEqualTo(PORTFOLIO + "/new");
        assertThat(page.html().select("nav a[aria-current=page]").eachText()).containsExactly("My portfolio");
    }

    @ParameterizedTest
    @EnumSource
    void asksOnlyForWhatTheKindNeeds(EvidenceKind kind) {
        var form = begin(kind.slug(), "");

        assertThat(form.status()).isEqualTo(200);
        var names = form.html().select("#evidence [name]").eachAttr("name");
        assertThat(names).contains("title", "date-day", "part-1");
        assertThat(names.contains("hours")).isEqualTo(kind == EvidenceKind.CPD);
        assertThat(names.contains("link")).isEqualTo(kind == EvidenceKind.LINK);
        assertThat(names.contains("validUntil-day")).isEqualTo(kind == EvidenceKind.CERTIFICATE);
    }

    @Test
    void keepsAReflectionAndLinksItToStatements() {
        var item = keep(begin("reflection", ""), "Holding on", "I held the ladder.");

        assertThat(item.heading()).isEqualTo("Holding on");
        assertThat(item.html().select(".espalier-written").text()).isEqualTo("I held the ladder.");
        var groups = visitor.get(path(item) + "/statements");
        assertThat(groups.html().select(".govuk-task-list__link").eachText()).contains("Practice", "Research");
        var tick = visitor.get(
                groups.html().select(".govuk-task-list__link").first().attr("href"));
        assertThat(tick.html().select(".govuk-checkboxes__label").eachText()).containsExactly("Climbs the ladder");
        var box = tick.html().select("input[name=chosen]").val();
        var linked = visitor.follow(visitor.submit(tick.form(path(item) + "/statements"), Map.of("chosen", box)));

        assertThat(linked.html().select(".espalier-supported li a").eachText()).containsExactly("Climbs the ladder");
        assertThat(visitor.get(PORTFOLIO).html().select(".espalier-hits").text())
                .contains("Holding on", "today", "For 1 statement");
        var person = application.getBean(People.class).of(actor);
        var found = application.getBean(EvidenceOf.class).version(person, ladder.id());
        assertThat(found.get(statement("p2")))
                .extracting(EvidenceOf.Item::title)
                .containsExactly("Holding on");

        var again = visitor.get(
                groups.html().select(".govuk-task-list__link").first().attr("href"));
        visitor.submit(again.form(path(item) + "/statements"), Map.of("chosen", List.of()));
        assertThat(application.getBean(EvidenceOf.class).version(person, ladder.id()))
                .isEmpty();
    }

    @Test
    void findsStatementsByTheirWords() {
        var item = keep(begin("reflection", ""), "Comparing", "Two ladders.");

        var found = visitor.get(path(item) + "/statements?q=compares+ladders");

        assertThat(found.html().select(".govuk-checkboxes__label").eachText()).contains("Compares ladders");
    }

    @Test
    void beginsFromAStatement() {
        var form = begin(
                "reflection",
                "?version=" + ladder.id().value() + "&statement="
                        + statement("p2").value());
        var item = keep(form, "From the statement", "Climbed.");

        assertThat(item.html().select(".espalier-supported li a").eachText()).containsExactly("Climbs the ladder");
        var only = visitor.get(PORTFOLIO + "?version=" + ladder.id() + "&statement=" + statement("p2"));
        assertThat(only.html().select(".espalier-hits__title").eachText()).containsExactly("From the statement");
        var other = visitor.get(PORTFOLIO + "?version=" + ladder.id() + "&statement=" + statement("r2"));
        assertThat(other.html().select(".espalier-hits__title").eachText()).isEmpty();
    }

    @Test
    void refusesAStatementThatIsNone() {
        assertThat(visitor.get(PORTFOLIO + "/new?version=" + ladder.id() + "&statement=999999999")
                        .status())
                .isEqualTo(404);
        var item = keep(begin("reflection", ""), "Mine", "Text");
        var learning = ladder.id() + ":" + statement("x1");
        assertThat(visitor.submit(
                                visitor.get(path(item) + "/statements?version=" + ladder.id() + "&group=practice")
                                        .form(path(item) + "/statements"),
                                Map.of("chosen", learning))
                        .status())
                .as("learning is never assessed")
                .isEqualTo(404);
    }

    @Test
    void asksForWhatIsMissingAndKeepsWhatWasTyped() {
        var form = begin("cpd", "");

        var refused = visitor.submit(form.form(path(form) + "/edit"), Map.of("part-1", "Learnt a lot", "hours", "two"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors())
                .containsExactly(
                        "Enter the hours as a number, such as 1.5",
                        "Enter a title",
                        "Select whether you learnt together with other people");
        assertThat(refused.html().select("#part-1").val()).isEqualTo("Learnt a lot");
        assertThat(refused.html().select("#hours").val()).isEqualTo("two");
        var kept = visitor.follow(visitor.submit(
                refused.form(path(form) + "/edit"),
                Map.of("title", "Study day", "hours", "6,5", "participatory", "yes", "then", "keep")));
        assertThat(kept.html().select(".govuk-summary-list").text()).contains("6.5 hours", "Yes, with others");
    }

    @Test
    void pointsOutWhatMayNameAPatientAndLetsThePersonDecide() {
        var form = begin("reflection", "");
        var answers = Map.of("title", "A call", "part-1", "About 999 000 0018 again", "then", "keep");

        var asked = visitor.submit(form.form(path(form) + "/edit"), answers);

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.html().select(".espalier-doubts mark").text()).isEqualTo("999 000 0018");
        assertThat(asked.html().select(".espalier-doubts a").attr("href")).isEqualTo("#part-1");
        assertThat(asked.html().select("#part-1").val()).isEqualTo("About 999 000 0018 again");
        assertThat(visitor.get(path(form)).html().text()).doesNotContain("999 000 0018");

        var kept = visitor.follow(
                visitor.submit(asked.form(path(form) + "/edit"), Map.of("decided", "yes", "then", "keep")));
        assertThat(kept.html().select(".espalier-written").text()).contains("999 000 0018");
        var edited = visitor.submit(
                visitor.get(path(form) + "/edit").form(path(form) + "/edit"), Map.of("title", "A second call"));
        assertThat(edited.status()).as("what was decided on is not asked again").isEqualTo(302);
    }

    @Test
    void savesAsThePersonWrites() {
        var form = begin("reflection", "");
        var autosave = form.html().select("#evidence").attr("data-autosave");
        var token = Map.entry("_csrf", form.html().select("input[name=_csrf]").val());

        assertThat(visitor.post(
                                autosave,
                                List.of(token, Map.entry("title", "Half a th"), Map.entry("structure", "free")))
                        .status())
                .isEqualTo(204);
        assertThat(visitor.get(path(form) + "/edit").html().select("#title").val())
                .isEqualTo("Half a th");
        assertThat(visitor.get(PORTFOLIO).html().select(".espalier-tag").text()).isEqualTo("Draft");
        var doubt = visitor.post(
                autosave, List.of(token, Map.entry("title", "DOB 1/2/1950"), Map.entry("structure", "free")));
        assertThat(doubt.status()).isEqualTo(422);
        assertThat(doubt.html().select(".espalier-doubts mark").text()).isEqualTo("1/2/1950");
        assertThat(visitor.get(path(form) + "/edit").html().select("#title").val())
                .isEqualTo("Half a th");
    }

    @Test
    void changesTheHeadingsWithoutLosingAWord() {
        var form = begin("reflection", "");

        var six = visitor.follow(
                visitor.submit(form.form(path(form) + "/edit"), Map.of("part-1", "It rained", "then", "cycle")));

        assertThat(six.html().select("textarea")).hasSize(6);
        assertThat(six.html().select("#part-1").val()).isEqualTo("It rained");
        assertThat(six.html().select("label[for=part-2]").text()).isEqualTo("What did you think and feel?");
    }

    @Test
    void removesWithUndoAndDeletesForGoodFromTheBin() {
        var item = keep(begin("reflection", ""), "Not so good", "Text");

        var list = visitor.follow(visitor.submit(item.form(path(item) + "/remove")));
        assertThat(list.html().select(".espalier-hits").text()).doesNotContain("Not so good");
        var back = visitor.follow(visitor.submit(list.form(path(item) + "/restore")));
        assertThat(back.heading()).isEqualTo("Not so good");

        visitor.submit(back.form(path(item) + "/remove"));
        assertThat(visitor.get(PORTFOLIO + "/bin")
                        .html()
                        .select(".espalier-bin a")
                        .text())
                .isEqualTo("Not so good");
        assertThat(visitor.get(path(item) + "/edit").status())
                .as("nothing in the bin is written on")
                .isEqualTo(302);
        var gone = visitor.follow(visitor.submit(visitor.get(path(item)).form(path(item) + "/delete")));
        assertThat(gone.html().select(".govuk-notification-banner__heading").text())
                .isEqualTo("Deleted for good");
        assertThat(visitor.get(path(item)).status()).isEqualTo(404);
    }

    @Test
    void isNobodyElses() {
        var item = keep(begin("reflection", ""), "Private", "Mine alone");
        var stranger = TestAccounts.signedIn(application, port);
        var token = Map.entry(
                "_csrf",
                stranger.get(PORTFOLIO).html().select("input[name=_csrf]").val());

        assertThat(stranger.get(path(item)).status()).isEqualTo(404);
        assertThat(stranger.get(path(item) + "/edit").status()).isEqualTo(404);
        assertThat(stranger.get(path(item) + "/statements").status()).isEqualTo(404);
        for (var action : List.of("/edit", "/autosave", "/remove", "/restore", "/delete", "/statements")) {
            assertThat(stranger.post(path(item) + action, List.of(token, Map.entry("title", "Taken")))
                            .status())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(visitor.get(path(item)).heading()).isEqualTo("Private");
        assertThat(Visitor.to(port).get(path(item)).status()).as("signed out").isEqualTo(303);
    }

    @Test
    void listsWithAFixedNumberOfStatements() throws Exception {
        keep(begin("reflection", ""), "First", "Text");
        visitor.get(PORTFOLIO);
        var one = ours(SqlStatements.during(() -> visitor.get(PORTFOLIO)));
        for (var n = 0; n < 4; n++) {
            keep(
                    begin("reflection", "?version=" + ladder.id() + "&statement=" + statement("p" + (n % 3 + 1))),
                    "N" + n,
                    "T");
        }

        var five = ours(SqlStatements.during(
                () -> visitor.get(PORTFOLIO + "?q=N&kind=reflection&part=" + ladder.id() + ":practice")));

        assertThat(five).hasSameSizeAs(one).hasSize(2);
    }

    /** The session and the catalogue are read again now and then, whatever the page. */
    private static List<String> ours(List<String> statements) {
        return statements.stream().filter(sql -> sql.contains("portfolio.")).toList();
    }

    private Visitor.Page begin(String kind, String query) {
        var choose = visitor.get(PORTFOLIO + "/new" + query);
        return visitor.follow(visitor.submit(choose.form(PORTFOLIO + "/new"), Map.of("kind", kind)));
    }

    private Visitor.Page keep(Visitor.Page form, String title, String text) {
        return visitor.follow(visitor.submit(
                form.form(path(form) + "/edit"), Map.of("title", title, "part-1", text, "then", "keep")));
    }

    /** The item's own address, on any of its pages. */
    private static String path(Visitor.Page page) {
        return page.address().getPath().replaceAll("(/me/portfolio/\\d+).*", "$1");
    }

    private org.espalier.framework.StatementId statement(String key) {
        return ladder.statement(key).orElseThrow().id();
    }
}
