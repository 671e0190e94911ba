package org.espalier.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.assessment.RateStatements;
import org.espalier.assessment.Rating;
import org.espalier.development.web.Orchard;
import org.espalier.importing.Imports;
import org.espalier.learning.College;
import org.espalier.learning.Providers;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.learning.coverage.Subject;
import org.espalier.person.Larkfield;
import org.espalier.person.People;
import org.espalier.person.SetAim;
import org.espalier.portfolio.EvidenceContent;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.Structure;
import org.espalier.portfolio.WriteEvidence;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A provider says what it offers and what that covers; somebody finds what closes their gap and asks for recognition. */
@EspalierTest
class LearningJourneyTests {
    private static final String PASSWORD = "the-quiet-orchard-at-noon";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @ParameterizedTest
    @CsvSource({"1280, true", "375, true", "375, false"})
    void offersCoversClosesAndRecognises(int width, boolean javaScript) {
        var name = width + "-" + javaScript;
        var orchard = Orchard.restated(application, "Orchard journey " + name);
        var college = Larkfield.in(application);
        var educator = account("educator-" + name, "Edda Educator");
        college.join(educator, null);
        college.give(educator, Role.EDUCATOR, new Scope.WholeOrganisation());
        var author = account("reviewer-" + name, "Ada Author", Role.FRAMEWORK_AUTHOR);
        var learner = learner(name, orchard);
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript)) {
            var page = context.newPage();
            signIn(page, "educator-" + name);
            page.navigate(college.organisation.address() + "/learning");
            look(page, "learning-own-none", javaScript);
            page.getByText("Add a course or other learning").click();
            press(page, "Save and publish");
            look(page, "learning-offer-errors", javaScript);
            page.fill("#title", "Pruning " + name);
            page.selectOption("#kind", "FORMAL");
            page.fill("#summary", "All about pruning.");
            page.selectOption("#scale", "SCQF");
            page.fill("#level", "6");
            page.fill("#cost", "0");
            page.fill("#priorLearning", "Show us your records.");
            press(page, "Save and publish");
            assertThat(page.locator(".govuk-notification-banner")).containsText("Saved and published");
            look(page, "learning-offer-form", javaScript);
            link(page, "What it covers");
            page.selectOption("#framework", orchard.slug());
            press(page, "Show its parts");
            look(page, "learning-covers", javaScript);
            press(page, "Add");
            look(page, "learning-covers-errors", javaScript);
            page.locator("#kind").check();
            page.locator("#g-pruning").check();
            page.fill("#evidence", "Two days in the orchard.");
            press(page, "Add");
            assertThat(page.locator(".espalier-rows")).containsText("Teaches it");
            page.getByText("Change", new Page.GetByTextOptions().setExact(false))
                    .first()
                    .click();
            look(page, "learning-claim-form", javaScript);
            page.navigate(college.organisation.address() + "/learning/files");
            look(page, "learning-files", javaScript);
            page.setInputFiles(
                    "#file",
                    new FilePayload(
                            "courses.csv",
                            "text/csv",
                            "Reference,Title\nG1,Grafting\nG2,=1+1\n".getBytes(StandardCharsets.UTF_8)));
            press(page, "Look at what would change");
            look(page, "learning-files-plan", javaScript);
        }
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript)) {
            var page = context.newPage();
            page.navigate("/learning?q=pruning");
            look(page, "learning-search", javaScript);
            link(page, "Pruning " + name);
            look(page, "learning-offer", javaScript);
            page.navigate("/learning/frameworks/" + orchard.slug());
            look(page, "learning-map", javaScript);
            page.locator("table a").first().click();
            look(page, "learning-competency", javaScript);
            signIn(page, "reviewer-" + name);
            page.navigate("/learning/frameworks/" + orchard.slug() + "/competencies/pruning");
            page.locator(".espalier-rows a[href^='/learning/claims']").click();
            press(page, "Save the review");
            look(page, "learning-claim-errors", javaScript);
            page.locator("#verdict").check();
            press(page, "Save the review");
            look(page, "learning-claim-reviewed", javaScript);
        }
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript)) {
            var page = context.newPage();
            signIn(page, "learner-" + name);
            page.navigate("/me/frameworks/" + orchard.slug() + "/gap");
            link(page, "Learning that would close most of your gap");
            assertThat(page.locator(".espalier-closing")).containsText("Reviewed and accepted");
            look(page, "learning-closing", javaScript);
            link(page, "Pruning " + name);
            link(page, "Ask for recognition of prior learning");
            press(page, "Ask them");
            look(page, "recognition-ask-errors", javaScript);
            page.getByLabel("Three winters of pruning").check();
            page.fill("#words", "At my uncle’s.");
            press(page, "Ask them");
            look(page, "recognitions", javaScript);
        }
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript)) {
            var page = context.newPage();
            signIn(page, "educator-" + name);
            page.navigate(college.organisation.address() + "/learning/recognition");
            look(page, "recognition-desk", javaScript);
            page.locator(".espalier-rows a").first().click();
            look(page, "recognition-decide", javaScript);
            page.locator("#how").check();
            page.fill("#credits", "15");
            page.fill("#decision", "The first module");
            press(page, "Save and tell them");
            assertThat(page.locator(".govuk-notification-banner")).containsText("the person has been told");
            Orchard.revised(application, "Orchard journey " + name);
            page.navigate(college.organisation.address() + "/learning");
            link(page, "Confirm what still holds");
            look(page, "learning-confirm", javaScript);
            press(page, "Confirm those ticked");
            look(page, "learning-confirm-errors", javaScript);
            link(page, "Tick all of them");
            press(page, "Confirm those ticked");
            assertThat(page.locator(".govuk-notification-banner")).containsText("1 confirmed");
        }
        try (var context = TestBrowser.context("http://localhost:" + port, width, javaScript)) {
            var page = context.newPage();
            signIn(page, "learner-" + name);
            page.navigate("/me/recognition");
            page.locator(".espalier-rows a").first().click();
            assertThat(page.locator("main")).containsText("The first module");
            look(page, "recognition-decided", javaScript);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void looksAtTheProviderColumnOfAPublishedFramework(int width) {
        var document = Imports.published("004").document();
        var version = new Press(application).publish(document);
        var provider = application
                .getBean(Providers.class)
                .named(document.providerMappings().getFirst().provider())
                .orElseThrow();
        account("sorter-" + width, "Sam Sorter", Role.FRAMEWORK_AUTHOR);
        try (var context = TestBrowser.context("http://localhost:" + port, width, true);
                var page = context.newPage()) {
            var address = provider.address() + "/frameworks/" + version.slug();
            page.navigate(address);
            look(page, "learning-provider-column", true);
            if (width == 375) {
                assertThat(page.locator(".espalier-coverage-map:visible")).hasCount(1);
                page.locator(".espalier-coverage-parts a").nth(2).click();
                assertThat(page.locator(".espalier-coverage-map:visible h2"))
                        .hasText(version.groups().get(2).name());
                look(page, "learning-provider-column-part", true);
            }
            signIn(page, "sorter-" + width);
            page.navigate(address + "/sort");
            look(page, "learning-sort", true);
            page.locator("fieldset")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("4.1 "))
                    .getByLabel("Has a policy on it, and does not teach it")
                    .check();
            press(page, "Save");
            assertThat(page.locator(".espalier-coverage-legend")).containsText("Policy only 1");
            look(page, "learning-provider-column-sorted", true);
            page.navigate("/learning/frameworks/" + version.slug());
            look(page, "learning-map-published", true);
            page.navigate("/learning/providers");
            look(page, "learning-providers", true);
        }
    }

    @Test
    void showsAManagerTheTeamsNeeds() {
        var orchard = Orchard.restated(application, "Orchard team journey");
        var larkfield = Larkfield.in(application);
        var college = new College(application, larkfield);
        college.claim(college.course("Grafting for teams"), CoverageKind.TEACHES, orchard, "g2");
        for (var n = 0; n < 5; n++) {
            application.getBean(SetAim.class).to(larkfield.member(larkfield.therapist), orchard, "step-2");
        }
        var manager = account("manager-of-needs", "Mo Manager");
        larkfield.join(manager, null);
        larkfield.give(manager, Role.MANAGER, new Scope.WholeOrganisation());
        try (var context = TestBrowser.context("http://localhost:" + port, 1280, true);
                var page = context.newPage()) {
            signIn(page, "manager-of-needs");
            page.navigate(larkfield.organisation.address() + "/people");
            link(page, "What would close most of your team’s gaps");
            lookAtBothWidths(page, "learning-needs");
            page.locator(".espalier-rows a").first().click();
            assertThat(page.locator(".espalier-closing")).containsText("Grafting for teams");
            lookAtBothWidths(page, "learning-needs-group");
        }
    }

    @Test
    void makesOneProviderOfTwo() {
        var larkfield = Larkfield.in(application);
        var version =
                new Press(application).publish(Beekeeping.framework("of a merging journey", "Keepers of a journey"));
        var college = new College(application, larkfield);
        college.claim(college.course("Swarms"), CoverageKind.TEACHES, Subject.of(version.id(), "health", null));
        var printed = application
                .getBean(Providers.class)
                .named("Keepers of a journey")
                .orElseThrow();
        account("joiner-of-providers", "Jo Joiner", Role.ADMINISTRATOR);
        try (var context = TestBrowser.context("http://localhost:" + port, 1280, true);
                var page = context.newPage()) {
            signIn(page, "joiner-of-providers");
            page.navigate(printed.address());
            lookAtBothWidths(page, "learning-provider-printed");
            page.navigate(printed.address() + "/link");
            press(page, "Link it");
            lookAtBothWidths(page, "learning-provider-link-errors");
            page.navigate(printed.address() + "/merge");
            lookAtBothWidths(page, "learning-merge");
            page.locator("#with")
                    .selectOption(new com.microsoft.playwright.options.SelectOption()
                            .setLabel(larkfield.organisation.name()));
            page.locator("#stays-with").check();
            press(page, "Look at what comes of it");
            lookAtBothWidths(page, "learning-merge-confirm");
            press(page, "Make them one");
            lookAtBothWidths(page, "learning-merge-open");
            page.locator("main input[type=radio]").first().check();
            press(page, "Make them one");
            assertThat(page.locator(".govuk-notification-banner")).containsText("one provider from now on");
            lookAtBothWidths(page, "learning-merged");
        }
    }

    private Actor learner(String name, org.espalier.framework.FrameworkVersion orchard) {
        var learner = account("learner-" + name, "Lena Learner");
        application.getBean(SetAim.class).to(learner, orchard, "step-2");
        var ratings = new java.util.LinkedHashMap<org.espalier.framework.StatementId, Rating>();
        for (var key : List.of("p2", "p3", "g2")) {
            ratings.put(orchard.statement(key).orElseThrow().id(), Rating.NOT_YET);
        }
        application
                .getBean(RateStatements.class)
                .rate(learner, application.getBean(People.class).of(learner), orchard.id(), ratings);
        var write = application.getBean(WriteEvidence.class);
        var id = write.begin(learner, EvidenceKind.REFLECTION, List.of());
        write.save(
                learner,
                id,
                new EvidenceContent(
                        "Three winters of pruning",
                        LocalDate.now(),
                        Structure.FREE,
                        List.of("I pruned."),
                        null,
                        null,
                        null,
                        null,
                        null),
                false,
                true);
        return learner;
    }

    private Actor account(String name, String called, Role... roles) {
        var account = application
                .getBean(CreateAccount.class)
                .atSetUp(new EmailAddress(name + "@espalier.example"), called, Set.of(roles), PASSWORD)
                .orElseThrow();
        return new Actor(account, called, Set.of(roles));
    }

    private static void signIn(Page page, String name) {
        page.navigate("/sign-in");
        page.fill("#email", name + "@espalier.example");
        page.fill("#password", PASSWORD);
        page.locator("main").getByRole(AriaRole.BUTTON).last().click();
        page.waitForURL(address -> !address.contains("/sign-in"));
    }

    private static void press(Page page, String button) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(button)
                                .setExact(true))
                .click();
    }

    private static void link(Page page, String text) {
        page.locator("main")
                .getByRole(AriaRole.LINK, new com.microsoft.playwright.Locator.GetByRoleOptions().setName(text))
                .first()
                .click();
    }

    private static void lookAtBothWidths(Page page, String name) {
        for (var width : List.of(375, 1280)) {
            page.setViewportSize(width, 800);
            TestBrowser.lookAt(page, name);
        }
    }

    /** axe needs JavaScript; without it the page is only walked. */
    private static void look(Page page, String name, boolean javaScript) {
        if (javaScript) {
            TestBrowser.lookAt(page, name);
        }
    }
}
