package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.person.Larkfield;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Somebody looks after an organisation: teams, people, roles, an import; somebody joins and leaves. */
@EspalierTest
class OrganisationJourneyTests {
    private static final String PASSWORD = "the-quiet-orchard-at-noon";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "1280, false"})
    void looksAfterAnOrganisation(int width, boolean javaScript) {
        var larkfield = Larkfield.in(application);
        var home = larkfield.organisation.address();
        var hana = larkfield.with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation());
        var maya = larkfield.member(larkfield.therapist);
        try (var context = context(width, javaScript, hana);
                var page = context.newPage()) {
            page.navigate(home);
            look(page, "organisation", javaScript);

            link(page, "Teams and posts").click();
            look(page, "organisation-teams", javaScript);
            button(page, "Add a unit or team").click();
            press(page, "Add");
            look(page, "organisation-unit-error", javaScript);
            page.getByLabel("Name").fill("Reablement");
            press(page, "Add");
            assertThat(page.locator(".govuk-notification-banner")).isVisible();
            link(page, "North").click();
            look(page, "organisation-team", javaScript);
            link(page, "Add a post").click();
            page.getByLabel("Title").fill("Senior therapist");
            page.getByLabel("Reports to").selectOption("Lead, Therapy");
            look(page, "organisation-post", javaScript);
            press(page, "Add post");
            assertThat(page.locator("main")).containsText("reports to Lead, Therapy");

            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("People").setExact(true))
                    .click();
            look(page, "organisation-people", javaScript);
            link(page, maya.name()).click();
            look(page, "organisation-person", javaScript);
            link(page, "Give " + maya.name() + " a role").click();
            press(page, "Give this role");
            look(page, "organisation-role-errors", javaScript);
            page.getByLabel("Assessor", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByLabel("In a unit or team, and all below it").check();
            page.getByLabel("Unit or team", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("Therapy");
            look(page, "organisation-role", javaScript);
            press(page, "Give this role");
            assertThat(page.locator("main")).containsText("In Therapy and all below it");
            page.navigate(home + "/roles");
            look(page, "organisation-roles", javaScript);

            imports(page, home, javaScript);

            page.navigate(home + "/people/" + larkfield.person(maya) + "/leave");
            look(page, "organisation-take-out", javaScript);
        }
    }

    private static void imports(Page page, String home, boolean javaScript) {
        page.navigate(home + "/import");
        look(page, "organisation-import", javaScript);
        choose(page, "people.csv", "Staff number,Name,Email\n1,A,a\n=2,B,b@example.org\n");
        assertThat(page.locator("h1")).hasText("This cannot be imported yet");
        look(page, "organisation-import-refused", javaScript);
        page.navigate(home + "/import");
        var domain = "@" + UUID.randomUUID() + ".example";
        choose(
                page,
                "people.csv",
                "Staff number,Name,Email,Post,Team,Reports to\nLK1,Nia New,nia" + domain
                        + ",Driver,Transport > Vans,\nLK2,Gwen Far,gwen" + domain
                        + ",Therapist,Therapy > North,Lead\n");
        assertThat(page.locator("h1")).hasText("This would change");
        look(page, "organisation-import-plan", javaScript);
        press(page, "Import");
        assertThat(page.locator(".govuk-notification-banner")).containsText("2 people added");
        page.navigate(home + "/people?q=LK1");
        assertThat(page.locator(".espalier-accounts__account")).hasCount(1);
    }

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "375, false"})
    void joinsByALinkAndLeaves(int width, boolean javaScript) {
        var larkfield = Larkfield.in(application);
        var hana = larkfield.with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation());
        String link;
        try (var context = context(width, javaScript, hana);
                var page = context.newPage()) {
            page.navigate(larkfield.organisation.address() + "/people/new");
            page.getByLabel("Name").fill("Nia Newcomer");
            page.getByLabel("Email address").fill(UUID.randomUUID() + "@example.org");
            page.getByLabel("Post (optional)").selectOption("Therapist, North");
            page.getByLabel("They accept an invitation").check();
            look(page, "organisation-newcomer", javaScript);
            press(page, "Continue");
            look(page, "organisation-link", javaScript);
            link = URI.create(page.getByLabel("One-time link").inputValue()).getPath();
            page.navigate(larkfield.organisation.address() + "/invitations");
            look(page, "organisation-invitations", javaScript);
        }
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript);
                var page = context.newPage()) {
            page.navigate(link);
            look(page, "invitation", javaScript);
            press(page, "Join " + larkfield.organisation.name());
            page.fill("#next", PASSWORD);
            press(page, "Set password and sign in");
            if (width < 600) {
                page.locator(".espalier-menu summary").click();
            }
            link(page, "My organisations").click();
            assertThat(page.locator("main")).containsText("Therapist, North");
            look(page, "my-organisations", javaScript);
            link(page, "Leave " + larkfield.organisation.name()).click();
            look(page, "my-organisations-leave", javaScript);
            press(page, "Leave " + larkfield.organisation.name());
            look(page, "my-organisations-none", javaScript);
            page.navigate(link);
            look(page, "invitation-over", javaScript);
        }
    }

    @Test
    void givesARoleWithTheKeyboardAlone() {
        var larkfield = Larkfield.in(application);
        var hana = larkfield.with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation());
        var owen = larkfield.member(larkfield.lead);
        try (var context = context(1280, true, hana);
                var page = context.newPage()) {
            page.navigate(larkfield.organisation.address() + "/people/" + larkfield.person(owen) + "/roles/new");
            page.locator("#role").focus();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("input[value=MANAGER]")).isChecked();
            page.keyboard().press("Tab");
            page.keyboard().press("Space");
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("#where-unit")).isChecked();
            page.keyboard().press("Tab");
            assertThat(page.locator("#unit")).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().type("Therapy");
            page.keyboard().press("Enter");
            page.locator("#last").focus();
            for (var i = 0;
                    i < 12
                            && !page.evaluate("document.activeElement.textContent")
                                    .toString()
                                    .contains("Give this role");
                    i++) {
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.endsWith("?saved"));
            assertThat(page.locator("main")).containsText("Manager");
        }
    }

    @Test
    void addsAnOrganisationToTheInstallation() {
        var administrator = TestAccounts.actor(application, Role.ADMINISTRATOR);
        try (var context = context(375, true, administrator);
                var page = context.newPage()) {
            page.navigate("/admin/organisations");
            press(page, "Add organisation");
            look(page, "organisations-error", true);
        }
    }

    private BrowserContext context(int width, boolean javaScript, Actor actor) {
        var site = "http://localhost:" + port;
        var context = TestBrowser.context(site, width, javaScript);
        TestAccounts.signedIn(application, port, actor)
                .cookies()
                .forEach(cookie ->
                        context.addCookies(List.of(new Cookie(cookie.getName(), cookie.getValue()).setUrl(site))));
        return context;
    }

    private static void choose(Page page, String name, String content) {
        page.setInputFiles("#people", new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        press(page, "See what would change");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void press(Page page, String button) {
        button(page, button).first().click();
    }

    /** Axe needs a script; a page without one is asked for in vain. */
    private static void look(Page page, String name, boolean javaScript) {
        if (javaScript) {
            TestBrowser.lookAt(page, name);
        }
    }
}
