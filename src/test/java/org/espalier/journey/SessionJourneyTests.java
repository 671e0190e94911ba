package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
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
import org.espalier.person.Ladder;
import org.espalier.person.Larkfield;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A group is signed off after a session and one person taken out again; three people sign one thing. */
@EspalierTest
class SessionJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "375, false"})
    void signsOffAGroupAndTakesOneOut(int width, boolean javaScript) {
        var ladder = ladder();
        var larkfield = Larkfield.in(application);
        var learners = Stream.of("Ana Bell", "Ben Cole", "Cara Dunn", "Dev Ellis", "Eve Frost", "Finn Gray")
                .map(name -> TestAccounts.named(application, name))
                .toList();
        learners.forEach(learner -> larkfield.join(learner, larkfield.therapist));
        var assessor = larkfield.member(larkfield.therapist);
        larkfield.give(assessor, Role.ASSESSOR, new Scope.UnitAndBelow(larkfield.north));
        verify(larkfield, learners.getFirst(), assessor, ladder);
        try (var theirs = context(width, javaScript, assessor);
                var ours = context(width, javaScript, learners.getLast())) {
            var page = theirs.newPage();
            page.navigate("/assess");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign off a group"))
                    .click();
            look(page, "sessions-none", javaScript);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start"))
                    .click();
            press(page, "Save and continue");
            look(page, "session-wrong", javaScript);
            page.fill("#title", "Moving and handling, autumn session");
            page.selectOption("#version", ladder.id().toString());
            press(page, "Save and continue");
            assertThat(page.locator("h1")).hasText("What did they show?");
            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("Rung 2"))
                    .click();
            page.locator(".espalier-tick-part[open] [data-tick-all=true]")
                    .first()
                    .click();
            if (!javaScript) {
                assertThat(page.locator("input[name=s]:checked")).hasCount(2);
            }
            look(page, "session-statements", javaScript);
            press(page, "Save and continue");
            page.locator("[data-tick-all=true]").first().click();
            assertThat(page.locator("input[name=p]:checked")).hasCount(6);
            look(page, "session-people", javaScript);
            press(page, "Save and continue");
            assertThat(page.locator("main")).containsText("6 people, 11 sign-offs");
            page.locator(".espalier-tick-part summary").nth(1).click();
            page.locator(".espalier-tick-part[open] input[name=out]").first().check();
            look(page, "session-check", javaScript);
            press(page, "Show the numbers again");
            assertThat(page.locator("main")).containsText("6 people, 10 sign-offs");
            press(page, "Sign off this group");
            assertThat(page.locator("main")).containsText("10 sign-offs recorded");
            look(page, "session", javaScript);
            page.locator(".espalier-tick-part summary").last().click();
            page.locator(".espalier-tick-part[open] textarea").fill("Had to leave before the end");
            page.locator(".espalier-tick-part[open] button").click();
            assertThat(page.locator("main")).containsText("5 people, 8 sign-offs");
            page.navigate("/assess/sessions");
            look(page, "sessions", javaScript);
            page.navigate("/assess/conflicts");
            look(page, "conflicts", javaScript);

            var learner = ours.newPage();
            learner.navigate("/me/sessions");
            look(learner, "my-sessions", javaScript);
            learner.navigate("/me/conflicts?find=" + assessor.name().split(" ")[0]);
            look(learner, "my-conflicts", javaScript);
            learner.navigate("/me/sessions");
            learner.locator(".espalier-requests a").click();
            assertThat(learner.locator("main")).containsText("Had to leave before the end");
            look(learner, "my-session", javaScript);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true"})
    void letsThreePeopleSignOneThing(int width, boolean javaScript) {
        var larkfield = Larkfield.in(application);
        var learner = larkfield.member(larkfield.therapist);
        var manager = larkfield.member(larkfield.lead);
        var educator = larkfield.with(Role.EDUCATOR, new Scope.UnitAndBelow(larkfield.therapy));
        try (var ours = context(width, javaScript, learner);
                var managers = context(width, javaScript, manager);
                var educators = context(width, javaScript, educator)) {
            var page = ours.newPage();
            page.navigate("/me/requests");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Signed together"))
                    .click();
            look(page, "attestations-none", javaScript);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask others to sign with you"))
                    .click();
            press(page, "Sign and send");
            look(page, "attestation-wrong", javaScript);
            page.fill("#title", "First year as a therapist completed");
            page.fill("#words", "I have worked for a year in the northern team, and everything in my plan is done.");
            page.getByLabel(educator.name()).check();
            page.getByLabel(manager.name()).check();
            look(page, "attestation-new", javaScript);
            press(page, "Sign and send");
            look(page, "attestation-begun", javaScript);
            var path = page.url().replaceAll(".*(/attestations/\\d+).*", "$1");

            var managing = managers.newPage();
            managing.navigate(path);
            managing.getByText("I do not want to sign").click();
            managing.fill("#words", "One part of your plan is still open");
            press(managing, "Decline");
            page.navigate(path);
            look(page, "attestation-declined", javaScript);
            press(page, "Ask");
            managing.navigate(path);
            look(managing, "attestation-to-sign", javaScript);
            press(managing, "Sign");

            var educating = educators.newPage();
            educating.navigate("/attestations");
            look(educating, "attestations", javaScript);
            educating.locator(".espalier-requests a").click();
            press(educating, "Sign");
            page.navigate(path);
            assertThat(page.locator("main")).containsText("Signed by all");
            look(page, "attestation-complete", javaScript);
        }
    }

    private FrameworkVersion ladder() {
        return Ladder.once(application, "Session ladder");
    }

    private void verify(Larkfield larkfield, Actor learner, Actor assessor, FrameworkVersion ladder) {
        application
                .getBean(Claims.class)
                .signOff(
                        List.of(new Claims.Judged(
                                larkfield.person(learner),
                                ladder.id(),
                                ladder.statement("p2").orElseThrow().id())),
                        assessor.account(),
                        null);
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

    private static void press(Page page, String button) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void look(Page page, String name, boolean javaScript) {
        if (javaScript) {
            TestBrowser.lookAt(page, name);
        }
    }
}
