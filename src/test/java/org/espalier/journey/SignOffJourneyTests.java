package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.request.AskAssessor;
import org.espalier.assessment.request.AskAssessor.Asked;
import org.espalier.development.web.Orchard;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.person.Larkfield;
import org.espalier.person.SetAim;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * A learner collects evidence, asks, is returned, answers and is verified; the level is signed off, a stranger checks the
 * certificate, and it is revoked. Another organisation sees nothing of it.
 */
@EspalierTest
class SignOffJourneyTests {
    private static final Set<String> STEP_2 = Set.of("p2", "p3", "g2", "c2", "s2");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private FrameworkVersion orchard;
    private Larkfield larkfield;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "375, false"})
    void provesWhatIsAsked(int width, boolean javaScript) {
        settle();
        var learner = learner("Maya Osei");
        var assessor = assessor("Ines Duarte");
        var elsewhere = Larkfield.in(application);
        var stranger = TestAccounts.named(application, "Otto Elsewhere");
        elsewhere.join(stranger, null);
        elsewhere.give(stranger, Role.ASSESSOR, new Scope.WholeOrganisation());
        try (var mayas = context(width, javaScript, learner);
                var hers = context(width, javaScript, assessor);
                var theirs = context(width, javaScript, stranger);
                var anybodys = TestBrowser.context(address(), width, javaScript)) {
            var maya = mayas.newPage();
            var ines = hers.newPage();
            maya.navigate("/me/requests");
            look(maya, "requests-empty", javaScript);
            maya.navigate("/assess");
            look(maya, "assess-no-role", javaScript);
            ines.navigate("/assess");
            look(ines, "assess-empty", javaScript);

            maya.navigate("/me/frameworks/orchard-sign-off/sign-off");
            assertThat(maya.locator("main")).containsText("0 of 5 expectations are signed off.");
            look(maya, "sign-off-missing", javaScript);

            var evidence = collect(maya, javaScript);
            ask(maya, javaScript);

            ines.navigate("/assess");
            look(ines, "assess-some", javaScript);
            row(ines, "Grafts pears on quince").getByRole(AriaRole.LINK).click();
            look(ines, "assess-request", javaScript);
            var request = ines.url().replaceAll(".*/", "");
            link(ines, "Pears in April").click();
            look(ines, "assess-evidence", javaScript);
            ines.navigate("/assess/requests/" + request);
            press(ines, "Ask a question");
            press(ines, "Ask");
            assertThat(ines.locator(".govuk-error-summary")).containsText("Write your question");
            look(ines, "assess-question", javaScript);
            ines.fill("#words", "Which rootstock was it?");
            press(ines, "Ask");
            assertThat(ines.locator(".govuk-notification-banner")).containsText("1 question sent");

            maya.navigate("/me/requests");
            look(maya, "requests-yours", javaScript);
            link(maya, "Grafts pears on quince").click();
            look(maya, "request-question", javaScript);
            maya.fill("#words", "Quince. It stands behind number 999 000 0018.");
            press(maya, "Send to Ines Duarte");
            assertThat(maya.locator(".espalier-doubts")).containsText("This may be an NHS number");
            look(maya, "request-doubt", javaScript);
            maya.fill("#words", "Quince, and the graft has taken.");
            press(maya, "Save");
            assertThat(maya.locator("main")).containsText("You answered");

            ines.navigate("/assess/requests/" + request);
            press(ines, "Not yet");
            ines.fill("#words", "The union was loose when I looked in May. Show me one that holds.");
            look(ines, "assess-not-yet", javaScript);
            press(ines, "Send back as not yet");
            assertThat(ines.locator(".govuk-notification-banner")).containsText("sent back as not yet");

            maya.navigate("/me/requests/" + request);
            look(maya, "request-returned", javaScript);
            maya.fill("#words", "Bound again; it holds. Please come and look.");
            press(maya, "Send again to Ines Duarte");
            assertThat(maya.locator("main")).containsText("With the assessor");

            ines.navigate("/assess");
            ines.locator("main .govuk-checkboxes__label").all().forEach(Locator::click);
            press(ines, "Sign off");
            assertThat(ines.locator(".govuk-notification-banner")).containsText("5 signed off");
            look(ines, "assess-signed-off", javaScript);
            maya.navigate("/me/requests/" + request);
            look(maya, "request-signed-off", javaScript);
            maya.navigate("/me/requests");
            assertThat(maya.locator("#over")).containsText("(5)");
            look(maya, "requests-over", javaScript);
            ines.navigate("/assess/requests/" + request);
            look(ines, "assess-request-over", javaScript);

            maya.navigate("/me/frameworks/orchard-sign-off/sign-off");
            look(maya, "sign-off-ask", javaScript);
            press(maya, "Ask for sign-off");
            look(maya, "certificates-waiting", javaScript);
            ines.navigate("/assess");
            link(ines, "Levels to sign off").click();
            look(ines, "levels", javaScript);
            ines.locator(".espalier-card a").click();
            look(ines, "level", javaScript);
            var level = ines.url().replaceAll(".*/", "");
            press(ines, "Sign off and issue the certificate");
            assertThat(ines.locator("h1")).hasText("This certificate is valid");
            var code = ines.locator(".espalier-code").textContent();

            var anybody = anybodys.newPage();
            check(anybody, code, javaScript);
            seesNothing(theirs.newPage(), request, level, evidence);
            ines.getByText("Revoke this certificate").click();
            ines.fill("#reason", "Issued for the wrong person");
            press(ines, "Revoke it for good");
            anybody.reload();
            assertThat(anybody.locator("h1")).hasText("This certificate has been revoked");
            assertThat(anybody.locator("main")).containsText("Issued for the wrong person");
            look(anybody, "certificate-revoked", javaScript);
            maya.navigate("/me/certificates");
            look(maya, "certificates", javaScript);
        }
    }

    @Test
    void worksTheQueueByKeyboardAlone() {
        settle();
        var assessor = assessor("Ines Duarte");
        for (var name :
                List.of("Maya Osei", "Bartholomew Featherstonehaugh-Cholmondeley", "Li Wu", "Nia Rhys", "Tom")) {
            ask(learner(name), assessor);
        }
        try (var context = context(1280, true, assessor);
                var phone = context(375, true, assessor);
                var page = context.newPage();
                var small = phone.newPage()) {
            small.navigate("/assess");
            look(small, "assess-many", true);
            page.navigate("/assess");
            look(page, "assess-many", true);
            page.waitForLoadState();
            keys(page, "j", "x", "j", "x", "p");
            assertThat(page.locator("main")).containsText("About these 2 requests");
            assertThat(page.locator("#words")).isFocused();
            page.keyboard().type("Begun well.");
            look(page, "assess-partly", true);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator(".govuk-notification-banner")).containsText("2 sent back as partly met");
            assertThat(page.locator("[role=status]")).containsText("23 requests wait");

            page.waitForLoadState();
            keys(page, "u");
            assertThat(page.locator(".govuk-notification-banner")).containsText("2 back in your queue");
            assertThat(page.locator("[role=status]")).containsText("25 requests wait");

            page.waitForLoadState();
            keys(page, "j", "o");
            page.waitForURL(url -> url.contains("/assess/requests/"));
            page.waitForLoadState();
            keys(page, "v");
            assertThat(page.locator(".govuk-notification-banner")).containsText("1 signed off");
        }
    }

    /** Evidence for a statement, from where everybody reads it. */
    private String collect(Page page, boolean javaScript) {
        page.navigate("/frameworks/orchard-sign-off/versions/1/statements/g2");
        look(page, "statement-steps", javaScript);
        link(page, "Add evidence").click();
        page.locator("button[value=reflection]").click();
        page.locator("#title").fill("Pears in April");
        page.locator("#part-1").fill("I grafted ten pears. Nine have taken.");
        press(page, "Save to my portfolio");
        assertThat(page.locator(".espalier-supported > li")).hasCount(1);
        assertThat(link(page, "Ask for sign-off")).isVisible();
        return page.url().replaceAll(".*/me/portfolio/(\\d+).*", "$1");
    }

    private void ask(Page page, boolean javaScript) {
        page.navigate("/me/frameworks/orchard-sign-off/gap");
        page.locator(".espalier-gap__list input").all().forEach(box -> box.press("Space"));
        press(page, "Ask for sign-off");
        page.fill("#words", "You saw the pears on Tuesday.");
        look(page, "ask", javaScript);
        press(page, "Send");
        assertThat(page.locator(".espalier-requests > li")).hasCount(STEP_2.size());
    }

    private static void check(Page page, String code, boolean javaScript) {
        page.navigate("/certificates");
        look(page, "check", javaScript);
        page.fill("#code", "nonsense");
        press(page, "Check");
        look(page, "check-unknown", javaScript);
        page.fill("#code", code);
        press(page, "Check");
        assertThat(page.locator("h1")).hasText("This certificate is valid");
        look(page, "certificate", javaScript);
    }

    private static void seesNothing(Page page, String request, String level, String evidence) {
        for (var address : List.of(
                "/assess/requests/" + request,
                "/me/requests/" + request,
                "/assess/levels/" + level,
                "/me/portfolio/" + evidence,
                "/me/shared/" + evidence)) {
            assertThat(page.navigate(address).status()).as(address).isEqualTo(404);
            assertThat(page.locator("body")).not().containsText("Maya");
        }
        for (var address : List.of("/assess", "/assess/levels", "/me/requests", "/me/shared", "/me/certificates")) {
            assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
            assertThat(page.locator("body")).not().containsText("Maya");
        }
    }

    private void settle() {
        orchard = application
                .getBean(PublishedVersions.class)
                .current("orchard-sign-off")
                .orElseGet(() -> Orchard.restated(application, "Orchard sign-off"));
        larkfield = Larkfield.in(application);
    }

    private Actor learner(String name) {
        var actor = TestAccounts.named(application, name);
        larkfield.join(actor, larkfield.therapist);
        application.getBean(SetAim.class).to(actor, orchard, "step-2");
        return actor;
    }

    private Actor assessor(String name) {
        var actor = TestAccounts.named(application, name);
        larkfield.join(actor, null);
        larkfield.give(actor, Role.ASSESSOR, new Scope.UnitAndBelow(larkfield.therapy));
        return actor;
    }

    private void ask(Actor learner, Actor assessor) {
        application
                .getBean(AskAssessor.class)
                .ask(
                        learner,
                        new Asked(
                                orchard.id(),
                                STEP_2.stream()
                                        .map(key -> orchard.statement(key)
                                                .map(Statement::id)
                                                .orElseThrow())
                                        .toList(),
                                assessor.account(),
                                larkfield.organisation.id(),
                                Set.of(),
                                "To judge a request",
                                "You saw me on Tuesday, on the long wall behind the kitchen."));
    }

    private BrowserContext context(int width, boolean javaScript, Actor actor) {
        var context = TestBrowser.context(address(), width, javaScript);
        TestAccounts.signedIn(application, port, actor)
                .cookies()
                .forEach(cookie -> context.addCookies(List.of(new Cookie(cookie.getName(), cookie.getValue())
                        .setDomain("localhost")
                        .setPath("/"))));
        return context;
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private static Locator row(Page page, String text) {
        return page.locator("main li")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private static Locator link(Page page, String text) {
        return page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(text))
                .first();
    }

    private static void press(Page page, String button) {
        page.waitForLoadState();
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
        page.waitForLoadState();
    }

    private static void keys(Page page, String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    private static void look(Page page, String name, boolean javaScript) {
        if (javaScript) {
            page.waitForLoadState();
            TestBrowser.lookAt(page, name);
        }
    }
}
