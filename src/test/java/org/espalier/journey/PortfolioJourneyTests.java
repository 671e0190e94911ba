package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import javax.imageio.ImageIO;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.development.web.Orchard;
import org.espalier.person.SetAim;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody collects evidence, links it, shares it with a colleague and sees that they looked. */
@EspalierTest
class PortfolioJourneyTests {
    private static final String PASSWORD = "the-quiet-orchard-at-noon";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "375, false"})
    void collectsLinksAndShares(int width, boolean javaScript) throws IOException {
        var name = "folio-" + width + "-" + javaScript;
        account("Rae Reader", name + "-reader");
        var orchard = Orchard.restated(application, "Orchard evidence");
        application.getBean(SetAim.class).to(account("Lea Learner", name), orchard, "step-2");
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var page = context.newPage()) {
            signIn(page, name);
            page.navigate("/me/portfolio");
            look(page, "portfolio-empty", javaScript);
            page.getByText("Add evidence").click();
            look(page, "portfolio-choose", javaScript);
            button(page, "Reflection");
            look(page, "portfolio-write", javaScript);
            page.getByText("Write under headings").click();
            button(page, "What, so what, now what");
            page.getByLabel("Title").fill("A tree that would not grow");
            page.getByLabel("What?", new Page.GetByLabelOptions().setExact(true))
                    .fill("I rang about 999 000 0018.");
            if (javaScript) {
                assertThat(page.locator("[data-notice]")).containsText("This may be an NHS number");
                assertThat(page.locator("[data-status]")).containsText("Not saved");
                look(page, "portfolio-doubt", true);
                page.getByLabel("What?", new Page.GetByLabelOptions().setExact(true))
                        .fill("I rang the ward.");
                assertThat(page.locator("[data-status]")).hasText("✓ Saved");
                assertThat(page.locator("[data-notice]")).isEmpty();
                page.reload();
                assertThat(page.getByLabel("Title")).hasValue("A tree that would not grow");
            } else {
                button(page, "Save to my portfolio");
                assertThat(page.locator(".espalier-doubts")).containsText("999 000 0018");
                page.getByLabel("What?", new Page.GetByLabelOptions().setExact(true))
                        .fill("I rang the ward.");
            }
            page.locator("#files").setInputFiles(new FilePayload("poster.png", "image/png", picture()));
            button(page, "Save to my portfolio");
            assertThat(page.locator("h1")).hasText("A tree that would not grow");
            assertThat(page.locator(".espalier-file")).containsText("poster.png");

            page.getByText("Link it to statements").click();
            look(page, "portfolio-statements", javaScript);
            page.getByText("Caring for trees").first().click();
            page.locator(".govuk-checkboxes__label").first().click();
            look(page, "portfolio-tick", javaScript);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .click();
            assertThat(page.locator(".espalier-supported > li")).hasCount(1);

            page.getByText("Share this with somebody").click();
            look(page, "portfolio-share", javaScript);
            page.locator("#email").fill(name + "-reader@espalier.example");
            page.locator("#purpose").fill("To prepare my appraisal");
            button(page, "Share it");
            assertThat(page.locator(".govuk-notification-banner")).containsText("Shared with Rae Reader");
            var address = page.url().replaceAll(".*/me/portfolio/(\\d+).*", "$1");
            look(page, "portfolio-item", javaScript);

            try (var other = TestBrowser.context("http://localhost:" + port, width, javaScript);
                    var reader = other.newPage()) {
                signIn(reader, name + "-reader");
                reader.navigate("/me/shared");
                look(reader, "portfolio-shared", javaScript);
                reader.getByText("A tree that would not grow").click();
                assertThat(reader.locator("h1")).hasText("A tree that would not grow");
                look(reader, "portfolio-shared-item", javaScript);
                page.navigate("/me/portfolio/" + address);
                assertThat(page.locator("#shares ~ ul")).containsText("Last looked on");
                button(page, "End this now");
                assertThat(reader.navigate("/me/shared/" + address).status()).isEqualTo(404);
            }

            page.navigate("/me/portfolio");
            look(page, "portfolio-list", javaScript);
            page.getByText("Narrow it down").click();
            page.locator("#kind").selectOption("certificate");
            button(page, "Search", "[aria-label='Search my portfolio']");
            assertThat(page.locator("main h2").first()).containsText("0 pieces of evidence");
            look(page, "portfolio-narrowed", javaScript);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show everything"))
                    .click();
            page.getByText("A tree that would not grow").click();
            button(page, "Move to my bin");
            look(page, "portfolio-removed", javaScript);
            button(page, "Undo");
            assertThat(page.locator("h1")).hasText("A tree that would not grow");
            page.navigate("/me/portfolio/bin");
            look(page, "portfolio-bin", javaScript);
            page.navigate("/me/portfolio/take-away");
            look(page, "portfolio-take-away", javaScript);
            var download = page.waitForDownload(() -> page.getByText("Download").click());
            assertThat(download.suggestedFilename()).endsWith(".zip");
        }
    }

    @Test
    void isWrittenByKeyboardAlone() {
        application
                .getBean(SetAim.class)
                .to(account("Kim Keys", "folio-keys"), Orchard.restated(application, "Orchard keys"), "step-2");
        try (var context = TestBrowser.context("http://localhost:" + port, 1280, true);
                var page = context.newPage()) {
            signIn(page, "folio-keys");
            page.navigate("/me/portfolio/new");
            page.getByRole(AriaRole.BUTTON)
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Reflection"))
                    .focus();
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.endsWith("/edit"));
            page.locator("#title").focus();
            page.keyboard().type("By keyboard");
            page.keyboard().press("Tab");
            page.locator("#part-1").focus();
            page.keyboard().type("Every word of it.");
            assertThat(page.locator("[data-status]")).hasText("✓ Saved");
            page.locator("#title").focus();
            page.keyboard().press("Enter");

            assertThat(page.locator(".espalier-written")).hasText("Every word of it.");
            assertThat(page.locator(".govuk-notification-banner")).containsText("Saved");
        }
    }

    @Test
    void keepsWhatIsWrittenWithoutAConnection() {
        account("Off Line", "folio-offline");
        try (var context = TestBrowser.context("http://localhost:" + port, 375, true);
                var page = context.newPage()) {
            signIn(page, "folio-offline");
            page.navigate("/me/portfolio/new");
            button(page, "Lived experience");
            assertThat(page.locator("#title")).isVisible();
            page.waitForLoadState();
            context.setOffline(true);
            page.locator("#title").fill("Written in a tunnel");
            assertThat(page.locator("[data-status]")).containsText("Not saved yet");
            look(page, "portfolio-offline", true);
            context.setOffline(false);
            assertThat(page.locator("[data-status]")).hasText("✓ Saved");

            context.clearCookies();
            page.locator("#part-1").fill("Written signed out");
            page.waitForURL(url -> url.contains("/sign-in"));
            page.fill("#email", "folio-offline@espalier.example");
            page.fill("#password", PASSWORD);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                    .click();
            assertThat(page.locator("#part-1")).hasValue("Written signed out");
            assertThat(page.locator("[data-status]")).hasText("✓ Saved");
        }
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.GREEN);
        graphics.fillOval(100, 50, 400, 380);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static void button(Page page, String name) {
        button(page, name, "main");
    }

    private static void button(Page page, String name, String within) {
        page.locator(within)
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private Actor account(String name, String address) {
        AccountId account = application
                .getBean(CreateAccount.class)
                .atSetUp(new EmailAddress(address + "@espalier.example"), name, Set.of(), PASSWORD)
                .orElseThrow();
        return new Actor(account, name, Set.of());
    }

    private static void signIn(Page page, String address) {
        page.navigate("/sign-in");
        page.fill("#email", address + "@espalier.example");
        page.fill("#password", PASSWORD);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Axe needs a script, so pages without one are only walked through. */
    private static void look(Page page, String name, boolean javaScript) {
        if (javaScript) {
            TestBrowser.lookAt(page, name);
        }
    }
}
