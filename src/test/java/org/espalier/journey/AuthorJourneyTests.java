package org.espalier.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An author brings in a document, reviews it and publishes it; everybody can read it then, and nobody before. */
@EspalierTest
class AuthorJourneyTests {

    private static final String PASSWORD = "the-quiet-orchard-at-noon";
    private static final String DOCUMENT = """
            Orchard competencies %d

            Step 1

            New hand

            Step 2

            Seasoned hand

            Step 1

            Skills

            With guidance:

            • Prunes young trees along the wires.

            • Waters the rows in dry weeks.

            Skills

            With guidance:

            • Teaches visitors how grafting works.

            Step 2

            Skills

            With guidance:

            • Prunes young and old trees along the wires.

            • Waters the rows in dry weeks.

            Skills

            With guidance:

            • Teaches new hands how grafting works and why.

            Further reading
            """;

    @LocalServerPort
    int port;

    @Autowired
    CreateAccount accounts;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "1280, false"})
    void bringsInReviewsAndPublishesADocument(int width, boolean javaScript) {
        var number = width + (javaScript ? 0 : 1);
        var email = "author-" + number + "@espalier.example";
        accounts.atSetUp(new EmailAddress(email), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR), PASSWORD);
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var page = context.newPage()) {
            signIn(page, email);
            page.navigate("/author");
            look(page, "author-desk", javaScript);

            page.setInputFiles(
                    "#document",
                    new FilePayload(
                            "orchard.txt",
                            "text/plain",
                            DOCUMENT.formatted(number).getBytes(StandardCharsets.UTF_8)));
            page.getByRole(AriaRole.BUTTON, named("Import")).click();
            assertThat(page.url()).contains("/author/drafts/");
            look(page, "review-check", javaScript);
            var draft = page.url();

            page.navigate(draft + "/statements");
            look(page, "review-statements", javaScript);
            page.locator("[data-review-row] input[type=checkbox]").first().check();
            page.getByRole(AriaRole.BUTTON, named("Leave out")).click();
            assertThat(page.getByRole(AriaRole.STATUS).first().textContent()).contains("1 change");
            page.getByRole(AriaRole.BUTTON, named("Undo")).click();
            assertThat(page.locator("[data-review-row]").count()).isEqualTo(6);

            for (var part : new String[] {"left-out", "structure", "source", "changes"}) {
                page.navigate(draft + "/" + part);
                look(page, "review-" + part, javaScript);
            }
            page.navigate(draft + "/statements");
            page.locator("[data-review-row] a[data-key=e]").first().click();
            look(page, "review-statement", javaScript);

            assertHidden(context, "Orchard competencies " + number);
            page.navigate(draft + "/publish");
            look(page, "review-publish", javaScript);
            page.getByRole(AriaRole.BUTTON, named("Publish this version")).click();
            assertThat(page.locator("h1").textContent()).contains("Orchard competencies " + number);
            look(page, "published", javaScript);
        }
    }

    private void assertHidden(BrowserContext context, String title) {
        try (var stranger = context.browser().newContext();
                var page = stranger.newPage()) {
            page.navigate("http://localhost:" + port + "/frameworks");
            assertThat(page.content()).doesNotContain(title);
        }
    }

    private static void look(Page page, String name, boolean javaScript) {
        if (javaScript) {
            TestBrowser.lookAt(page, name);
        }
    }

    private static void signIn(Page page, String email) {
        page.navigate("/sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(false);
    }
}
