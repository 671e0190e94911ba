package org.espalier.roleprofile.composing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.espalier.access.CreateAccount;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.format.RoleEntry;
import org.espalier.roleprofile.ByName;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.espalier.testing.Visitor.Page;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class ComposePagesTests {
    private static final String PASSWORD = "keeps-bees-in-the-attic";
    private static int number;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    CreateAccount createAccount;

    @Autowired
    PublishedVersions versions;

    private Visitor author;
    private String title;
    private String home;

    @BeforeEach
    void beginAProfile() {
        number++;
        var email = "composer" + number + "@roles.example";
        createAccount.atSetUp(new EmailAddress(email), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR), PASSWORD);
        author = Visitor.to(port);
        author.signIn(email, PASSWORD);
        title = "Queen <rearer> " + number;
        home = send(
                        author.get("/authoring/roles/new"),
                        "/authoring/roles/new",
                        Map.of("title", title, "namedRole", "Rearer"))
                .location();
    }

    private Page send(Page page, String action, Map<String, ?> answers) {
        return author.submit(posting(page, action), answers);
    }

    private static FormElement posting(Page page, String action) {
        return (FormElement)
                page.html().select("form[method=post][action=" + action + "]").first();
    }

    @Test
    void showsTheLayersOfANewProfileToAuthorsAlone() {
        var page = author.get(home);

        assertThat(page.heading()).isEqualTo(title);
        assertThat(page.html().select("main h3").eachText())
                .containsExactly("Core competences", "Role specific competences", "Locality specific competences");
        assertThat(author.get("/authoring/roles")
                        .html()
                        .select("a[href=" + home + "]")
                        .text())
                .isEqualTo(title);
        assertThat(Visitor.to(port).get(home).status()).isEqualTo(303);
        assertThat(author.get("/authoring/roles/999999").status()).isEqualTo(404);
    }

    @Test
    void keepsWhereEachCompetenceWasTakenFrom() {
        var bees = new Press(application).publish(Beekeeping.framework("to take from " + number));
        var add = home + "/sections/0/add";

        var browsed = author.get(add + "?from=" + bees.slug() + "&level=grade-1");
        assertThat(browsed.html().select("main label").eachText().toString())
                .contains("As one competence: 1.1 Feeding", "Feeds a colony in autumn, with help");
        var picks = browsed.html().select("[name=pick]").eachAttr("value");
        var done = author.follow(author.submit(
                posting(browsed, add),
                Map.of("pick", List.of(pick(picks, "/f1"), "group/" + bees.id() + "/grade-2/health"))));
        assertThat(done.html().text()).contains("2 competences have been added");
        var twice = author.submit(posting(done, add), Map.of("pick", pick(picks, "/f1")));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.errors().toString()).contains("stands under “Core competences” already");

        var profile = publish();
        var entries = profile.sections().getFirst().entries();
        assertThat(entries)
                .extracting(RoleEntry.Competence::origin)
                .containsExactly(
                        RoleEntry.Origin.ofStatement(bees.slug(), 1, "f1"),
                        RoleEntry.Origin.ofGroup(bees.slug(), 1, "health", "grade-2"));
        assertThat(entries)
                .extracting(RoleEntry.Competence::competence)
                .containsExactly("Feeds a colony in autumn, with help", "1.2 Health of the colony (Grade 2: Keeper)");
        assertThat(entries.getFirst().qualifier()).isEqualTo("With supervision");
        var page = Visitor.to(port).open("/frameworks/" + slug());
        assertThat(page.html()
                        .select("main a[href=/frameworks/" + bees.slug() + "/versions/1/statements/f1]")
                        .text())
                .isEqualTo(bees.title() + ", Version 1: Grade 1: Helper");
    }

    private static String pick(List<String> picks, String end) {
        return picks.stream().filter(pick -> pick.endsWith(end)).findFirst().orElseThrow();
    }

    private String slug() {
        return versions.allCurrent().stream()
                .filter(version -> version.title().equals(title))
                .findFirst()
                .orElseThrow()
                .slug();
    }

    private RoleEntry publish() {
        var published = send(author.get(home + "/publish"), home + "/publish", Map.of());
        assertThat(published.location()).isEqualTo("/frameworks/" + slug());
        return versions.current(slug()).orElseThrow().document().role();
    }

    @Test
    void takesEveryStepBackAndMakesItAgain() {
        type("Reads the comb");
        type("Marks a queen");
        author.follow(send(author.get(home), home + "/sections/0/1", Map.of("step", "up")));
        author.follow(send(author.get(home), home + "/sections/0/0", Map.of("step", "to", "target", "2")));
        var removed = author.follow(send(author.get(home), home + "/sections/0/0", Map.of("step", "remove")));
        assertThat(removed.html().select("main ol li").text())
                .contains("Marks a queen")
                .doesNotContain("Reads the comb");
        assertThat(steps(removed)).containsExactly("5 steps saved", "Undo: removing a competence");

        var page = removed;
        for (var step = 0; step < 5; step++) {
            page = author.follow(send(page, home + "/undo", Map.of()));
        }
        assertThat(page.html().select("main ol li").text()).isEmpty();
        assertThat(steps(page)).containsExactly("0 steps saved", "Redo: adding competences");
        for (var step = 0; step < 4; step++) {
            var redo = posting(page, home + "/undo");
            redo.attr("action", redo.select("button[formaction]").attr("formaction"));
            page = author.follow(author.submit(redo));
        }
        assertThat(page.html().select("main ol li").text()).contains("Reads the comb", "Marks a queen");

        type("Swaps a queen");
        assertThat(steps(author.get(home))).containsExactly("5 steps saved", "Undo: adding competences");
        assertThat(publish().sections().get(2).entries().getFirst().competence())
                .isEqualTo("Marks a queen");
    }

    private static List<String> steps(Page page) {
        return page.html().select(".espalier-undo p, .espalier-undo button").eachText();
    }

    @Test
    void withdrawsAPublishedProfileAfterSayingWhatThatMeans() {
        type("Reads the comb");
        publish();
        var slug = slug();
        var path = "/authoring/roles/published/" + slug + "/withdraw";

        var page = author.get(path);
        assertThat(page.html().text()).contains("what people have recorded against it stays theirs");
        var withdrawn = author.follow(author.submit(page.form(path)));

        assertThat(withdrawn.address().getPath()).isEqualTo("/frameworks/" + slug);
        assertThat(withdrawn.html().text()).contains("has been withdrawn by its publisher");
        assertThat(versions.current(slug)).isEmpty();
        assertThat(author.get(path).status()).isEqualTo(404);
        assertThat(Visitor.to(port).get(path).status()).isEqualTo(303);
    }

    @Test
    void knowsTheTitlesOfStandardsThatAreTyped() {
        var code = "HIVE&" + number + "0";
        var add = home + "/sections/0/add";
        assertThat(send(
                                author.get(add),
                                add + "/typed",
                                Map.of("text", "Read the sky", "code", code.toLowerCase(Locale.ROOT)))
                        .status())
                .isEqualTo(302);
        publish();

        home = send(
                        author.get("/authoring/roles/new"),
                        "/authoring/roles/new",
                        Map.of("title", title + " other", "namedRole", "Rearer"))
                .location();
        var other = home + "/sections/0/add";
        var retitled = send(author.get(other), other + "/typed", Map.of("text", "Read clouds", "code", code));
        assertThat(retitled.errors())
                .containsExactly(code + " has the title “Read the sky”, and titles of standards are"
                        + " never changed. Write it so, or leave the competence empty.");
        assertThat(retitled.html().select("#text").text()).isEqualTo("Read clouds");
        var wrong = send(author.get(other), other + "/typed", Map.of("text", "Read <clouds>", "code", "<b>"));
        assertThat(wrong.errors().getFirst()).contains("cannot be the code of a standard");
        assertThat(wrong.html().select("#code").val()).isEqualTo("<b>");

        assertThat(send(author.get(other), other + "/typed", Map.of("code", "hive& " + number + "0"))
                        .status())
                .isEqualTo(302);
        assertThat(author.get(home).html().select("main ol li").text()).contains("Read the sky", code);
    }

    @Test
    void listsDraftsAndProfilesInAsManyStatementsHoweverManyThereAre() throws Exception {
        author.get("/authoring/roles");
        var few = SqlStatements.during(() -> author.get("/authoring/roles"));
        var press = new Press(application);
        for (var n = 0; n <= ByName.FEW; n++) {
            press.draft(Beekeeping.role(title + " draft " + n));
            press.publishUnread(press.draft(Beekeeping.role(title + " published " + n)));
        }

        var many = SqlStatements.during(() -> author.get("/authoring/roles"));

        assertThat(many).hasSizeLessThanOrEqualTo(few.size() + 3);
        var page = author.get("/authoring/roles?q=" + number + "+published");
        assertThat(page.html().select("#q-found .espalier-rows li"))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(ByName.FEW);
        var from = author.get(home + "/sections/0/add?named="
                + title.replace(" ", "+").replace("<", "%3C").replace(">", "%3E") + "+published+3");
        assertThat(from.html().select("select")).isEmpty();
        var browsed = author.get(from.html().select("#named-found a").attr("href"));
        assertThat(browsed.html().select("[name=pick]")).isNotEmpty();
    }

    private void type(String text) {
        var add = home + "/sections/0/add";
        assertThat(send(author.get(add), add + "/typed", Map.of("text", text)).status())
                .isEqualTo(302);
    }

    @Test
    void keepsWhatWasTypedWhenSomebodyElseWasFaster() {
        var form = author.get(home + "/facts").form(home + "/facts");
        type("Reads the comb");

        var late = author.submit(form, Map.of("areaOfWork", "Breeding <b>"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.errors().toString()).contains("Somebody else has changed this profile");
        assertThat(late.html().select("#areaOfWork").val()).isEqualTo("Breeding <b>");
        author.submit(late.form(home + "/facts"));
        assertThat(publish().areaOfWork()).isEqualTo("Breeding <b>");
    }

    @Test
    void readsRequirementsAsOneSentence() {
        require("", "and", Map.of("text", "A licence to keep bees", "workingTowards", "true"));
        require("", "and", Map.of("text", "A diploma", "equivalent", "Certificate"));
        var circle = requirement("1", "or", Map.of("text", "Certificate", "equivalent", "diploma"));
        assertThat(circle.status()).isEqualTo(422);
        assertThat(circle.errors().toString()).contains("which leads back to it");
        assertThat(circle.html().select("#text").val()).isEqualTo("Certificate");
        assertThat(requirement("", "and", Map.of("text", "rearer")).errors().toString())
                .contains("one would have to be “Rearer” already");
        require("1", "or", Map.of("text", "Five seasons"));

        publish();
        assertThat(Visitor.to(port)
                        .open("/frameworks/" + slug())
                        .html()
                        .select(".govuk-summary-list__value")
                        .eachText())
                .contains("A licence to keep bees, or working towards it, and either a diploma, or as an equivalent"
                        + " Certificate, or else five seasons.");
    }

    private void require(String at, String how, Map<String, String> answers) {
        assertThat(requirement(at, how, answers).status()).isEqualTo(302);
    }

    private Page requirement(String at, String how, Map<String, String> answers) {
        var form = home + "/requirements/part";
        return send(author.get(form + "?at=" + at + "&how=" + how), form, answers);
    }

    @Test
    void sharesTimeThatAddsUp() {
        var form = home + "/time";
        var wrong = send(
                author.get(form),
                form,
                Map.of(
                        "asOf-day",
                        "21",
                        "asOf-month",
                        "11",
                        "asOf-year",
                        "2026",
                        "pillar",
                        List.of("Care", "Trade"),
                        "percent",
                        List.of("70", "20")));
        assertThat(wrong.errors()).containsExactly("The parts add up to 90. They must add up to 100.");
        assertThat(wrong.html().select("[name=percent]").eachAttr("value")).startsWith("70", "20");

        author.submit(wrong.form(form), Map.of("percent", List.of("70", "30", "", "", "", "")));
        var row = home + "/cpd/0";
        send(
                author.get(row),
                row,
                Map.of("title", "Yearly", "items", "A visit\nA talk", "minimum", "3 days", "funding", "The guild"));

        var role = publish();
        assertThat(role.pillarMix().shares())
                .containsExactly(new RoleEntry.Share("Care", 70), new RoleEntry.Share("Trade", 30));
        assertThat(role.cpd().getFirst())
                .isEqualTo(new RoleEntry.Row(
                        "Yearly", List.of("A visit", "A talk"), "3 days", null, "The guild", null, null, List.of()));
    }

    @Test
    void revisesWhatIsPublished() {
        type("Reads the comb");
        publish();
        var revise = author.get("/authoring/roles")
                .html()
                .select("form:has([value=" + slug() + "])")
                .first();

        var draft = author.follow(author.submit((FormElement) revise));

        assertThat(draft.heading()).isEqualTo(title);
        home = draft.address().getPath();
        type("Marks a queen");
        publish();
        assertThat(versions.current(slug()).orElseThrow().number()).isEqualTo(2);
        var taken = send(
                author.get("/authoring/roles/new"),
                "/authoring/roles/new",
                Map.of("title", title, "namedRole", "Other"));
        assertThat(taken.errors().toString()).contains("is published already");
    }
}
