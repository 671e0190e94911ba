package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import java.util.UUID;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.development.web.Orchard;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.SetAim;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Starters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A learner answers, sees their gap and makes a plan of it, with and without a script. */
@EspalierTest
class LearnerJourneyTests {

    private static final String PASSWORD = "the-quiet-orchard-at-noon";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "1280, false"})
    void answers(int width, boolean javaScript) {
        var orchard = Orchard.restated(application, "Orchard learners");
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var page = context.newPage()) {
            signIn(page, learner(orchard, "step-2", "learner-" + width + "-" + javaScript));
            page.navigate("/me/frameworks/" + orchard.slug() + "/self-assess");
            look(page, "self-assess", javaScript);
            page.getByText("Caring for trees").click();
            look(page, "self-assess-group", javaScript);

            page.locator("#s-p2").getByText("I do this").click();
            if (javaScript) {
                assertThat(page.locator("[data-status]")).hasText("✓ Saved");
                page.keyboard().press("j");
                page.keyboard().press("2");
                assertThat(page.locator("#s-p3 input[value=partly]")).isChecked();
                assertThat(page.locator("[data-status]")).hasText("✓ Saved");
                look(page, "self-assess-saved", true);
                page.reload();
                assertThat(page.locator("#s-p3 input[value=partly]")).isChecked();
            }
            assertThat(page.locator("[data-progress]")).hasText(javaScript ? "2 of 3 answered" : "0 of 3 answered");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save and go to the next group"))
                    .click();
            assertThat(page.locator("h1")).hasText("Working with people");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "1280, false"})
    void plans(int width, boolean javaScript) {
        var framework = Starters.published(application, "occupational-therapy-social-care.yaml");
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var page = context.newPage()) {
            signIn(page, learner(framework, "level-6", "planner-" + width + "-" + javaScript));
            look(page, "me", javaScript);
            page.navigate("/me/frameworks/" + framework.slug() + "/gap");
            look(page, "gap", javaScript);
            page.locator(".espalier-gap__list label").nth(0).click();
            page.locator(".espalier-gap__list label").nth(1).click();
            press(page, "Add to your plan");
            look(page, "plan-add", javaScript);
            press(page, "Add to your plan");

            assertThat(page.locator("h1")).hasText("Objective");
            look(page, "objective-new", javaScript);
            press(page, "Add an action");
            page.getByLabel("What will you do?").fill("Shadow Ceri on two home visits");
            page.fill("#title", "Lead home visits on my own");
            page.fill("#reason", "People wait too long for a first visit.");
            page.fill("#due-day", "31");
            page.fill("#due-month", "2");
            page.fill("#due-year", "2027");
            if (javaScript) {
                assertThat(page.locator("[data-status]")).containsText("Enter a real date");
            }
            press(page, "Save and go to your plan");
            assertThat(page.locator(".govuk-error-summary")).containsText("Enter a real date");
            assertThat(page.locator("#due-day")).hasValue("31");
            look(page, "objective-wrong-date", javaScript);
            page.fill("#due-month", "3");
            if (javaScript) {
                assertThat(page.locator("[data-status]")).hasText("✓ Saved");
                page.reload();
                assertThat(page.locator("#due-month")).hasValue("3");
            }
            press(page, "Save and go to your plan");

            assertThat(page.locator(".espalier-objective")).containsText("31 March 2027");
            page.locator(".espalier-tick").click();
            assertThat(page.locator(".espalier-objective__facts")).containsText("1 of 1 actions done");
            look(page, "plan", javaScript);
            press(page, "Remove");
            assertThat(page.locator("main")).containsText("Your plan is empty.");
            look(page, "plan-removed", javaScript);
            press(page, "Undo");
            assertThat(page.locator(".espalier-objective")).isVisible();
        }
    }

    @Test
    void keepsWordsOfAnObjectiveThatCannotBeSaved() {
        var orchard = Orchard.restated(application, "Orchard planners offline");
        try (var context = TestBrowser.context("http://localhost:" + port, 375, true);
                var page = context.newPage()) {
            signIn(page, learner(orchard, "step-2", "planner-offline"));
            page.navigate("/me/frameworks/" + orchard.slug() + "/gap");
            page.locator(".espalier-gap__list label").nth(0).click();
            press(page, "Add to your plan");
            assertThat(page.locator("#reason")).isVisible();
            page.waitForLoadState();

            context.setOffline(true);
            page.fill("#reason", "Written on the bus");
            assertThat(page.locator("[data-status]")).containsText("Not saved");
            context.setOffline(false);
            assertThat(page.locator("[data-status]")).hasText("✓ Saved");
            page.reload();
            assertThat(page.locator("#reason")).hasValue("Written on the bus");
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    @Test
    void keepsAnAnswerThatCannotBeSavedAndSendsItAgain() {
        var orchard = Orchard.restated(application, "Orchard learners offline");
        try (var context = TestBrowser.context("http://localhost:" + port, 375, true);
                var page = context.newPage()) {
            var email = learner(orchard, "step-2", "learner-offline");
            signIn(page, email);
            page.navigate("/me/frameworks/" + orchard.slug() + "/self-assess/trees");

            context.setOffline(true);
            page.locator("#s-p2").getByText("I do this").click();
            assertThat(page.locator("[data-status]")).containsText("Not saved");
            assertThat(page.locator("#s-p2 [data-failed]")).isVisible();
            look(page, "self-assess-offline", true);
            context.setOffline(false);
            assertThat(page.locator("[data-status]")).hasText("✓ Saved");
            assertThat(page.locator("#s-p2 [data-failed]")).isHidden();

            signOutElsewhere(context);
            page.locator("#s-p3").getByText("Partly").click();
            page.waitForURL(url -> url.contains("/sign-in"));
            page.fill("#email", email);
            page.fill("#password", PASSWORD);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                    .click();
            assertThat(page.locator("[data-status]")).hasText("✓ Saved");
            assertThat(page.locator("#s-p3 input[value=partly]")).isChecked();
        }
    }

    private static void signOutElsewhere(BrowserContext context) {
        assertThat(context.cookies()).isNotEmpty();
        context.clearCookies();
    }

    private String learner(FrameworkVersion framework, String level, String name) {
        var email = name + "-" + UUID.randomUUID() + "@espalier.example";
        AccountId account = application
                .getBean(CreateAccount.class)
                .atSetUp(new EmailAddress(email), "Lea Learner", Set.of(), PASSWORD)
                .orElseThrow();
        application.getBean(SetAim.class).to(new Actor(account, "Lea Learner", Set.of()), framework, level);
        return email;
    }

    private static void signIn(Page page, String email) {
        page.navigate("/sign-in");
        page.fill("#email", email);
        page.fill("#password", PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Axe needs a script, so pages without one are only looked at by eye. */
    private static void look(Page page, String name, boolean javaScript) {
        if (javaScript) {
            TestBrowser.lookAt(page, name);
        }
    }
}
