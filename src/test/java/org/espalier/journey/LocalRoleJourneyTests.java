package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.person.Larkfield;
import org.espalier.roleprofile.local.HiveRole;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A national role profile is localised, aimed for, revised, and its local additions follow; roles are compared. */
@EspalierTest
class LocalRoleJourneyTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "375, false"})
    void localisesARoleAndFollowsItsRevision(int width, boolean javaScript) {
        var press = new Press(application);
        var title = "Hive lead, journey " + width + (javaScript ? "" : " plain");
        var national =
                press.publish(HiveRole.document(title, List.of(HiveRole.RECORDS, HiveRole.SWARMS, HiveRole.HONEY)));
        var larkfield = Larkfield.in(application);
        var admin = larkfield.with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation());
        try (var keepers = context(width, javaScript, admin);
                var learners = context(width, javaScript, larkfield.member(null));
                var strangers = TestBrowser.context("http://localhost:" + port, width, javaScript)) {
            var page = keepers.newPage();
            page.navigate(larkfield.organisation.address() + "/local-roles");
            look(page, "local-roles-none", javaScript);
            page.getByText("Add to a national role profile").click();
            look(page, "local-roles-new", javaScript);
            // few profiles are chosen from a list, many are searched for
            if (page.locator("select#national").count() > 0) {
                page.selectOption("#national", national.slug());
            } else {
                page.navigate(page.url().replaceAll("\\?.*", "") + "?q="
                        + national.title().replace(" ", "+"));
                look(page, "local-roles-found", javaScript);
                page.locator("[name=national][value=" + national.slug() + "]").check();
            }
            press(page, "Continue");
            page.getByText("Add a competence in your own words").click();
            press(page, "Add");
            assertThat(page.locator(".govuk-error-message")).containsText("Write something first");
            look(page, "local-competence-error", javaScript);
            page.fill("#words", "Keep bees warm through a Larkfield winter");
            press(page, "Add");
            page.getByText("Add a national standard").click();
            page.fill("#code", "APIA3");
            page.fill("#title", "Treat mites with thymol");
            look(page, "local-standard", javaScript);
            press(page, "Add");
            page.locator("#national-" + national.statements().get(1).key() + " .espalier-local__add")
                    .click();
            page.fill("#text", "Call the duty keeper first: swarms here hang over a school.");
            look(page, "local-note", javaScript);
            press(page, "Add");
            page.navigate(page.url().replaceAll("\\?.*", "") + "/statements/new?q=honey");
            look(page, "local-statement", javaScript);
            page.goBack();
            look(page, "local-role-draft", javaScript);
            press(page, "Publish local additions");
            assertThat(page.locator(".govuk-notification-banner")).containsText("Published");
            look(page, "local-role-kept", javaScript);

            var address = "/roles/local/" + larkfield.organisation.slug() + "/" + national.slug();
            var reading = strangers.newPage();
            reading.navigate(address);
            assertThat(reading.locator("h1")).hasText("Hive lead");
            look(reading, "local-role", javaScript);
            var learning = learners.newPage();
            learning.navigate(address);
            press(learning, "Aim for this role");
            look(learning, "local-role-aimed", javaScript);

            press.publish(
                    HiveRole.document(title, List.of(HiveRole.RECORDS, HiveRole.SWARMS_REWORDED, HiveRole.MITES)));
            page.reload();
            page.getByText("See what changed and decide").click();
            look(page, "local-role-revise", javaScript);
            press(page, "Take this over and publish");
            assertThat(page.locator(".govuk-error-summary")).isVisible();
            look(page, "local-role-undecided", javaScript);
            page.getByLabel("Drop the local one: the national one is enough").check();
            page.getByLabel("Keep it where it is").check();
            press(page, "Take this over and publish");
            assertThat(page.locator(".govuk-notification-banner")).containsText("Published");
            reading.reload();
            assertThat(reading.locator("main")).containsText("as in version 2");
            page.navigate(larkfield.organisation.address() + "/local-roles");
            look(page, "local-roles", javaScript);
            reading.navigate("/frameworks");
            look(reading, "catalogue-with-local-additions", javaScript);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true"})
    void comparesARoleWithAnotherAndWithALevel(int width, boolean javaScript) {
        var press = new Press(application);
        var levels = press.publish(Beekeeping.restated("for comparison " + width));
        var one = press.publish(
                HiveRole.document("Compared " + width, List.of(HiveRole.RECORDS, HiveRole.SWARMS, HiveRole.MITES)));
        var other = press.publish(HiveRole.document(
                "Compared with " + width, List.of(HiveRole.RECORDS, HiveRole.SWARMS_REWORDED, HiveRole.HONEY)));
        try (var strangers = TestBrowser.context("http://localhost:" + port, width, javaScript)) {
            var page = strangers.newPage();
            page.navigate("/frameworks/" + one.slug());
            page.getByText("Compare this role with another role or level").click();
            look(page, "compare-choose", javaScript);
            if (page.locator("select#b").count() > 0) {
                page.selectOption("#b", other.slug());
                press(page, "Compare");
            } else {
                page.fill("#b", "Compared with " + width);
                page.locator("#b-found a[href$='b=" + other.slug() + "']").click();
            }
            assertThat(page.locator("h1")).containsText("Compared " + width + " and Compared with " + width);
            look(page, "compare-roles", javaScript);
            page.navigate("/roles/compare?a=" + one.slug() + "&b=" + levels.slug() + "/grade-2");
            look(page, "compare-role-level", javaScript);
            page.navigate("/roles/compare?a=" + levels.slug() + "/grade-1&b=" + levels.slug() + "/grade-2");
            look(page, "compare-levels", javaScript);
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
