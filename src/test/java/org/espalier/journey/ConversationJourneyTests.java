package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.development.ChangePlan;
import org.espalier.development.web.Orchard;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.Larkfield;
import org.espalier.person.SetAim;
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

/** A person and their line manager prepare, meet and sign; supervision, preceptorship and a pack beside it. */
@EspalierTest
class ConversationJourneyTests {
    private static final String PASSWORD = "the-quiet-orchard-at-noon";
    private static FrameworkVersion orchard;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "1280, false"})
    void agreesAnAppraisal(int width, boolean javaScript) {
        var larkfield = Larkfield.in(application);
        var maya = employee("Maya Osei", width, javaScript);
        var owen = employee("Owen Hughes", width, javaScript);
        larkfield.join(maya, larkfield.therapist);
        larkfield.join(owen, larkfield.lead);
        plan(maya);
        try (var mayas = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var owens = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var hers = mayas.newPage();
                var his = owens.newPage()) {
            signIn(hers, email("Maya Osei", width, javaScript));
            signIn(his, email("Owen Hughes", width, javaScript));
            hers.navigate("/conversations");
            look(hers, "conversations-empty", javaScript);
            hers.getByText("Start your appraisal").click();
            look(hers, "appraisal-start", javaScript);
            hers.locator("#day-day").focus();
            hers.keyboard().type("5");
            hers.keyboard().press("Tab");
            hers.keyboard().type("12");
            hers.keyboard().press("Tab");
            hers.keyboard().type("2026");
            hers.keyboard().press("Enter");
            assertThat(hers.locator("h1")).hasText("Your appraisal with Owen Hughes");
            look(hers, "appraisal-started", javaScript);
            link(hers, "Prepare");
            hers.fill("#wentWell", "People tell me that they understand their plans.");
            if (javaScript) {
                assertThat(hers.locator("[data-status]")).hasText("✓ Saved");
            }
            look(hers, "appraisal-preparation", javaScript);
            press(hers, "Save and show it to Owen Hughes");
            look(hers, "appraisal-shown", javaScript);

            his.navigate("/conversations");
            look(his, "conversations-manager", javaScript);
            his.getByText("Appraisal of Maya Osei").click();
            look(his, "appraisal-manager", javaScript);
            link(his, "Prepare");
            his.fill("#wentWell", "Colleagues ask for your view.");
            press(his, "Save");
            press(his, "Open the meeting");
            look(his, "appraisal-meeting", javaScript);
            link(his, "Write the record");
            his.fill("#lookingBack", "A good first year.");
            his.fill("#lookingAhead", "Maya leads home visits from March.\nOwen finds her a mentor.");
            look(his, "appraisal-record", javaScript);
            press(his, "Save the record");
            look(his, "appraisal-to-sign", javaScript);
            press(his, "Sign the record");
            look(his, "appraisal-signed-once", javaScript);

            hers.reload();
            look(hers, "appraisal-sign-too", javaScript);
            link(hers, "Change the record");
            assertThat(hers.locator(".govuk-warning-text")).containsText("Owen Hughes has signed this");
            look(hers, "appraisal-record-warning", javaScript);
            hers.goBack();
            press(hers, "Sign the record");
            assertThat(hers.locator("main")).containsText("Both have signed");
            look(hers, "appraisal-agreed", javaScript);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "1280, false"})
    void keepsLogsAndShowsAPack(int width, boolean javaScript) {
        var larkfield = Larkfield.in(application);
        var maya = employee("Mia Osei", width, javaScript);
        var owen = employee("Olaf Hughes", width, javaScript);
        larkfield.join(maya, larkfield.therapist);
        larkfield.join(owen, larkfield.lead);
        larkfield.give(owen, Role.MANAGER, new Scope.WholeOrganisation());
        plan(maya);
        try (var mayas = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var owens = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var hers = mayas.newPage();
                var his = owens.newPage()) {
            signIn(hers, email("Mia Osei", width, javaScript));
            signIn(his, email("Olaf Hughes", width, javaScript));
            hers.navigate("/conversations/supervision/new");
            look(hers, "supervision-start", javaScript);
            press(hers, "Start supervision");
            assertThat(hers.locator(".govuk-error-summary")).containsText("Choose what it is about");
            look(hers, "supervision-start-wrong", javaScript);
            hers.getByLabel("Clinical supervision").check();
            press(hers, "Start supervision");
            look(hers, "supervision-new", javaScript);
            hers.fill("#minutes", "60");
            hers.fill("#note", "How to end a visit.");
            press(hers, "Save the session");
            look(hers, "supervision", javaScript);
            link(hers, "Change it");
            look(hers, "session", javaScript);
            his.navigate("/organisations/" + larkfield.organisation.slug() + "/supervision");
            look(his, "attendance", javaScript);

            hers.navigate("/conversations/preceptorship/new");
            look(hers, "preceptorship-start", javaScript);
            hers.fill("#hours", "96");
            press(hers, "Start the preceptorship");
            hers.getByLabel("Protected time").check();
            hers.fill("#minutes", "90");
            press(hers, "Save it");
            look(hers, "preceptorship", javaScript);

            hers.navigate("/conversations/packs/new");
            look(hers, "pack-new", javaScript);
            hers.getByLabel("Graft alone").check();
            hers.getByLabel("Caring for trees").check();
            hers.getByLabel("Pears in April").check();
            press(hers, "See it as they will see it");
            look(hers, "pack-preview", javaScript);
            press(hers, "Show it to Olaf Hughes");
            his.navigate("/conversations");
            look(his, "conversations-full", javaScript);
            his.getByText("What Mia Osei shows you").click();
            look(his, "pack-other", javaScript);
            hers.reload();
            assertThat(hers.locator("main")).containsText("Olaf Hughes looked on");
            look(hers, "pack-shown", javaScript);
            press(hers, "Take it back now");
            look(hers, "pack-withdrawn", javaScript);
            hers.navigate("/conversations");
            look(hers, "conversations-own", javaScript);
        }
    }

    private void plan(Actor actor) {
        if (orchard == null) {
            orchard = Orchard.restated(application, "Orchard conversations");
        }
        application.getBean(SetAim.class).to(actor, orchard, "step-2");
        var changePlan = application.getBean(ChangePlan.class);
        var objective = changePlan.addTogether(
                actor,
                orchard.id(),
                "Graft alone",
                orchard.statements().stream()
                        .filter(statement -> List.of("g2", "p2").contains(statement.key()))
                        .toList());
        changePlan.addAction(actor, objective, "Practise on Tuesdays");
        var write = application.getBean(WriteEvidence.class);
        write.save(
                actor,
                write.begin(actor, EvidenceKind.REFLECTION, List.of()),
                new EvidenceContent(
                        "Pears in April",
                        LocalDate.of(2026, 4, 20),
                        Structure.WHAT_SO_WHAT_NOW_WHAT,
                        List.of("Ten grafts; nine have taken.", "I tie them more tightly now.", "Quince next."),
                        null,
                        null,
                        null,
                        null,
                        null),
                false,
                true);
    }

    private static String email(String name, int width, boolean javaScript) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + "-" + width + "-" + javaScript
                + "@espalier.example";
    }

    private Actor employee(String name, int width, boolean javaScript) {
        var account = application
                .getBean(CreateAccount.class)
                .atSetUp(new EmailAddress(email(name, width, javaScript)), name, Set.of(), PASSWORD)
                .orElseThrow();
        return new Actor(account, name, Set.of());
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

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    private static void link(Page page, String text) {
        page.locator("main a:has-text(\"" + text + "\")").first().click();
    }

    /** Axe needs a script, so pages without one are only looked at by eye. */
    private static void look(Page page, String name, boolean javaScript) {
        if (javaScript) {
            TestBrowser.lookAt(page, name);
        }
    }
}
