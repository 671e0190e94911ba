package org.espalier.roleprofile.comparison.web;

import static java.net.http.HttpResponse.BodyHandlers.ofByteArray;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.espalier.framework.FrameworkVersion;
import org.espalier.roleprofile.ByName;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class RoleComparisonPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private final String title = "compared " + UUID.randomUUID().toString().substring(0, 8);
    private Visitor visitor;
    private FrameworkVersion role;
    private FrameworkVersion levels;

    @BeforeEach
    void visit() {
        visitor = Visitor.to(port);
        var press = new Press(application);
        role = press.publish(Beekeeping.role(title + " <b>"));
        levels = press.publish(Beekeeping.framework(title));
    }

    @Test
    void putsARoleAndALevelSideBySideForAnybody() {
        var page = visitor.get("/roles/compare?a=" + role.slug() + "&b=" + levels.slug() + "/grade-2");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).contains(" and Grade 2: Keeper");
        assertThat(page.html().select(".espalier-card a").eachAttr("href"))
                .containsExactly(
                        "/frameworks/" + role.slug() + "/versions/1",
                        "/frameworks/" + levels.slug() + "/versions/1/levels/grade-2");
        assertThat(page.html().select("#only-first, #only-second").eachText()).hasSize(2);
        assertThat(page.html().select("main b")).isEmpty();
    }

    @Test
    void saysSoWhenBothAreTheSame() {
        var page = visitor.get("/roles/compare?a=" + role.slug() + "&b=" + role.slug());

        assertThat(page.html().text()).contains("Both ask for exactly the same.");
        assertThat(page.html().select(".espalier-change--reworded")).isEmpty();
    }

    @Test
    void findsOneAfterTheOtherByNameAmongMany() {
        publishMany();
        var start = visitor.get("/roles/compare");
        assertThat(start.html().select("select")).isEmpty();
        assertThat(start.html().select("#a-found li")).hasSize(ByName.FEW);
        assertThat(start.html().select("#a-found p").text()).contains(" more. Search for words of the name.");

        var found = visitor.get("/roles/compare?q=" + title.replace(" ", "+").toUpperCase(Locale.ROOT));
        assertThat(found.html().select("#a").val()).isEqualTo(title.toUpperCase(Locale.ROOT));
        var first = found.html().select("#a-found a[href=/roles/compare?a=" + role.slug() + "]");
        assertThat(first.parents().first().text()).contains("<b>");
        var second = visitor.get(first.attr("href") + "&q=keeper+" + title.replace(" ", "+"));
        assertThat(second.html().select("dd").first().text()).contains("<b>");

        var link = second.html().select("#b-found a[href$=grade-2]").attr("href");
        assertThat(visitor.get(link).heading()).contains(" and Grade 2: Keeper");
        assertThat(visitor.get("/roles/compare?q=zzz+%3Ci%3E")
                        .html()
                        .select("#a-found")
                        .text())
                .contains("No name has words like “zzz <i>”");
        saysWhichOfTheTwoIsMissingOrUnknown();
    }

    private void saysWhichOfTheTwoIsMissingOrUnknown() {
        var page = visitor.get("/roles/compare?a=no-such-role&b=");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.errors())
                .containsExactly("There is no published role or level at this address. Choose one from the list.");
        assertThat(page.html().select("#a-error")).hasSize(1);
        var second = visitor.get("/roles/compare?a=" + role.slug() + "&b=");
        assertThat(second.errors()).containsExactly("Choose a role or level");
        assertThat(second.html().select("#b-error")).hasSize(1);
        assertThat(visitor.get("/roles/compare?a=%27%3B--&b=" + role.slug()).status())
                .isEqualTo(422);
        assertThat(visitor.get("/roles/compare.xlsx?a=no&b=no").status()).isEqualTo(404);
    }

    /** More than anybody would look over in a list. */
    private void publishMany() {
        var press = new Press(application);
        for (var n = 0; n <= ByName.FEW; n++) {
            press.publishUnread(press.draft(Beekeeping.role(title + " many " + n)));
        }
    }

    @Test
    void leadsThereFromTheRolesOwnPage() {
        var link = visitor.get("/frameworks/" + role.slug()).html().select("a[href^=/roles/compare]");

        assertThat(link.attr("href")).isEqualTo("/roles/compare?a=" + role.slug());
    }

    @Test
    void asksTheDatabaseForNothingOnceTheVersionsAreInMemory() throws Exception {
        var path = "/roles/compare?a=" + role.slug() + "&b=" + levels.slug() + "/grade-2";
        visitor.get(path);

        assertThat(SqlStatements.during(() -> visitor.get(path))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void writesTheSameAsASpreadsheet() throws Exception {
        var address = URI.create("http://localhost:" + port + "/roles/compare.xlsx?a=" + role.slug() + "&b="
                + levels.slug() + "/grade-2");

        var answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), ofByteArray());

        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(".xlsx");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isGreaterThan(3);
            assertThat(workbook.getSheetAt(1).getSheetName()).isEqualTo("What they say about themselves");
        }
    }
}
