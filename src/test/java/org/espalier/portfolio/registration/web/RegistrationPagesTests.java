package org.espalier.portfolio.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.TestAccounts;
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
        var id = write.begin(actor, kind, null);
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
