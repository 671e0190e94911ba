package org.espalier.roleprofile.standard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
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
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@EspalierTest
class StandardsPagesTests {
    private static final String PASSWORD = "keeps-bees-in-the-attic";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    CreateAccount createAccount;

    private Visitor visitor;

    @BeforeEach
    void comeAsNobody() {
        visitor = Visitor.to(port);
    }

    private Visitor author(String email) {
        createAccount.atSetUp(new EmailAddress(email), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR), PASSWORD);
        var author = Visitor.to(port);
        author.signIn(email, PASSWORD);
        return author;
    }

    @Test
    void takesUpTheStandardsOfAPublishedProfile() {
        var profile = new Press(application).publish(Beekeeping.role("of standards"));

        var page = visitor.get("/standards/BEE1");

        assertThat(page.heading()).isEqualTo("Explain your work");
        assertThat(page.html().select(".govuk-summary-list__value").eachText())
                .contains("1 Communication", "Speak plainly", "https://example.org/bee1");
        assertThat(page.html()
                        .select("main a[href=/frameworks/" + profile.slug() + "]")
                        .text())
                .isEqualTo("Queen rearer of standards");
        assertThat(visitor.get("/frameworks/" + profile.slug())
                        .html()
                        .select("a[href=/standards/BEE1]")
                        .text())
                .isEqualTo("BEE1");
    }

    @Test
    void bringsInAListThatTheAuthorHasLookedAt() {
        var author = author("ada@standards.example");

        var refused = author.follow(send(author, "Code,Title\nHIV&E1,Open a hive\nHIV&E2,=1+1\n"));
        assertThat(refused.heading()).isEqualTo("Some rows cannot be brought in");
        assertThat(refused.html().select(".govuk-error-message").text()).contains("holds a formula");
        assertThat(author.get("/standards/HIV&E1").status()).isEqualTo(404);

        var plan = author.follow(send(author, """
                Code,Title,Principle code,Principle,Function,Superseded by
                hiv&e1,Open a hive <quietly>,V,Handling & care,Opening,HIV&E2
                HIV&E2,Open a hive with smoke,V,Handling & care,Opening,
                """));
        assertThat(plan.heading()).isEqualTo("What will change");
        assertThat(plan.html().text()).contains("“hiv&e1” is kept as HIV&E1");
        var done = author.follow(author.submit(plan.form(plan.address().getPath())));
        assertThat(done.html().text()).contains("2 standards have been brought in");

        var old = visitor.open("/standards/hiv&e1");
        assertThat(old.address().getRawPath()).isEqualTo("/standards/HIV%26E1");
        assertThat(old.heading()).isEqualTo("Open a hive <quietly>");
        assertThat(old.html().select(".govuk-inset-text a").attr("href")).isEqualTo("/standards/HIV%26E2");
        assertThat(visitor.get("/standards/HIV%26E2").html().text()).contains("HIV&E1 Open a hive <quietly>");
        var map = visitor.get("/standards");
        var principle = map.html().select("a:contains(Handling & care)");
        assertThat(principle.parents().select(".espalier-facts").first().text()).isEqualTo("1 function 2 standards");
        assertThat(visitor.get(principle.attr("href")).html().select("h3").text())
                .isEqualTo("Opening");
    }

    @Test
    void takesUpStandardsOfProfilesThatWerePublishedBeforeStandardsWereKept() throws Exception {
        new Press(application).publish(Beekeeping.role("of earlier standards"));
        var jdbc = application.getBean(JdbcClient.class);
        jdbc.sql("delete from roleprofile.standard where code = 'BEE1'").update();
        assertThat(visitor.get("/standards/BEE1").status()).isEqualTo(404);
        var migration =
                new ClassPathResource("db/migration/roleprofile/V2026112223__standards_of_earlier_profiles.sql");

        jdbc.sql(migration.getContentAsString(StandardCharsets.UTF_8)).update();

        var page = visitor.get("/standards/BEE1");
        assertThat(page.heading()).isEqualTo("Explain your work");
        assertThat(page.html().select(".govuk-summary-list__value").eachText())
                .contains("1 Communication", "Speak plainly", "https://example.org/bee1");
        assertThat(jdbc.sql(migration.getContentAsString(StandardCharsets.UTF_8))
                        .update())
                .isZero();
    }

    @Test
    void showsAPageOfManyStandardsInAsManyStatementsAsOfAFew() throws Exception {
        var author = author("many@standards.example");
        var few = SqlStatements.during(() -> visitor.get("/standards"));
        var rows = IntStream.range(0, 250)
                .mapToObj(n -> "MANY%03d,Standard number %03d,Z,Many things".formatted(n, n))
                .collect(Collectors.joining("\n", "Code,Title,Principle code,Principle\n", "\n"));
        var plan = author.follow(send(author, rows));
        author.submit(plan.form(plan.address().getPath()));

        assertThat(SqlStatements.during(() -> visitor.get("/standards"))).hasSameSizeAs(few);
        assertThat(SqlStatements.during(() -> visitor.get("/standards?principle=Many+things")))
                .hasSize(few.size() + 1);
        var second = visitor.get("/standards?principle=Many+things&page=2");
        assertThat(second.html().select("main li a").eachText()).hasSize(100).startsWith("Standard number 100");
        assertThat(second.html().select("a[rel=next]").attr("href"))
                .isEqualTo("/standards?principle=Many%20things&page=3");
        assertThat(SqlStatements.during(() -> visitor.get("/standards?q=standard+number")))
                .hasSize(few.size() + 1);
        assertThat(visitor.get("/standards?q=standard+number")
                        .html()
                        .select("h2")
                        .text())
                .contains("The 50 standards that come nearest");
    }

    @Test
    void findsAStandardDespiteSpellingMistakes() {
        var author = author("search@standards.example");
        var plan = author.follow(send(author, "Code,Title\nQUEE9,Recognise a laying queen\n"));
        author.submit(plan.form(plan.address().getPath()));

        assertThat(visitor.get("/standards?q=recognize+laing+quene")
                        .html()
                        .select("main li a")
                        .eachText())
                .contains("Recognise a laying queen");
        assertThat(visitor.get("/standards?q=quee9")
                        .html()
                        .select("main li a")
                        .first()
                        .text())
                .isEqualTo("Recognise a laying queen");
        assertThat(visitor.get("/standards?q=%3Cb%3E+zzzzzz").html().text())
                .contains("Nothing here has words like “<b> zzzzzz”");
    }

    @Test
    void refusesFilesThatAreNoList() {
        var author = author("files@standards.example");

        assertThat(send(author, "Name,Age\nAda,36\n").errors().toString()).contains("“Code”, “Title”");
        assertThat(send(author, "").errors().toString()).contains("holds no standards");
        assertThat(visitor.get("/authoring/standards").status()).isEqualTo(303);
    }

    private static Visitor.Page send(Visitor author, String csv) {
        var token = author.get("/authoring/standards")
                .html()
                .select("main [name=_csrf]")
                .val();
        var boundary = "----espalier";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--"
                + boundary + "\r\nContent-Disposition: form-data; name=\"standards\"; filename=\"list.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + boundary + "--\r\n";
        return author.send(author.request("/authoring/standards")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)));
    }
}
