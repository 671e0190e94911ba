package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.espalier.assessment.RateStatements;
import org.espalier.assessment.Rating;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.person.People;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Starters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Closest roles with and without an account, everyday names, and a story from the first word to public view and back. */
@EspalierTest
class ClosestJourneyTests {

    private static final String PASSWORD = "the-quiet-orchard-at-noon";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "1280, false"})
    void findsTheClosestRoles(int width, boolean javaScript) {
        var therapy = Starters.published(application, "occupational-therapy-social-care.yaml");
        Starters.published(application, "ahp-support-worker.yaml");
        Starters.published(application, "liaison-diversion-manager.yaml");
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var page = context.newPage()) {
            page.navigate("/");
            page.getByText("Not sure where to begin?").click();
            look(page, "ticks", javaScript);
            page.locator("main input[type=checkbox]").nth(0).check();
            page.locator("main input[type=checkbox]").nth(1).check();
            press(page, "Show the closest roles");
            assertThat(page.locator("h1")).hasText("Closest to what you ticked");
            look(page, "ticked", javaScript);
            page.getByText("More questions").click();
            assertThat(page.locator("h1")).hasText("More questions");
            press(page, "Show the closest roles");
            press(page, "Start again and forget my ticks");
            assertThat(page.locator("h1")).hasText("Find roles close to what you do");

            var learner = account("closest-" + width + "-" + javaScript);
            rate(learner, therapy);
            signIn(page, learner);
            page.navigate("/me/closest");
            look(page, "closest", javaScript);
            page.selectOption("#framework", therapy.slug());
            press(page, "Show");
            page.locator(".espalier-closest__item h3 a").first().click();
            look(page, "closest-still", javaScript);
            press(page, "Aim for this");
            assertThat(page.locator("h1")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "1280, false"})
    void findsByEverydayNamesAndTellsAStory(int width, boolean javaScript) {
        var support = Starters.published(application, "ahp-support-worker.yaml");
        var word = "mender" + width + javaScript;
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var page = context.newPage()) {
            signIn(page, account("teller-" + width + "-" + javaScript, Role.FRAMEWORK_AUTHOR, Role.ADMINISTRATOR));
            page.navigate("/author/names/" + support.slug());
            page.fill("#words", "Leg " + word);
            press(page, "Add this name");
            look(page, "other-names", javaScript);
            page.navigate("/search?q=leg+" + word);
            assertThat(page.locator(".espalier-said")).containsText("People also say");
            look(page, "search-said", javaScript);
            page.locator(".espalier-said a").first().click();
            page.getByText("Career stories of people who know this work").click();
            page.getByText("Tell your own story").click();
            look(page, "story-write", javaScript);
            press(page, "Save and look at it");
            look(page, "story-wrong", javaScript);
            page.fill("#title", "From the workshop " + word);
            page.fill("#words", "I mended bicycles.\n\nThen I saw what a good crutch can do.");
            page.fill("#find", "assistant practitioner");
            press(page, "Find");
            page.locator("[name=place]:not(:checked)").first().check();
            page.getByLabel("Only my first name").check();
            press(page, "Save and look at it");
            look(page, "story-preview", javaScript);
            page.getByLabel("I agree").check();
            press(page, "Publish my story");
            look(page, "stories-mine", javaScript);
            page.getByText("See it as everybody does").click();
            look(page, "story", javaScript);
            page.locator("details summary").last().click();
            page.fill("#words", "It is too short.");
            press(page, "Report this story");
            page.getByText("Reported stories").click();
            look(page, "stories-reported", javaScript);
            page.navigate("/stories");
            look(page, "stories", javaScript);
            page.navigate("/me/stories");
            press(page, "Take it back from public view");
            assertThat(page.locator("main")).containsText("Your story is no longer public.");
        }
    }

    private void rate(Actor actor, FrameworkVersion version) {
        var asked = version.expectationsAt("level-5");
        application
                .getBean(RateStatements.class)
                .rate(
                        actor,
                        application.getBean(People.class).of(actor),
                        version.id(),
                        asked.stream()
                                .limit(12)
                                .collect(Collectors.toMap(
                                        Statement::id,
                                        statement ->
                                                statement.text().length() % 3 == 0 ? Rating.NOT_YET : Rating.MET)));
    }

    private Actor account(String name, Role... roles) {
        var all = Set.of(roles);
        var account = application
                .getBean(CreateAccount.class)
                .atSetUp(new EmailAddress(name + "@example.org"), name, all, PASSWORD)
                .orElseThrow();
        return new Actor(account, name, all);
    }

    private static void signIn(Page page, Actor actor) {
        page.navigate("/sign-in");
        page.fill("#email", actor.name() + "@example.org");
        page.fill("#password", PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")))
                .isVisible();
    }

    private static void press(Page page, String name) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    /** Axe needs a script of its own. */
    private static void look(Page page, String name, boolean javaScript) {
        if (javaScript) {
            TestBrowser.lookAt(page, name);
        }
    }
}
