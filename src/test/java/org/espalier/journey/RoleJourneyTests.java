package org.espalier.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An author brings in standards, composes a role from a framework and from them, and publishes it for everybody. */
@EspalierTest
class RoleJourneyTests {
    private static final String PASSWORD = "the-quiet-orchard-at-noon";
    private static final String STANDARDS = """
            Code,Title,Principle code,Principle,Function
            orch&a%1$d,Prune a tree in year %1$d,T,Trees & shrubs,Pruning
            ORCH&B%1$d,Graft a tree in year %1$d,T,Trees & shrubs,Grafting
            """;

    @LocalServerPort
    int port;

    @Autowired
    CreateAccount accounts;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void composesARoleAndPublishesIt(int width) {
        var email = "role-author-" + width + "@espalier.example";
        accounts.atSetUp(new EmailAddress(email), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR), PASSWORD);
        var bees = new Press(application).publish(Beekeeping.framework("for roles " + width));
        try (var context = TestBrowser.context("http://localhost:" + port, width, true);
                var page = context.newPage()) {
            page.navigate("/sign-in");
            page.fill("#email", email);
            page.fill("#password", PASSWORD);
            page.locator("main form button:not([type=button])").first().click();

            bringInStandards(page, width);
            page.navigate("/author");
            page.locator("main a[href='/authoring/roles']").click();
            look(page, "roles-desk");
            page.locator("main a[href='/authoring/roles/new']").click();
            page.fill("#title", "Orchard keeper " + width);
            page.fill("#namedRole", "Orchard keeper");
            look(page, "roles-new");
            page.locator("main form button:not([type=button])").first().click();
            look(page, "roles-empty");
            var home = page.url();

            compose(page, home, bees.slug(), width);
            page.navigate(home);
            look(page, "roles-profile");
            page.navigate(home + "/papers");
            look(page, "roles-papers-draft");
            page.navigate(home + "/publish");
            look(page, "roles-publish");
            page.locator("#publish").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Orchard keeper " + width);
            look(page, "roles-published");
            page.locator("main a[href$='/papers']").click();
            look(page, "roles-papers");
            page.navigate("/standards/ORCH&A" + width);
            assertThat(page.locator("main ul a").last().textContent()).isEqualTo("Orchard keeper " + width);
            look(page, "standard");
        }
    }

    private static void bringInStandards(Page page, int width) {
        page.navigate("/authoring/standards");
        look(page, "standards-import");
        page.setInputFiles(
                "#standards",
                new FilePayload(
                        "standards.csv", "text/csv", STANDARDS.formatted(width).getBytes(StandardCharsets.UTF_8)));
        page.locator("main form button").first().click();
        look(page, "standards-plan");
        page.locator("main form button").first().click();
        assertThat(page.locator("main [role=alert]").first().textContent()).contains("2 standards have been");
        page.navigate("/standards");
        look(page, "standards");
        page.locator("main .espalier-card a").first().click();
        look(page, "standards-principle");
    }

    private static void compose(Page page, String home, String bees, int width) {
        page.navigate(home + "/facts");
        page.check("#level-4");
        page.fill("#scope", "Keeps an orchard.\n\nTeaches others how.");
        look(page, "roles-facts");
        page.locator("main form button").first().click();

        page.navigate(home + "/sections/0/add?q=prune+a+tree");
        page.getByLabel("Prune a tree in year " + width).check();
        look(page, "roles-add-found");
        page.getByRole(AriaRole.BUTTON, named("Add what is ticked")).click();
        page.navigate(home + "/sections/1/add?from=" + bees + "&level=grade-1");
        page.locator("[name=pick]").nth(0).check();
        page.locator("[name=pick]").nth(1).check();
        look(page, "roles-add-browsed");
        page.getByRole(AriaRole.BUTTON, named("Add what is ticked")).click();
        assertThat(page.locator("main [role=alert]").first().textContent()).contains("2 competences have been added");

        page.navigate(home + "/cpd/0");
        page.fill("#title", "Yearly");
        page.fill("#items", "A visit to another orchard");
        page.fill("#minimum", "One day");
        look(page, "roles-row");
        page.locator("main form button").first().click();
        page.navigate(home + "/requirements/part");
        page.fill("#text", "A certificate in pruning");
        page.check("#workingTowards");
        look(page, "roles-requirement");
        page.locator("main form button").first().click();
        page.getByRole(AriaRole.LINK, named("Add an alternative")).first().click();
        page.fill("#text", "Five years in an orchard");
        page.locator("main form button").first().click();
        assertThat(page.locator(".govuk-inset-text").textContent())
                .isEqualTo("Either a certificate in pruning, or working towards it, or else five years in an orchard.");
        look(page, "roles-requirements");
        page.navigate(home + "/time");
        page.fill("#asOf-day", "1");
        page.fill("#asOf-month", "11");
        page.fill("#asOf-year", "2026");
        page.fill("#pillar-0", "Trees");
        page.fill("#percent-0", "90");
        page.locator("main form button").first().click();
        assertThat(page.locator(".govuk-error-summary").textContent()).contains("add up to 90");
        look(page, "roles-time");
        page.fill("#percent-0", "100");
        page.locator("main form button").first().click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void look(Page page, String name) {
        TestBrowser.lookAt(page, name);
    }
}
