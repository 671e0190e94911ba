package org.espalier.development.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.espalier.access.Actor;
import org.espalier.access.TestAccounts;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.SetAim;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class SelfAssessPagesTests {

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
        orchard = Orchard.restated(application, "Orchard hands");
        actor = TestAccounts.actor(application);
        visitor = TestAccounts.signedIn(application, port, actor);
        application.getBean(SetAim.class).to(actor, orchard, "step-2");
        address = "/me/frameworks/" + orchard.slug() + "/self-assess";
    }

    @Test
    void asksForATargetFirst() {
        var page = TestAccounts.signedIn(application, port).get(address);

        assertThat(page.heading()).isEqualTo("Choose a target first");
        assertThat(page.html().select("a[href$='level=step-3']").text()).isEqualTo("Step 3: Head of the orchard");
    }

    @Test
    void listsTheGroupsThatTheTargetAsksForWithProgress() {
        var page = visitor.get(address);

        assertThat(page.html().select(".govuk-task-list__link").eachText())
                .containsExactly("Caring for trees", "Working with people", "Shows and prizes");
        assertThat(page.html().select(".govuk-task-list__status").eachText())
                .containsExactly("0 of 3 answered", "0 of 1 answered", "0 of 1 answered");
    }

    @Test
    void asksEveryExpectationOfTheGroupAndNothingElse() {
        var page = visitor.get(address + "/trees");

        assertThat(page.html().select("[data-rating] legend").eachText())
                .containsExactly(
                        "Prunes young and old trees along the wires",
                        "Decides when a tree needs no pruning",
                        "Grafts pears on quince");
        assertThat(page.html().select("[data-rating]").first().select("label").eachText())
                .containsExactly("Not yet", "Partly", "I do this", "Does not apply", "Not answered");
        assertThat(page.html().select("input[checked]").eachAttr("value")).containsOnly("withdrawn");
        assertThat(page.html().select("h2.govuk-heading-m").eachText()).containsExactly("1.1 Pruning", "1.2 Grafting");
        assertThat(visitor.get(address + "/people")
                        .html()
                        .select("[data-rating] legend")
                        .eachText())
                .containsExactly("Teaches new hands how pruning works");
    }

    @Test
    void hintsAtWhatTheLevelBelowSays() {
        var page = visitor.get(address + "/trees");

        assertThat(page.html().select("details:contains(Step 1: New hand) li").eachText())
                .containsExactly("With guidance: Prunes young trees along the wires", "Names the parts of a graft");
    }

    @Test
    void savesTheWholeFormWithoutAScriptAndGoesOnToTheNextGroup() {
        var form = visitor.get(address + "/trees").form(address + "/trees");

        var next = visitor.follow(visitor.submit(form, Map.of("r.p2", "met", "r.g2", "partly")));

        assertThat(next.heading()).isEqualTo("Working with people");
        assertThat(next.html().select(".govuk-notification-banner__content").text())
                .startsWith("2 answers saved.");
        var back = visitor.get(address + "/trees");
        assertThat(answers(back)).containsExactly("met", "withdrawn", "partly");
        assertThat(back.html().select("[data-progress]").text()).isEqualTo("2 of 3 answered");
    }

    @Test
    void goesToTheGapAfterTheLastGroup() {
        var form = visitor.get(address + "/shows").form(address + "/shows");

        assertThat(visitor.submit(form).location()).endsWith("/me/frameworks/" + orchard.slug() + "/gap");
    }

    @Test
    void fillsWhatIsOpenAndUndoesIt() {
        save("p2", "not-yet");
        var form = visitor.get(address + "/trees").form(address + "/trees");

        var filled = visitor.follow(visitor.submit(form, Map.of("fill", "met")));
        assertThat(answers(filled)).containsExactly("not-yet", "met", "met");
        assertThat(filled.html().select(".govuk-notification-banner__content").text())
                .startsWith("2 answers saved.");

        var undone = visitor.follow(visitor.submit(filled.form(address + "/trees/undo")));
        assertThat(answers(undone)).containsExactly("not-yet", "withdrawn", "withdrawn");
    }

    @Test
    void changesAWholeGroupWhenAllOfItIsAnswered() {
        List.of("p2", "p3", "g2").forEach(key -> save(key, "not-yet"));
        var form = visitor.get(address + "/trees").form(address + "/trees");

        assertThat(form.select("button[name=change]").eachAttr("value")).contains("met");
        assertThat(answers(visitor.follow(visitor.submit(form, Map.of("change", "met")))))
                .containsExactly("met", "met", "met");
    }

    @Test
    void savesOneAnswerAndAnswersWithNothingButItsStatus() {
        var saved = save("p2", "met");

        assertThat(saved.status()).isEqualTo(204);
        assertThat(answers(visitor.get(address + "/trees"))).containsExactly("met", "withdrawn", "withdrawn");
    }

    @Test
    void refusesAnAnswerThatIsNone() {
        assertThat(save("p2", "excellent").status()).isEqualTo(422);
        assertThat(save("l2", "met").status()).isEqualTo(404);
        assertThat(save("nonsense", "met").status()).isEqualTo(404);
    }

    @Test
    void showsTheHistoryOfOneAnswer() {
        save("p2", "not-yet");
        save("p2", "partly");
        save("p2", "partly");

        var link = visitor.get(address + "/trees").html().select("#s-p2 a").attr("href");
        var history = visitor.get(link);

        assertThat(history.html().select("blockquote").text()).isEqualTo("Prunes young and old trees along the wires");
        assertThat(history.html().select("tbody tr td:nth-child(2)").eachText()).containsExactly("Partly", "Not yet");
        assertThat(history.html().select("tbody tr td:nth-child(3)").eachText()).containsOnly("You");
    }

    @Test
    void keepsAnswersToOneself() {
        save("p2", "met");

        var other = TestAccounts.actor(application);
        application.getBean(SetAim.class).to(other, orchard, "step-2");

        assertThat(answers(TestAccounts.signedIn(application, port, other).get(address + "/trees")))
                .containsOnly("withdrawn");
    }

    @Test
    void answersForALevelThatIsNoTarget() {
        var page = visitor.get(address + "/trees?level=step-3");
        var form = page.form(address + "/trees?level=step-3");

        visitor.submit(form, Map.of("r.p4", "met"));

        assertThat(answers(visitor.get(address + "/trees?level=step-3"))).containsExactly("met");
        assertThat(visitor.get(address + "?level=step-9").status()).isEqualTo(404);
    }

    @Test
    void asksForLowerLevelsTooWhereLevelsAddUp() {
        var cumulative = Orchard.cumulative(application, "Orchard hands, adding up");
        application.getBean(SetAim.class).to(actor, cumulative, "step-2");

        var page = visitor.get("/me/frameworks/" + cumulative.slug() + "/self-assess/people");

        assertThat(page.html().select("[data-rating] legend").eachText())
                .containsExactly("Greets visitors & answers their questions", "Teaches new hands how pruning works");
        assertThat(page.html().select("h2.govuk-heading-m").eachText())
                .contains("Step 1: New hand Working with people");
    }

    @Test
    void hasNoSuchGroup() {
        assertThat(visitor.get(address + "/elsewhere").status()).isEqualTo(404);
    }

    private static List<String> answers(Visitor.Page page) {
        return page.html().select("[data-rating] input[checked]").eachAttr("value");
    }

    private Visitor.Page save(String key, String answer) {
        var csrf = visitor.get(address + "/shows")
                .html()
                .select("input[name=_csrf]")
                .attr("value");
        return visitor.post(
                "/me/frameworks/" + orchard.slug() + "/versions/" + orchard.number() + "/statements/" + key + "/rating",
                List.<Entry<String, String>>of(Map.entry("_csrf", csrf), Map.entry("r." + key, answer)));
    }
}
