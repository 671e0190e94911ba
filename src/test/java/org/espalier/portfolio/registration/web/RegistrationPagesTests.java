package org.espalier.portfolio.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.organisation.Organisations;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.espalier.portfolio.EvidenceContent;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.Structure;
import org.espalier.portfolio.WriteEvidence;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class RegistrationPagesTests {
    private static final String REGISTRATIONS = "/me/portfolio/registrations";
    private static final LocalDate TODAY = LocalDate.now();
    private static final LocalDate UNTIL = TODAY.plusMonths(6);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private Actor actor;
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        actor = TestAccounts.actor(application);
        visitor = TestAccounts.signedIn(application, port, actor);
    }

    @Test
    void asksWhatSomebodyIsRegisteredForAndUntilWhen() {
        var form = visitor.get(REGISTRATIONS + "/new");

        var refused = visitor.submit(form.form(REGISTRATIONS));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors())
                .containsExactly("Select what you are registered for", "Enter the last day of your present cycle");
    }

    @Test
    void saysWhatIsMissingAndWhyAndByWhen() {
        var nmc = register("nmc-revalidation", Map.of());
        log(EvidenceKind.CPD, "Wound care study day", TODAY, "12.5", true);
        log(EvidenceKind.CPD, "Reading", TODAY, "3", false);

        var page = visitor.get(nmc);

        assertThat(page.heading()).isEqualTo("NMC revalidation");
        assertThat(found(page, "learning")).startsWith("15.5 of 35 hours. 19.5 more by");
        assertThat(found(page, "learning-with-others")).startsWith("12.5 of 20 hours. 7.5 more by");
        assertThat(found(page, "practice-hours")).startsWith("0 of 450 hours.");
        assertThat(page.html()
                        .select(".espalier-hits li:has(a:contains(Reading))")
                        .text())
                .contains("✓ Counts for: Hours of learning")
                .contains("Does not count for Hours of learning with others: you learnt by yourself.");
        assertThat(page.html().select("ol .govuk-tag").eachText()).hasSize(9).containsOnly("Not met yet");
    }

    @Test
    void feedsAllRegistrationsFromOneLogWithAFixedNumberOfStatements() throws Exception {
        register("nmc-revalidation", Map.of());
        register("hcpc-cpd", Map.of());
        visitor.get(REGISTRATIONS);
        var few = SqlStatements.during(() -> visitor.get(REGISTRATIONS)).size();
        for (var n = 0; n < 3; n++) {
            register("nmc-revalidation", Map.of("two", "yes"));
            log(EvidenceKind.CPD, "Course " + n, TODAY, "1", true);
        }

        assertThat(visitor.get(REGISTRATIONS).html().select(".espalier-hits li .espalier-hits__title"))
                .hasSize(5);
        assertThat(SqlStatements.during(() -> visitor.get(REGISTRATIONS))).hasSize(few);
    }

    @Test
    void asksMoreOfWhoHoldsTwoRegistrationsAndOnlyWhereTheRulesKnowThem() {
        assertThat(found(visitor.get(register("nmc-revalidation", Map.of("two", "yes"))), "practice-hours"))
                .startsWith("0 of 900 hours.");
        assertThat(visitor.get(register("hcpc-cpd", Map.of("two", "yes")))
                        .html()
                        .select("main")
                        .text())
                .doesNotContain("two registrations");
    }

    @Test
    void isNobodyElses() {
        var mine = register("hcpc-cpd", Map.of());
        var stranger = TestAccounts.signedIn(application, port);

        assertThat(stranger.get(mine).status()).isEqualTo(404);
        assertThat(stranger.get(mine + "/change").status()).isEqualTo(404);
        assertThat(Visitor.to(port).get(mine).location()).startsWith("/sign-in");
    }

    @Test
    void canBeCorrectedAndTakenOffTheList() {
        var mine = register("hcpc-cpd", Map.of("number", "OT00000"));
        var changed = visitor.follow(
                visitor.submit(visitor.get(mine + "/change").form(mine + "/change"), Map.of("number", "OT12345")));

        assertThat(changed.html().select("main").text()).contains("Registration number OT12345");
        var ended = visitor.follow(visitor.submit(visitor.get(mine + "/change").form(mine + "/end")));
        assertThat(ended.html().select(".govuk-notification-banner").text()).contains("Taken off your list");
        assertThat(visitor.get(mine).status()).isEqualTo(404);
    }

    @Test
    void takesAStatementHoursOfPracticeAndWhyThereIsAGap() {
        var nmc = register("nmc-revalidation", Map.of());
        var said = visitor.follow(visitor.submit(
                visitor.get(nmc + "/say/indemnity").form(nmc + "/say/indemnity"),
                Map.of("text", "My employer covers me.")));
        assertThat(found(said, "indemnity")).isEqualTo("4 words.");
        assertThat(said.html().select("#indemnity .govuk-tag").text()).isEqualTo("Met");

        var practice = Map.of(
                "from-day",
                "1",
                "from-month",
                "1",
                "from-year",
                String.valueOf(TODAY.getYear() - 1),
                "until-day",
                "30",
                "until-month",
                "6",
                "until-year",
                String.valueOf(TODAY.getYear() - 1),
                "hours",
                "460",
                "setting",
                "Larkfield, community team");
        var logged =
                visitor.follow(visitor.submit(visitor.get(nmc + "/practice").form(nmc + "/practice"), practice));
        assertThat(logged.html().select(".espalier-hits__title").text())
                .isEqualTo("460 hours · Larkfield, community team");
        assertThat(found(visitor.get(nmc), "practice-hours")).isEqualTo("460 hours; 450 are asked for.");
        var tooMany = new HashMap<>(practice);
        tooMany.put("hours", "99000");
        assertThat(visitor.submit(visitor.get(nmc + "/practice").form(nmc + "/practice"), tooMany)
                        .errors())
                .containsExactly("That is more hours than there are between these days");

        var hcpc = register("hcpc-cpd", Map.of());
        var page = visitor.get(hcpc);
        assertThat(found(page, "continuous-record")).isEqualTo("One gap is not explained yet.");
        var form = visitor.get(
                page.html().select("#continuous-record a[href*=gap]").attr("href"));
        assertThat(visitor.submit(form.form(hcpc + "/gap")).errors()).containsExactly("Say what happened in that time");
        var doubted = visitor.submit(form.form(hcpc + "/gap"), Map.of("text", "I cared for NHS number 943 476 5919"));
        assertThat(doubted.html().select(".espalier-doubts mark").text()).isEqualTo("943 476 5919");
        var explained = visitor.follow(visitor.submit(form.form(hcpc + "/gap"), Map.of("text", "Parental leave")));
        assertThat(found(explained, "continuous-record")).isEqualTo("You have explained each gap.");
    }

    @Test
    void isConfirmedByAnotherWithTheirOwnAccountAndByNobodyElse() {
        var nmc = register("nmc-revalidation", Map.of());
        log(EvidenceKind.REFLECTION, "A hard shift", TODAY, "0", false);
        visitor.submit(
                visitor.get(nmc + "/say/health-and-character").form(nmc + "/say/health-and-character"),
                Map.of("text", "Nothing to declare, this is private."));
        var other = TestAccounts.actor(application);
        var partner = TestAccounts.signedIn(application, port, other);
        var ask = visitor.get(nmc + "/ask/discussion").form(nmc + "/ask/discussion");

        assertThat(visitor.submit(ask, Map.of("email", address(actor))).errors())
                .containsExactly("Nobody confirms their own. Enter somebody else’s address");
        var asked = visitor.follow(
                visitor.submit(ask, Map.of("email", address(other), "message", "Thank you for Tuesday")));
        assertThat(found(asked, "discussion")).startsWith("Waiting for an answer.");

        var question = partner.get(partner.get("/me/confirmations")
                .html()
                .select(".espalier-hits a")
                .attr("href"));
        assertThat(question.html().select("main").text())
                .contains("Thank you for Tuesday", "A hard shift")
                .doesNotContain("this is private", "Something learnt");
        var path = question.address().getPath();
        assertThat(visitor.get(path).status()).as("nobody confirms their own").isEqualTo(404);
        assertThat(TestAccounts.signedIn(application, port).get(path).status()).isEqualTo(404);
        var form = question.form(path + "/confirm");
        var answer = Map.of(
                "on-day", String.valueOf(TODAY.getDayOfMonth()),
                "on-month", String.valueOf(TODAY.getMonthValue()),
                "on-year", String.valueOf(TODAY.getYear()),
                "capacity", "Nurse in the same team",
                "sure", "yes");
        assertThat(partner.submit(form, answer).errors())
                .containsExactly(
                        "Enter your own registration number: only somebody on the same register can confirm this");
        var withNumber = new HashMap<>(answer);
        withNumber.put("number", "12A3456E");
        partner.submit(form, withNumber);

        var confirmed = visitor.get(nmc);
        assertThat(found(confirmed, "discussion")).startsWith(other.name() + " has confirmed it");
        assertThat(visitor.get("/me/activity").html().select("main").text()).contains(other.name() + " has confirmed");
        assertThat(partner.get(path).html().select("main").text())
                .as("what was shared by asking is over")
                .contains("You confirmed it on")
                .doesNotContain("A hard shift");
        assertThat(partner.submit(form, withNumber).status()).isEqualTo(409);
    }

    @Test
    void canBeTakenBackBeforeItIsAnswered() {
        var nmc = register("nmc-revalidation", Map.of());
        var other = TestAccounts.actor(application);
        var partner = TestAccounts.signedIn(application, port, other);
        var asked = visitor.follow(visitor.submit(
                visitor.get(nmc + "/ask/confirmation").form(nmc + "/ask/confirmation"),
                Map.of("email", address(other))));
        var path = partner.get("/me/confirmations")
                .html()
                .select(".espalier-hits a")
                .attr("href");

        visitor.submit(asked.form(asked.html().select("form[action$=withdraw]").attr("action")));

        assertThat(partner.get(path).status()).isEqualTo(404);
    }

    @Test
    void goesAwayAsPdfAndWordForThePersonAlone() {
        var nmc = register("nmc-revalidation", Map.of());
        log(EvidenceKind.REFLECTION, "A hard shift", TODAY, "0", false);
        var stranger = TestAccounts.signedIn(application, port);

        for (var name : List.of("/pack.pdf", "/pack.docx")) {
            var pack = visitor.get(nmc + name);
            assertThat(pack.status()).isEqualTo(200);
            assertThat(pack.header("Content-Disposition")).startsWith("attachment;");
            assertThat(stranger.get(nmc + name).status()).isEqualTo(404);
        }
    }

    @Test
    void offersWhatAnOrganisationAsksOfItsOwnPeopleAndOfNobodyElse() {
        var hive = application.getBean(Organisations.class).add("Hive of " + actor.name());
        var people = application.getBean(People.class);
        application.getBean(Memberships.class).join(people.of(actor), hive.id(), null);
        application
                .getBean(Grants.class)
                .add(
                        actor.account(),
                        hive.id(),
                        Role.ORGANISATION_ADMINISTRATOR,
                        new Scope.WholeOrganisation(),
                        application.getBean(Clock.class).instant(),
                        null,
                        null);
        var rules = hive.address() + "/learning-rules";
        var form = visitor.get(rules).form(rules);
        assertThat(visitor.submit(form, Map.of("title", "Hive year")).errors())
                .containsExactly("Ask for hours of learning or for reflections");
        assertThat(visitor.submit(form, Map.of("title", "Hive year", "hours", "4", "participatory", "5"))
                        .errors())
                .containsExactly("These hours are part of the hours of learning, so they cannot be more");

        visitor.submit(form, Map.of("title", "Hive year", "hours", "10", "participatory", "4", "reflections", "2"));

        var choice = visitor.get(REGISTRATIONS + "/new").html().select("label:contains(Hive year)");
        assertThat(choice).hasSize(1);
        var id = visitor.get(REGISTRATIONS + "/new")
                .html()
                .select("input[value^=organisation-]")
                .val();
        var mine = register(id, Map.of());
        log(EvidenceKind.CPD, "Course", TODAY, "6", true);
        var page = visitor.get(mine);
        assertThat(page.html().select("h2.govuk-heading-s").eachText())
                .containsExactly(
                        "Hours of learning Not met yet",
                        "Hours of learning with others Met",
                        "Written reflections Not met yet");
        var stranger = TestAccounts.signedIn(application, port);
        assertThat(stranger.get(REGISTRATIONS + "/new").html().select("main").text())
                .doesNotContain("Hive year");
        assertThat(stranger.get(rules).status()).isEqualTo(404);
        var ended = visitor.get(rules);
        visitor.submit(ended.form(ended.html().select("form[action$=end]").attr("action")));
        assertThat(visitor.get(mine).heading())
                .as("whoever has begun keeps them")
                .isEqualTo("Hive year");
    }

    private String address(Actor whose) {
        return application.getBean(Accounts.class).get(whose.account()).email().value();
    }

    private String found(Visitor.Page page, String requirement) {
        return page.html().select("#" + requirement + " .espalier-asked__found").text();
    }

    private String register(String rules, Map<String, String> more) {
        var answers = new HashMap<>(more);
        answers.put("rules", rules);
        answers.put("until-day", String.valueOf(UNTIL.getDayOfMonth()));
        answers.put("until-month", String.valueOf(UNTIL.getMonthValue()));
        answers.put("until-year", String.valueOf(UNTIL.getYear()));
        return visitor.submit(visitor.get(REGISTRATIONS + "/new").form(REGISTRATIONS), answers)
                .location();
    }

    private void log(EvidenceKind kind, String title, LocalDate date, String hours, boolean withOthers) {
        var write = application.getBean(WriteEvidence.class);
        var id = write.begin(actor, kind, List.of());
        write.save(
                actor,
                id,
                new EvidenceContent(
                        title,
                        date,
                        Structure.FREE,
                        List.of("Something learnt"),
                        null,
                        null,
                        null,
                        new BigDecimal(hours),
                        withOthers),
                true,
                true);
    }
}
