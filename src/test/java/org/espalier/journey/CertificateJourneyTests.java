package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.assessment.Claims;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.person.Ladder;
import org.espalier.person.Larkfield;
import org.espalier.person.SetAim;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A level is signed off as a whole, a stranger checks the certificate, and it is revoked. */
@EspalierTest
class CertificateJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "375, false"})
    void issuesChecksAndRevokes(int width, boolean javaScript) {
        var ladder = application
                .getBean(PublishedVersions.class)
                .current("certified-ladder")
                .orElseGet(() -> Ladder.published(application, "Certified ladder"));
        var larkfield = Larkfield.in(application);
        var learner = larkfield.member(larkfield.therapist);
        var assessor = larkfield.with(Role.ASSESSOR, new Scope.UnitAndBelow(larkfield.therapy));
        application.getBean(SetAim.class).to(learner, ladder, "rung-2");
        try (var mine = context(width, javaScript, learner);
                var theirs = context(width, javaScript, assessor);
                var strangers = TestBrowser.context("http://localhost:" + port, width, javaScript)) {
            var page = mine.newPage();
            page.navigate("/me/frameworks/certified-ladder/sign-off");
            assertThat(page.locator("main")).containsText("0 of 2 expectations are signed off.");
            look(page, "sign-off-missing", javaScript);
            verify(larkfield, learner, assessor, ladder);
            page.reload();
            look(page, "sign-off-ask", javaScript);
            press(page, "Ask for sign-off");
            look(page, "certificates-waiting", javaScript);

            var assessing = theirs.newPage();
            assessing.navigate("/assess/levels");
            look(assessing, "levels", javaScript);
            assessing.locator(".espalier-card a").click();
            look(assessing, "level", javaScript);
            press(assessing, "Sign off and issue the certificate");
            assertThat(assessing.locator("h1")).hasText("This certificate is valid");
            var code = assessing.locator(".espalier-code").textContent();

            page.navigate("/me/certificates");
            look(page, "certificates", javaScript);
            var checking = strangers.newPage();
            checking.navigate("/certificates");
            look(checking, "check", javaScript);
            checking.fill("#code", "nonsense");
            press(checking, "Check");
            look(checking, "check-unknown", javaScript);
            checking.fill("#code", code);
            press(checking, "Check");
            assertThat(checking.locator("h1")).hasText("This certificate is valid");
            look(checking, "certificate", javaScript);

            assessing.getByText("Revoke this certificate").click();
            assessing.fill("#reason", "Issued for the wrong person");
            press(assessing, "Revoke it for good");
            checking.reload();
            assertThat(checking.locator("h1")).hasText("This certificate has been revoked");
            assertThat(checking.locator("main")).containsText("Issued for the wrong person");
            look(checking, "certificate-revoked", javaScript);
        }
    }

    private BrowserContext context(int width, boolean javaScript, Actor actor) {
        var context = TestBrowser.context("http://localhost:" + port, width, javaScript);
        TestAccounts.signedIn(application, port, actor)
                .cookies()
                .forEach(cookie -> context.addCookies(List.of(new Cookie(cookie.getName(), cookie.getValue())
                        .setDomain("localhost")
                        .setPath("/"))));
        return context;
    }

    private void verify(Larkfield larkfield, Actor learner, Actor assessor, FrameworkVersion ladder) {
        application
                .getBean(Claims.class)
                .signOff(
                        Stream.of("p2", "r2")
                                .map(key -> new Claims.Judged(
                                        larkfield.person(learner),
                                        ladder.id(),
                                        ladder.statement(key).orElseThrow().id()))
                                .toList(),
                        assessor.account(),
                        null);
    }

    private static void press(Page page, String button) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(button))
                .click();
    }

    private static void look(Page page, String name, boolean javaScript) {
        if (javaScript) {
            TestBrowser.lookAt(page, name);
        }
    }
}
