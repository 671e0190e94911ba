package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Set;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.espalier.framework.FrameworkVersion;
import org.espalier.pathway.web.Meadow;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Starters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Two authors join two frameworks; a visitor finds a way through; somebody sees their own. */
@EspalierTest
class RouteJourneyTests {
    private static final String PASSWORD = "the-quiet-orchard-at-noon";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true"})
    void findsAWay(int width, boolean javaScript) {
        var name = width + "-" + javaScript;
        var meadow = Meadow.published(application, name);
        var care = Starters.published(application, "primary-care-community.yaml");
        account("ada-" + name, Role.FRAMEWORK_AUTHOR);
        account("ben-" + name, Role.FRAMEWORK_AUTHOR);
        account("pat-" + name);
        var link = propose(name, meadow, care, width, javaScript);
        review(name, link, width, javaScript);
        write(name, meadow, width, javaScript);
        try (var context = context(width, javaScript);
                var page = context.newPage()) {
            page.navigate("/routes?framework=" + meadow.slug());
            look(page, "routes-seven", javaScript);
            page.locator(".espalier-diagram a[href$='~keeper']:visible").click();
            assertThat(page.locator("h1")).hasText("Keeper");
            look(page, "routes-place", javaScript);
            page.navigate("/routes");
            look(page, "routes", javaScript);
            page.selectOption("#from", "~school-leavers-" + name);
            page.selectOption("#to", meadow.slug() + "~warden");
            press(page, "Find the way");
            assertThat(page.locator("h1")).containsText("to Warden");
            look(page, "routes-ways", javaScript);
            page.navigate("/routes?framework=" + care.slug());
            look(page, "routes-starter", javaScript);
            page.navigate("/frameworks/" + care.slug() + "/versions/1/routes");
            look(page, "framework-routes-starter", javaScript);
            page.navigate("/routes?framework=" + care.slug() + "&size=large");
            look(page, "routes-large", javaScript);
            page.navigate("/routes/from/" + meadow.slug() + "~warden/to/" + meadow.slug() + "~mower");
            look(page, "routes-none", javaScript);
        }
        try (var context = context(width, javaScript);
                var page = context.newPage()) {
            signIn(page, "pat-" + name);
            page.navigate("/me");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("How do I get from here to there?"))
                    .first()
                    .click();
            page.selectOption("#from", "~school-leavers-" + name);
            page.selectOption("#to", meadow.slug() + "~warden");
            press(page, "Find the way");
            assertThat(page.locator(".espalier-way").first()).containsText("still to be done");
            look(page, "routes-mine", javaScript);
        }
    }

    private String propose(String name, FrameworkVersion meadow, FrameworkVersion care, int width, boolean javaScript) {
        try (var context = context(width, javaScript);
                var page = context.newPage()) {
            signIn(page, "ada-" + name);
            page.navigate("/crosswalk/new");
            press(page, "Propose it");
            look(page, "crosswalk-errors", javaScript);
            page.selectOption("#from", meadow.id() + "~senior");
            page.selectOption("#to", care.id() + "~" + care.levels().get(1).id());
            page.getByLabel("Related", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.fill("#reason", "Both lead a small team out of doors.");
            press(page, "Propose it");
            assertThat(page.locator(".govuk-notification-banner")).containsText("You have proposed the link");
            look(page, "crosswalk-proposed", javaScript);
            return URI.create(page.url()).getPath();
        }
    }

    private void review(String name, String link, int width, boolean javaScript) {
        try (var context = context(width, javaScript);
                var page = context.newPage()) {
            signIn(page, "ben-" + name);
            page.navigate("/crosswalk/waiting");
            page.navigate(link);
            look(page, "crosswalk-review", javaScript);
            press(page, "Agree to this link");
            page.navigate("/crosswalk");
            look(page, "crosswalk", javaScript);
        }
    }

    private void write(String name, FrameworkVersion meadow, int width, boolean javaScript) {
        try (var context = context(width, javaScript);
                var page = context.newPage()) {
            signIn(page, "ada-" + name);
            page.navigate("/routes/author/new");
            press(page, "Save the draft");
            look(page, "route-form-errors", javaScript);
            page.fill("#fromName", "Gardeners " + name);
            page.selectOption("#to", meadow.id() + "~keeper");
            page.getByLabel("Way in", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.fill("#must", "Two seasons in a garden");
            page.fill("#system", "A bursary");
            press(page, "Save the draft");
            look(page, "route-draft", javaScript);
            press(page, "Publish");
            assertThat(page.locator(".govuk-notification-banner")).containsText("Everybody can find this route now.");
            page.navigate("/routes/author");
            look(page, "routes-author", javaScript);
        }
    }

    private BrowserContext context(int width, boolean javaScript) {
        return TestBrowser.context("http://localhost:" + port, width, javaScript);
    }

    private void account(String address, Role... roles) {
        application
                .getBean(CreateAccount.class)
                .atSetUp(new EmailAddress(address + "@espalier.example"), address, Set.of(roles), PASSWORD)
                .orElseThrow();
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void signIn(Page page, String name) {
        page.navigate("/sign-in");
        page.fill("#email", name + "@espalier.example");
        page.fill("#password", PASSWORD);
        press(page, "Sign in");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private static void look(Page page, String name, boolean javaScript) {
        if (javaScript) {
            TestBrowser.lookAt(page, name);
        }
    }
}
