package org.espalier.portfolio.learningrecord.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.Organisations;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class MandatoryPagesTests {
    private static final String LEARNING = "/me/portfolio/mandatory-learning";
    private static final LocalDate TODAY = LocalDate.now();

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
    void showsWhatIsValidRunsOutAndHasExpiredAndSaysThatItIsNoCompetence() throws Exception {
        bringIn("Subject,Completed,Expires,Source\n"
                + "NHS|CSTF|Fire Safety - 2 Years|," + TODAY + ",,e-learning\n"
                + "NHS|LOCAL|Hive hygiene - 1 Year|," + TODAY.minusYears(1).plusDays(30) + ",,\n"
                + "Smoke," + TODAY.minusYears(3) + "," + TODAY.minusDays(1) + ",\n"
                + "Welcome day - Once only," + TODAY.minusYears(3) + ",,\n");

        var page = visitor.get(LEARNING);

        assertThat(page.html().select("h2.govuk-heading-m").eachText())
                .containsExactly("Expired (1)", "Runs out within 90 days (1)", "Valid (1)", "Without an end (1)");
        assertThat(page.html().select(".govuk-inset-text").text()).contains("never counted as competence");
        assertThat(page.html().select("main").text()).contains("National subject (CSTF) (NHS)");
    }

    @Test
    void replacesWhatComesInAgainAndKeepsWhatWasLearntBefore() throws Exception {
        bringIn("Subject,Completed,Expires\nSmoke - 1 Year,2025-01-10,\n");
        var again =
                check("Subject,Completed,Expires\nSmoke - 1 Year,2025-01-10,2026-06-30\nSmoke - 2 Years,2025-09-01,\n");

        assertThat(again.html().select("[role=status]").text())
                .isEqualTo("1 new, 1 changed, 0 as they are, 0 with a problem");
        var page = save(again);
        assertThat(page.html().select("details .espalier-hits li").text()).contains("Valid until 30 June 2026");
        assertThat(check("Subject,Completed\nSmoke - 2 Years,2025-09-01\n")
                        .html()
                        .select("[role=status]")
                        .text())
                .startsWith("0 new, 0 changed, 1 as they are");
    }

    @Test
    void savesNothingWhenOneRowIsWrong() throws Exception {
        var report = check("Subject,Completed\nSmoke,2025-01-10\nSmoke,2025-01-10\nFire,yesterday\n=1+1,2025-01-10\n");

        assertThat(report.html().select("form[action$=save]")).isEmpty();
        assertThat(report.html().select("tbody tr td:last-child").eachText())
                .containsExactly(
                        "Added",
                        "Problem Row 2 says the same subject on the same day.",
                        "Problem “yesterday” is no day. Write it like 21/11/2026.",
                        "Problem “=1+1” is a formula of a spreadsheet, or begins like one. Write it in plain words.");
        var forced = visitor.post(
                LEARNING + "/import/save",
                List.of(
                        Map.entry(
                                "_csrf",
                                visitor.get(LEARNING + "/import")
                                        .html()
                                        .select("[name=_csrf]")
                                        .val()),
                        Map.entry(
                                "carried",
                                Uploaded.carried(
                                        "Subject,Completed\nSmoke,2025-01-10\nFire,yesterday\n".getBytes(UTF_8)))));
        assertThat(forced.status()).isEqualTo(409);
        assertThat(visitor.get(LEARNING).html().select(".espalier-hits")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        assertThat(check("").html().select(".govuk-error-summary").text()).contains("The file is empty.");
    }

    @Test
    void canBeRemovedAndBroughtBack() throws Exception {
        var page = bringIn("Subject,Completed\nSmoke,2025-01-10\n");

        var removed = visitor.follow(visitor.submit(
                page.form(page.html().select("form[action$=remove]").attr("action"))));

        assertThat(removed.html().select(".espalier-hits")).isEmpty();
        var back = visitor.follow(visitor.submit(
                removed.form(removed.html().select("form[action$=restore]").attr("action"))));
        assertThat(back.html().select(".espalier-hits > li")).hasSize(1);
    }

    @Test
    void comesFromTheOrganisationByStaffNumberAndTouchesNoClaim() throws Exception {
        var hive = application.getBean(Organisations.class).add("Hive " + actor.name());
        join(hive, actor, "HV0001");
        var administrator = TestAccounts.actor(application);
        join(hive, administrator, "HV0002");
        application
                .getBean(Grants.class)
                .add(
                        administrator.account(),
                        hive.id(),
                        Role.ORGANISATION_ADMINISTRATOR,
                        new Scope.WholeOrganisation(),
                        application.getBean(Clock.class).instant(),
                        null,
                        null);
        var office = TestAccounts.signedIn(application, port, administrator);
        var address = hive.address() + "/mandatory-learning";
        var jdbc = application.getBean(JdbcClient.class);
        var claims = jdbc.sql("select count(*) from assessment.claim")
                .query(Long.class)
                .single();

        var wrong = check(office, address, "Staff number,Subject,Completed\nHV9999,Smoke,2025-01-10\n");
        assertThat(wrong.html().select("tbody").text())
                .contains("Nobody in your organisation has the staff number “HV9999”.");
        var right =
                check(office, address, "Staff number,Subject,Completed\nhv0001,NHS|CSTF|Smoke - 2 Years|,2025-01-10\n");
        assertThat(right.html().select("tbody").text()).contains(actor.name()).contains("Added");
        office.follow(office.submit(right.form(address + "/save")));

        assertThat(visitor.get(LEARNING).html().select(".espalier-hits").text())
                .contains("Smoke")
                .contains("Brought in by " + hive.name())
                .doesNotContain("Remove");
        assertThat(visitor.get("/me/activity").html().select("main").text()).contains(hive.name());
        assertThat(jdbc.sql("select count(*) from assessment.claim")
                        .query(Long.class)
                        .single())
                .as("attending is not competence: no standing moves")
                .isEqualTo(claims);
        assertThat(visitor.get(address).status()).as("no administrator").isEqualTo(403);
        assertThat(TestAccounts.signedIn(application, port).get(address).status())
                .as("a stranger")
                .isEqualTo(404);
    }

    @Test
    void readsAnyAmountWithTheSameNumberOfStatements() throws Exception {
        bringIn("Subject,Completed\nSmoke,2025-01-10\n");
        var few = SqlStatements.during(() -> visitor.get(LEARNING)).size();
        var many = new StringBuilder("Subject,Completed\n");
        for (var n = 0; n < 200; n++) {
            many.append("Subject ").append(n).append(",2025-01-10\n");
        }
        bringIn(many.toString());

        assertThat(visitor.get(LEARNING).html().select(".espalier-hits > li")).hasSize(201);
        assertThat(SqlStatements.during(() -> visitor.get(LEARNING))).hasSize(few);
    }

    private void join(Organisation organisation, Actor whose, String number) {
        var person = application.getBean(People.class).of(whose);
        application.getBean(Memberships.class).join(person, organisation.id(), number);
    }

    private Visitor.Page bringIn(String file) throws Exception {
        return save(check(file));
    }

    private Visitor.Page save(Visitor.Page report) {
        return visitor.follow(visitor.submit(report.form(LEARNING + "/import/save")));
    }

    private Visitor.Page check(String file) throws Exception {
        return check(visitor, LEARNING + "/import", file);
    }

    private static Visitor.Page check(Visitor who, String action, String file) {
        var csrf = who.get(action).html().select("[name=_csrf]").val();
        var body = """
                --edge\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %s\r
                --edge\r
                Content-Disposition: form-data; name="file"; filename="learning.csv"\r
                Content-Type: text/csv\r
                \r
                %s\r
                --edge--\r
                """.formatted(csrf, file);
        return who.send(who.request(action)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(BodyPublishers.ofString(body, UTF_8)));
    }
}
