package org.espalier.learning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.Ladder;
import org.espalier.person.Larkfield;
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
class LearningFilePagesTests {
    private static final String COURSES = """
            Reference,Title,Kind,What it is,Summary,Level framework,Level,Cost in pounds,Status
            F1,Feeding & <sugar>,module,,Autumn and spring,SCQF,6,0,published
            F2,Smoke,informal,,,,,,draft
            """;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private Larkfield larkfield;
    private Visitor visitor;
    private String home;
    private String here;

    @BeforeEach
    void signIn() {
        larkfield = Larkfield.in(application);
        visitor =
                TestAccounts.signedIn(application, port, larkfield.with(Role.EDUCATOR, new Scope.WholeOrganisation()));
        home = larkfield.organisation.address() + "/learning";
        here = home + "/files";
    }

    @Test
    void looksAtAFileBeforeAnythingIsSavedAndKnowsItAgain() {
        var plan = visitor.follow(upload(COURSES));
        assertThat(plan.html().select("[role=status]").text())
                .isEqualTo("2 new, 0 changed, 0 as they are, 0 with a problem");
        assertThat(visitor.get(home).html().select(".espalier-rows li")).isEmpty();

        var done = visitor.follow(visitor.submit(plan.form(plan.address().getPath())));

        assertThat(done.html().select(".govuk-notification-banner").text()).contains("2 added");
        assertThat(visitor.get(home).html().select(".espalier-rows div > a").eachText())
                .containsExactly("Feeding & <sugar>", "Smoke");
        var again = visitor.follow(upload(COURSES.replace("Smoke", "Smoke and fire")));
        assertThat(again.html().select("[role=status]").text())
                .isEqualTo("0 new, 1 changed, 1 as they are, 0 with a problem");
    }

    @Test
    void savesNothingWhenOneRowIsWrongAndSaysWhatAtTheCell() {
        var plan = visitor.follow(upload(COURSES
                + "F3,=1+1,module,,x,,,,published\n"
                + "f1,Twice,module,,x,,,,\n"
                + ",No reference,,,,,,,\n"
                + "F4,Level,module,,x,SCQF,13,,published\n"
                + "F5,No summary,module,,,,,,published\n"
                + "F6,Odd status,module,,x,,,,gone\n"));

        assertThat(plan.html().select("[role=status]").text()).endsWith("6 with a problem");
        assertThat(plan.html().select(".govuk-error-message").eachText())
                .hasSize(6)
                .anyMatch(line -> line.startsWith("Title: ") && line.contains("formula"))
                .anyMatch(line -> line.startsWith("Reference: ") && line.contains("f1"))
                .anyMatch(line -> line.startsWith("Level: SCQF has no such level"))
                .anyMatch(line -> line.startsWith("Summary: "))
                .anyMatch(line -> line.startsWith("Status: "));
        assertThat(plan.html().select("form[action=" + plan.address().getPath() + "]"))
                .isEmpty();
        var forced = visitor.post(
                plan.address().getPath(),
                List.of(Map.entry("_csrf", plan.html().select("[name=_csrf]").val())));
        assertThat(forced.location()).endsWith(plan.address().getPath());
        assertThat(visitor.get(home).html().select(".espalier-rows li")).isEmpty();
        assertThat(text(plan.address().getPath() + "/report.csv"))
                .contains("'=1+1")
                .contains("formula");
    }

    @Test
    void bringsInWhatIsCoveredAndGivesItBack() {
        var version = Ladder.published(application, "Ladders in files " + larkfield.organisation.slug());
        bringIn(COURSES.replace(" & <sugar>", ""));
        var coverage = "Reference,Framework,Version,Part,Level,Says,Evidence,Until\n"
                + "F1,%1$s,,Practice,Rung 2,teaches,Two days,2030-01-31\n"
                + "F1,%1$s,1,r2,,assesses,,\n"
                + ",%1$s,,research,,states policy,@home,\n";

        var plan = visitor.follow(upload(coverage.formatted(version.slug())));
        assertThat(plan.html().select(".govuk-error-message").eachText())
                .singleElement()
                .asString()
                .startsWith("Evidence: ");
        bringIn(coverage.replace("@home", "In our handbook").formatted(version.slug()));

        var csv = text(here + "/coverage.csv");
        assertThat(csv.lines().skip(1))
                .containsExactlyInAnyOrder(
                        "F1," + version.slug() + ",1,practice,rung-2,teaches,Two days,,,2030-01-31",
                        "F1," + version.slug() + ",1,r2,,assesses,,,,",
                        "\"\"," + version.slug() + ",1,research,,states policy,In our handbook,,,");
        assertThat(visitor.follow(upload(csv)).html().select("[role=status]").text())
                .isEqualTo("0 new, 0 changed, 3 as they are, 0 with a problem");
        assertThat(visitor.follow(upload(text(here + "/courses.csv")))
                        .html()
                        .select("[role=status]")
                        .text())
                .isEqualTo("0 new, 0 changed, 2 as they are, 0 with a problem");
    }

    @Test
    void pointsOutPartsThatAreNotThere() {
        var version = Ladder.published(application, "Ladders not in files");
        bringIn(COURSES);

        var plan = visitor.follow(upload("Reference,Framework,Part,Level,Says,From\n"
                + "F9,%1$s,practice,,teaches,\nF1,nowhere,practice,,teaches,\nF1,%1$s,dancing,,teaches,\n"
                        .formatted(version.slug())
                + "F1,%1$s,practice,Rung 9,teaches,\nF1,%1$s,practice,,loves,\nF1,%1$s,practice,,teaches,soon\n"
                        .formatted(version.slug())));

        assertThat(plan.html().select(".govuk-error-message").eachText())
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("Reference", "Framework", "Part", "Level", "Says", "From");
    }

    @Test
    void savesAnyNumberOfRowsWithTheSameNumberOfStatements() throws Exception {
        var version = Ladder.published(application, "Ladders by the hundred");

        assertThat(statements(version, 300)).isEqualTo(statements(version, 3));
        assertThat(visitor.get(home).html().select("main").text()).contains("300");
    }

    /** How many it takes to add so many courses and what they cover, to change all of them, and to change nothing. */
    private List<Integer> statements(FrameworkVersion version, int rows) throws Exception {
        var courses = new StringBuilder("Reference,Title,Kind,Summary,Dates and places,Credits,Status\n");
        var covers = new StringBuilder("Reference,Framework,Part,Says,Evidence\n");
        for (var n = 0; n < rows; n++) {
            courses.append(
                    "%1$d-%2$d,Course %2$d,module,Flowers,2027-01-18 Hall; Barn,120,published\n".formatted(rows, n));
            covers.append("%d-%d,%s,Practice,teaches,Two days\n".formatted(rows, n, version.slug()));
        }
        var counts = new ArrayList<Integer>();
        for (var file : List.of(courses.toString(), covers.toString())) {
            for (var one : List.of(file, file.replace("Hall", "Loft").replace("Two", "Three"))) {
                var plan = visitor.follow(upload(one));
                var form = plan.form(plan.address().getPath());
                counts.add(SqlStatements.during(() -> visitor.submit(form)).size());
                assertThat(visitor.follow(upload(one))
                                .html()
                                .select("[role=status]")
                                .text())
                        .isEqualTo("0 new, 0 changed, " + rows + " as they are, 0 with a problem");
            }
        }
        return counts;
    }

    @Test
    void saysWhyAFileIsRefusedAndKeepsNothingOfIt() {
        assertThat(upload("").errors()).containsExactly("The file has no rows below its headings");
        assertThat(upload("Name;Price\nx;1\n").errors())
                .singleElement()
                .asString()
                .startsWith("The first row lacks headings that are needed: Reference, Title");
        assertThat(upload("\u0089PNG\r\n\u001A\n\u0000\u0000\u0000\rIHDR").errors())
                .singleElement()
                .asString()
                .startsWith("This is neither an Excel workbook (.xlsx) nor a CSV file");
        assertThat(upload("x".repeat(6 * 1024 * 1024)).errors())
                .containsExactly("The file is too large. Use one of up to 5 MB");
        assertThat(application
                        .getBean(JdbcClient.class)
                        .sql("select count(*) from learning.file where organisation_id = :organisation")
                        .param("organisation", larkfield.organisation.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void isForKeepersOfTheOrganisationAlone() {
        bringIn(COURSES);
        var plan = upload(COURSES).location();
        var stranger = TestAccounts.signedIn(
                application, port, Larkfield.in(application).with(Role.EDUCATOR, new Scope.WholeOrganisation()));
        var member = TestAccounts.signedIn(application, port, larkfield.member(null));

        assertThat(stranger.get(here + "/courses.csv").status()).isEqualTo(404);
        assertThat(stranger.get(plan).status()).isEqualTo(404);
        assertThat(member.get(here).status()).isEqualTo(403);
        assertThat(visitor.get(here + "/courses-template.xlsx").status()).isEqualTo(200);
        assertThat(text(here + "/coverage-template.csv")).startsWith("\uFEFFReference,Framework");
    }

    private void bringIn(String content) {
        var plan = visitor.follow(upload(content));
        visitor.submit(plan.form(plan.address().getPath()));
    }

    private String text(String path) {
        return visitor.get(path).html().wholeText();
    }

    private Visitor.Page upload(String content) {
        var boundary = "b" + UUID.randomUUID();
        var csrf = visitor.get("/account").html().select("input[name=_csrf]").val();
        var body = """
                --%1$s\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="file.csv"\r
                Content-Type: application/octet-stream\r
                \r
                %3$s\r
                --%1$s--\r
                """.formatted(boundary, csrf, content);
        return visitor.send(visitor.request(here)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }
}
