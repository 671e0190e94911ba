package org.espalier.pathway.titles.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.espalier.access.Role;
import org.espalier.access.TestAccounts;
import org.espalier.framework.FrameworkVersion;
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
class NamePagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private final String word =
            "zz" + UUID.randomUUID().toString().replaceAll("[^a-f]", "").substring(0, 5);
    private FrameworkVersion bees;
    private FrameworkVersion rearer;
    private Visitor author;
    private Visitor everybody;
    private String address;

    @BeforeEach
    void publish() {
        var press = new Press(application);
        bees = press.publish(Beekeeping.framework("named <i>" + UUID.randomUUID()));
        rearer = press.publish(Beekeeping.role("named <i>" + UUID.randomUUID()));
        author = TestAccounts.signedIn(application, port, Role.FRAMEWORK_AUTHOR);
        everybody = Visitor.to(port);
        address = "/author/names/" + bees.slug();
    }

    @Test
    void isForAuthorsOnly() {
        assertThat(everybody.get(address).location()).startsWith("/sign-in");
        assertThat(TestAccounts.signedIn(application, port).get(address).status())
                .isEqualTo(403);
    }

    @Test
    void isFoundFromTheDeskAndListsWhatIsPublished() {
        assertThat(author.get("/author").html().select("main a[href=/author/names]"))
                .hasSize(1);
        assertThat(author.get("/author/names").html().select("main a").eachText())
                .contains(bees.title());
    }

    @Test
    void leadsTheSearchToALevelByAnAddedNameAndSaysWhy() {
        add("grade-2", word + " minder <b>");

        var found = everybody.get("/search?q=" + word + "+minders").html();

        assertThat(found.select(".espalier-said a").text()).isEqualTo("Grade 2: Keeper");
        assertThat(found.select(".espalier-said a").attr("href"))
                .isEqualTo("/frameworks/" + bees.slug() + "/versions/1/levels/grade-2");
        assertThat(found.select(".espalier-said").text()).contains("People also say “" + word + " minder <b>”");
        assertThat(found.select(".espalier-said b")).isEmpty();
    }

    @Test
    void leadsTheSearchToARole() {
        var page = author.get("/author/names/" + rearer.slug());
        author.submit(page.form("/author/names/" + rearer.slug()), Map.of("words", "Queen " + word));

        var found = everybody.get("/search?q=" + word).html();

        assertThat(found.select(".espalier-said a").text()).isEqualTo("Queen rearer");
        assertThat(found.select(".espalier-said a").attr("href")).isEqualTo("/frameworks/" + rearer.slug());
        assertThat(everybody.get("/search?kind=level&q=" + word).html().select(".espalier-said"))
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        var form = author.get(address).form(address);

        var empty = author.submit(form, Map.of("level", "grade-3", "words", " . "));

        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.errors()).containsExactly("Write a name of two letters or more");
        assertThat(empty.html().select("#level option[selected]").val()).isEqualTo("grade-3");
        var tooLong = author.submit(form, Map.of("words", "a".repeat(101)));
        assertThat(tooLong.errors()).containsExactly("Write no more than 100 characters");
        assertThat(tooLong.html().select("#words").val()).hasSize(101);
        add("grade-1", "Twice");
        assertThat(author.submit(form, Map.of("level", "grade-1", "words", "TWICE "))
                        .errors())
                .containsExactly("This name is there already");
        assertThat(author.submit(form, Map.of("level", "grade-9", "words", "x y"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void takesANameOutAndKeepsTheHistory() {
        add("grade-1", word + " carrier");
        var page = author.get(address);
        var form = page.html().select(".espalier-names form").attr("action");

        var after = author.follow(author.submit(page.form(form)));

        assertThat(after.html().select(".espalier-names")).isEmpty();
        assertThat(after.html().select("main ul").last().text())
                .contains("“" + word + " carrier” was taken out by Tester")
                .contains("“" + word + " carrier” was added by Tester");
        assertThat(everybody.get("/search?q=" + word).html().select(".espalier-said"))
                .isEmpty();
        assertThat(author.submit(page.form(form)).status()).isEqualTo(404);
    }

    @Test
    void costsTheSearchOneStatementAtMost() throws Exception {
        add("grade-1", word + " carrier");
        everybody.get("/search?q=" + word);

        assertThat(SqlStatements.during(() -> everybody.get("/search?q=" + word)))
                .hasSizeLessThanOrEqualTo(5);
    }

    private void add(String level, String words) {
        var added = author.submit(author.get(address).form(address), Map.of("level", level, "words", words));
        assertThat(added.location()).endsWith("?done=added");
    }
}
