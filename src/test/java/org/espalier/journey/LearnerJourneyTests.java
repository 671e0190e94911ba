package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.development.web.Orchard;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.SetAim;
import org.espalier.testing.EspalierTest;
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
            signIn(page, learner(orchard, "learner-" + width + "-" + javaScript));
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

    @Test
    void keepsAnAnswerThatCannotBeSavedAndSendsItAgain() {
        var orchard = Orchard.restated(application, "Orchard learners offline");
        try (var context = TestBrowser.context("http://localhost:" + port, 375, true);
                var page = context.newPage()) {
            signIn(page, learner(orchard, "learner-offline"));
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
            page.fill("#email", "learner-offline@espalier.example");
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

    private String learner(FrameworkVersion framework, String name) {
        var email = name + "@espalier.example";
        AccountId account = application
                .getBean(CreateAccount.class)
                .atSetUp(new EmailAddress(email), "Lea Learner", Set.of(), PASSWORD)
                .orElseThrow();
        application.getBean(SetAim.class).to(new Actor(account, "Lea Learner", Set.of()), framework, "step-2");
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
