package org.espalier.person.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.access.Told;
import org.espalier.organisation.Organisations;
import org.espalier.person.Larkfield;
import org.espalier.person.LineManagement;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class ImportPagesTests {
    private static final String HEAD = "Staff number,Name,Email,Post,Team,Reports to,In post since\n";

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    @Autowired
    Organisations organisations;

    @Autowired
    Memberships memberships;

    @Autowired
    LineManagement line;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final String domain = "@" + UUID.randomUUID() + ".example";
    private Larkfield larkfield;
    private String here;
    private Visitor visitor;

    @BeforeEach
    void anOrganisation() {
        larkfield = Larkfield.in(application);
        here = larkfield.organisation.address() + "/import";
        visitor = TestAccounts.signedIn(
                application, port, larkfield.with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation()));
    }

    @Test
    void showsWhatWouldChangeAndChangesItWhenAsked() throws Exception {
        var maya = larkfield.member(larkfield.therapist);
        memberships.number(larkfield.person(maya), larkfield.organisation.id(), "LK1");
        var owen = TestAccounts.actor(application);
        var rows = """
                LK1,%s,,Senior,Therapy > South,Lead,
                LK2,Nia New,nia%s,Therapist,Therapy > North,Lead,2026-02-01
                LK3,Owen Asked,%s,Lead,Therapy,,
                LK4,Gwen Far,gwen%s,Driver,Transport > Vans,,
                """.formatted(maya.name(), domain, emailOf(owen), domain);

        var plan = visitor.follow(upload("people.csv", HEAD + rows));
        assertThat(plan.heading()).isEqualTo("This would change");
        assertThat(plan.html().select(".espalier-rows .govuk-tag").eachText())
                .containsExactly("Changes", "New here", "Asked to join", "New here");
        assertThat(plan.html().select("dl").text()).contains("Transport and Vans", "Senior and Driver");
        assertThat(memberships
                        .of(larkfield.person(maya))
                        .getFirst()
                        .posts()
                        .getFirst()
                        .title())
                .as("nothing yet")
                .isEqualTo("Therapist");

        try (var told = new Told(application)) {
            var done = visitor.follow(visitor.submit(plan.form(plan.address().getPath())));
            assertThat(done.html().select("main").text()).contains("3 people added or asked to join, 1 changed");
            assertThat(told.to(maya)).containsExactly("person.notice.posts");
            assertThat(told.to(owen)).containsExactly("person.notice.invited");
        }
        assertThat(memberships.of(larkfield.person(maya)).getFirst().posts())
                .extracting(post -> post.title() + ", " + post.unitName())
                .containsExactly("Senior, South");
        assertThat(memberships.of(larkfield.person(owen))).isEmpty();
        assertThat(organisations.structure(larkfield.organisation).units())
                .extracting(unit -> unit.name() + " " + unit.kind())
                .contains("Transport UNIT", "Vans TEAM");
        var lead = larkfield.member(larkfield.lead);
        assertThat(line.managersOf(larkfield.person(maya)))
                .extracting(Person::name)
                .containsExactly(lead.name());

        var again = visitor.follow(upload("people.csv", HEAD + rows));
        assertThat(again.heading()).isEqualTo("There is nothing to change");
        assertThat(again.html().select("main form")).isEmpty();
        assertThat(visitor.get(plan.address().getPath()).status())
                .as("what was carried out is forgotten")
                .isEqualTo(404);
    }

    @Test
    void doesAllOrNothing() throws Exception {
        var rows = "LK1,Nia New,nia%s,Clerk,New team,,\nLK2,Bad Day,bad%s,Clerk,New team,,yesterday\n"
                .formatted(domain, domain);

        var plan = visitor.follow(upload("people.csv", HEAD + rows));

        assertThat(plan.heading()).isEqualTo("This cannot be imported yet");
        assertThat(plan.html()
                        .select(".espalier-rows li > div > strong:first-child")
                        .eachText())
                .as("what has to be mended comes first")
                .containsExactly("Bad Day");
        assertThat(plan.html().select("main form")).isEmpty();
        var path = plan.address().getPath();
        var csrf = visitor.get("/account").html().select("input[name=_csrf]").val();
        assertThat(visitor.post(path, List.of(Map.entry("_csrf", csrf))).location())
                .isEqualTo(path);
        assertThat(organisations.structure(larkfield.organisation).units())
                .extracting(unit -> unit.name())
                .doesNotContain("New team");
        assertThat(jdbc.sql("select count(*) from access.account where email like :domain")
                        .param("domain", "%" + domain)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(visitor.get(path + "/report.csv").html().text()).contains("is not a day", "Cannot be used");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        var none = upload("", "");
        var other = upload("people.csv", "What,Ever\n1,2\n");

        assertThat(none.status()).isEqualTo(422);
        assertThat(none.errors()).containsExactly("Choose a file");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.errors().getFirst()).contains("“Staff number”", "“Name”", "“Email”");
    }

    @Test
    void offersTemplatesAndSaysWhatTheColumnsAreFor() {
        var page = visitor.get(here);
        assertThat(page.html().select("dt").eachText())
                .containsExactly(
                        "Staff number",
                        "Name",
                        "Email",
                        "Post",
                        "Team",
                        "Reports to",
                        "Reports to team",
                        "In post since");
        assertThat(visitor.get(here + "/people.csv").html().text()).contains("Staff number,Name,Email");
        var workbook = visitor.get(here + "/people.xlsx");
        assertThat(workbook.header("Content-Disposition")).contains("attachment", "people.xlsx");
        assertThat(workbook.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void bringsInTenThousandPeopleInOneGo() throws Exception {
        var file = new StringBuilder(HEAD);
        for (var i = 0; i < 10_000; i++) {
            file.append("E%05d,Person Number %d,p%d%s,%s,Care > Team %d,%s,2026-01-05\n"
                    .formatted(
                            i,
                            i,
                            i,
                            domain,
                            i % 50 == 0 ? "Team lead" : "Care worker",
                            i / 50,
                            i % 50 == 0 ? "" : "Team lead"));
        }
        var started = System.nanoTime();
        var plan = visitor.follow(upload("people.csv", file.toString()));
        var statements = SqlStatements.during(
                () -> visitor.submit(plan.form(plan.address().getPath())));
        var done = System.nanoTime();

        assertThat(plan.html().select(".espalier-rows > li")).hasSize(100);
        assertThat(jdbc.sql("select count(*) from person.membership where organisation_id = :id and left_at is null")
                        .param("id", larkfield.organisation.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(10_001);
        assertThat(statements).as("teams one by one, all else at once").hasSizeLessThan(230);
        assertThat((done - started) / 1_000_000_000).isLessThan(30);
        var last = visitor.get(larkfield.organisation.address() + "/people?q=E09999");
        assertThat(last.html().select(".espalier-accounts__account a").text()).isEqualTo("Person Number 9999");
    }

    private Visitor.Page upload(String name, String content) {
        var boundary = "b" + UUID.randomUUID();
        var csrf = visitor.get("/account").html().select("input[name=_csrf]").val();
        var body = """
                --%1$s\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="people"; filename="%3$s"\r
                Content-Type: application/octet-stream\r
                \r
                %4$s\r
                --%1$s--\r
                """.formatted(boundary, csrf, name, content);
        return visitor.send(visitor.request(here)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private String emailOf(Actor actor) {
        return application.getBean(Accounts.class).get(actor.account()).email().value();
    }
}
