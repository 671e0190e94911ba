package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Notification;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody reads what happened, chooses a daily e-mail, and stops it by the link in one. */
@EspalierTest
class ActivityJourneyTests {
    private static final String PASSWORD = "the-quiet-orchard-at-noon";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "1280, false"})
    void readsAndChooses(int width, boolean javaScript) {
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var page = context.newPage()) {
            var email = "reader-" + width + "-" + javaScript + "@espalier.example";
            var account = application
                    .getBean(CreateAccount.class)
                    .atSetUp(new EmailAddress(email), "Rhian Reader", Set.of(), PASSWORD)
                    .orElseThrow();
            signIn(page, email);
            page.navigate("/me/activity");
            look(page, "activity-empty", javaScript);

            tell(account, "person.notice.post", "Occupational therapist", "Larkfield Health", "Ceri Lead");
            tell(account, "person.notice.roleGiven.ASSESSOR", "Larkfield Health", "Ceri Lead");
            jdbc.sql("update notice.entry set noted_at = noted_at - interval '3 days' where account_id = :account")
                    .param("account", account.value())
                    .update();
            tell(account, "portfolio.notice.shared.other", "Maya Okafor", "3", "our meeting in December");
            tell(account, "access.notice.signIn.password");
            page.navigate("/me/activity");
            assertThat(page.locator(".espalier-header__account a[href='/me/activity']"))
                    .containsText("Activity (4 unread)");
            look(page, "activity", javaScript);
            page.getByText("Ceri Lead has made you an assessor").click();
            page.waitForURL("**/account");

            page.navigate("/me/activity");
            look(page, "activity-one-read", javaScript);
            press(page, "Mark all as read");
            assertThat(page.locator(".govuk-notification-banner")).containsText("marked as read");
            look(page, "activity-read", javaScript);

            page.getByText("Choose what comes by email").click();
            look(page, "activity-settings", javaScript);
            page.getByLabel("Once a day", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.selectOption("#digestHour", "17");
            look(page, "activity-settings-daily", javaScript);
            press(page, "Save");
            assertThat(page.locator(".govuk-notification-banner")).containsText("Your choice is saved");
            assertThat(page.locator("#digestHour")).hasValue("17");

            page.navigate("/unsubscribe/"
                    + jdbc.sql("select unsubscribe_token from notice.mail_choice where account_id = :account")
                            .param("account", account.value())
                            .query(String.class)
                            .single());
            look(page, "activity-stop", javaScript);
            press(page, "Stop emails");
            assertThat(page.locator("h1")).hasText("Emails are stopped");
            look(page, "activity-stopped", javaScript);
        }
    }

    private void tell(AccountId account, String messageKey, String... words) {
        application.publishEvent(Notification.to(account, "/account", messageKey, words));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
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
