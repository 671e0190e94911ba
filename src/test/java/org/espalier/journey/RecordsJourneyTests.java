package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.portfolio.EvidenceContent;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.Structure;
import org.espalier.portfolio.WriteEvidence;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody sees what a renewal still asks, has it confirmed by another, and brings in mandatory learning. */
@EspalierTest
class RecordsJourneyTests {

    private static final String PASSWORD = "the-quiet-orchard-at-noon";
    private static final LocalDate TODAY = LocalDate.now();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "1280, false"})
    void renews(int width, boolean javaScript) {
        var name = "nurse-" + width + "-" + javaScript;
        var nurse = account(name, "Nia Nurse");
        account("partner-" + name, "Pat Partner");
        learnt(nurse, "Wound care study day", TODAY.minusDays(20), true);
        learnt(nurse, "Reading about sleep", TODAY.minusDays(9), false);
        learnt(nurse, "An old course", TODAY.minusYears(5), true);
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var page = context.newPage()) {
            signIn(page, name);
            page.navigate("/me/portfolio");
            link(page, "Registration and renewal");
            look(page, "registrations-none", javaScript);
            start(page, "Add a registration");
            press(page, "Save");
            look(page, "registration-form-errors", javaScript);
            assertThat(page.locator(".govuk-error-summary")).containsText("Select what you are registered for");
            page.getByLabel("NMC revalidation").focus();
            page.keyboard().press("Space");
            day(page, "until", TODAY.plusMonths(5));
            page.keyboard().press("Enter");

            assertThat(page.locator("h1")).hasText("NMC revalidation");
            assertThat(page.locator("#learning")).containsText("6 of 35 hours. 29 more by");
            assertThat(page.locator("main")).containsText("1 more entry lies outside this cycle");
            look(page, "registration-nmc", javaScript);

            page.locator("#indemnity a").click();
            page.fill("#text", "My employer covers me.");
            look(page, "registration-say", javaScript);
            press(page, "Save");
            assertThat(page.locator("#indemnity")).containsText("Met");
            link(page, "Log your hours of practice");
            day(page, "from", TODAY.minusYears(1));
            day(page, "until", TODAY.minusMonths(1));
            page.fill("#hours", "800");
            page.fill("#setting", "Larkfield, community team");
            press(page, "Save");
            look(page, "registration-practice", javaScript);
            link(page, "NMC revalidation");
            assertThat(page.locator("#practice-hours")).containsText("800 hours; 450 are asked for.");

            page.locator("#discussion a").click();
            page.fill("#email", "partner-" + name + "@espalier.example");
            page.fill("#message", "Shall we talk on Tuesday?");
            look(page, "registration-ask", javaScript);
            press(page, "Ask them");
            assertThat(page.locator("#discussion")).containsText("Waiting for an answer");
        }
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var page = context.newPage()) {
            signIn(page, "partner-" + name);
            page.navigate("/me/confirmations");
            look(page, "confirmations", javaScript);
            link(page, "Nia Nurse");
            page.getByText("See how far Nia Nurse is").click();
            assertThat(page.locator("main details").first()).containsText("Wound care study day");
            look(page, "confirmation", javaScript);
            day(page, "on", TODAY);
            page.fill("#capacity", "A nurse in the same team");
            page.fill("#number", "12A3456E");
            page.getByLabel("I say this for myself").check();
            press(page, "Confirm");
            assertThat(page.locator(".govuk-notification-banner")).containsText("they have been told");
        }
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var page = context.newPage()) {
            signIn(page, name);
            page.navigate("/me/portfolio/registrations");
            look(page, "registrations", javaScript);
            link(page, "NMC revalidation");
            assertThat(page.locator("#discussion")).containsText("Pat Partner has confirmed it");
            look(page, "registration-confirmed", javaScript);
            link(page, "Registration and renewal");
            start(page, "Add a registration");
            page.getByLabel("HCPC registration").check();
            day(page, "until", TODAY.plusMonths(5));
            press(page, "Save");
            assertThat(page.locator("#continuous-record")).containsText("One gap is not explained yet.");
            page.locator("#continuous-record a").click();
            page.fill("#text", "Parental leave");
            look(page, "registration-gap", javaScript);
            press(page, "Save");
            assertThat(page.locator("#continuous-record")).containsText("You have explained each gap.");
            look(page, "registration-hcpc", javaScript);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "1280, false"})
    void bringsInMandatoryLearning(int width, boolean javaScript) {
        var name = "trained-" + width + "-" + javaScript;
        account(name, "Tam Trained");
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var page = context.newPage()) {
            signIn(page, name);
            page.navigate("/me/portfolio");
            link(page, "Mandatory learning");
            look(page, "mandatory-none", javaScript);
            start(page, "Bring in a file");
            look(page, "mandatory-import", javaScript);
            choose(page, "Subject,Completed\nNHS|CSTF|Fire Safety - 2 Years|,yesterday\n");
            assertThat(page.locator("tbody")).containsText("“yesterday” is no day.");
            look(page, "mandatory-problem", javaScript);
            link(page, "Choose another file");
            choose(
                    page,
                    "Subject,Completed,Source\nNHS|CSTF|Fire Safety - 2 Years|," + TODAY.minusMonths(3)
                            + ",e-learning\nLK|LOCAL|Lone working - 1 Year|," + TODAY.minusMonths(11)
                            + ",\nMoving and Handling - 1 Year," + TODAY.minusMonths(14) + ",\n");
            assertThat(page.locator("[role=status]")).hasText("3 new, 0 changed, 0 as they are, 0 with a problem");
            look(page, "mandatory-plan", javaScript);
            press(page, "Save all of it");
            assertThat(page.locator("main")).containsText("never counted as competence");
            assertThat(page.locator("main")).containsText("Runs out within 90 days (1)");
            look(page, "mandatory", javaScript);
        }
    }

    private static void choose(Page page, String file) {
        page.setInputFiles("#file", new FilePayload("learning.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        press(page, "Check the file");
    }

    private static void day(Page page, String name, LocalDate day) {
        page.fill("#" + name + "-day", String.valueOf(day.getDayOfMonth()));
        page.fill("#" + name + "-month", String.valueOf(day.getMonthValue()));
        page.fill("#" + name + "-year", String.valueOf(day.getYear()));
    }

    private void learnt(Actor actor, String title, LocalDate date, boolean withOthers) {
        var write = application.getBean(WriteEvidence.class);
        var id = write.begin(actor, EvidenceKind.CPD, List.of());
        write.save(
                actor,
                id,
                new EvidenceContent(
                        title,
                        date,
                        Structure.FREE,
                        List.of("New to me"),
                        null,
                        null,
                        null,
                        new BigDecimal(3),
                        withOthers),
                true,
                true);
    }

    private Actor account(String address, String name) {
        var account = application
                .getBean(CreateAccount.class)
                .atSetUp(new EmailAddress(address + "@espalier.example"), name, Set.of(), PASSWORD)
                .orElseThrow();
        return new Actor(account, name, Set.of());
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** A link that looks like a button. */
    private static void start(Page page, String text) {
        press(page, text);
    }

    private static void link(Page page, String text) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text))
                .first()
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
