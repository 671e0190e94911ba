package org.espalier.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Set;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Starters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An administrator makes an account; its owner sets a password and says where they stand and what they aim for. */
@EspalierTest
class FirstStepsJourneyTests {
    private static final String PASSWORD = "the-quiet-orchard-at-noon";

    @LocalServerPort
    int port;

    @Autowired
    CreateAccount accounts;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void goFromAnAccountToAnAim(int width) {
        var framework = Starters.published(application, "occupational-therapy-social-care.yaml");
        Starters.published(application, "ahp-support-worker.yaml");
        Starters.published(application, "liaison-diversion-manager.yaml");
        var administrator = "administrator-" + width + "@espalier.example";
        accounts.atSetUp(new EmailAddress(administrator), "Morgan Hale", Set.of(Role.ADMINISTRATOR), PASSWORD);
        var link = makeAnAccount(width, administrator);

        try (var context = TestBrowser.context("http://localhost:" + port, width, true);
                var page = context.newPage()) {
            page.navigate(link);
            TestBrowser.lookAt(page, "access-set-password");
            page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            press(page, "Set password and sign in");

            assertThat(heading(page)).isEqualTo("Which framework do you want to work with?");
            TestBrowser.lookAt(page, "person-choose");
            page.getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(framework.title()))
                    .click();

            assertThat(heading(page)).isEqualTo("What level do you work at now?");
            TestBrowser.lookAt(page, "person-level");
            press(page, "Continue");
            assertThat(page.title()).startsWith("Error: ");
            TestBrowser.lookAt(page, "person-level-error");
            page.getByLabel("It differs from one part of my practice to another")
                    .check();
            press(page, "Continue");

            assertThat(heading(page)).isEqualTo("What level do you work at in each part?");
            page.locator(".govuk-radios")
                    .first()
                    .getByRole(AriaRole.RADIO)
                    .nth(1)
                    .check();
            TestBrowser.lookAt(page, "person-levels");
            press(page, "Continue");

            assertThat(heading(page)).isEqualTo("What are you aiming for?");
            TestBrowser.lookAt(page, "person-aim");
            page.getByRole(AriaRole.RADIO).nth(2).check();
            press(page, "Continue");

            assertThat(heading(page)).isEqualTo(framework.title());
            TestBrowser.lookAt(page, "person-framework");
            page.navigate("/me");
            TestBrowser.lookAt(page, "person-me");

            page.navigate("/account");
            TestBrowser.lookAt(page, "access-account");
            page.navigate("/account/password");
            TestBrowser.lookAt(page, "access-password");
            page.navigate("/no/such/page");
            TestBrowser.lookAt(page, "ui-not-found");
            press(page, "Sign out");
            TestBrowser.lookAt(page, "access-signed-out");
        }
    }

    private String makeAnAccount(int width, String administrator) {
        try (var context = TestBrowser.context("http://localhost:" + port, width, true);
                var page = context.newPage()) {
            page.navigate("/admin/accounts");
            page.getByLabel("Email address").fill(administrator);
            press(page, "Sign in");
            TestBrowser.lookAt(page, "access-sign-in-error");
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(PASSWORD);
            press(page, "Sign in");

            assertThat(heading(page)).isEqualTo("Accounts");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create an account"))
                    .click();
            TestBrowser.lookAt(page, "access-new-account");
            page.getByLabel("Name").fill("Sam Taylor");
            page.getByLabel("Email address").fill("sam-" + width + "@espalier.example");
            press(page, "Create account");

            TestBrowser.lookAt(page, "access-link");
            var link = page.getByLabel("One-time link").inputValue();
            page.navigate("/admin/accounts");
            TestBrowser.lookAt(page, "access-accounts");
            page.getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sam Taylor"))
                    .first()
                    .click();
            TestBrowser.lookAt(page, "access-account-detail");
            return URI.create(link).getPath();
        }
    }

    private static String heading(Page page) {
        return page.locator("h1").innerText();
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
