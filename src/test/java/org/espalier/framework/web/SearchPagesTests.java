package org.espalier.framework.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.espalier.framework.FrameworkVersion;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Starters;
import org.espalier.testing.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class SearchPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private final String title = "searched " + UUID.randomUUID().toString().substring(0, 8);
    private Press press;
    private Visitor visitor;

    @BeforeEach
    void visit() {
        press = new Press(application);
        visitor = Visitor.to(port);
    }

    @Test
    void saysWhatCanBeFoundBeforeAnybodySearches() {
        var page = visitor.get("/search").html();

        assertThat(page.select("main").text()).contains("The search looks through every published framework");
        assertThat(page.select("main a[href=/frameworks]").text()).isEqualTo("Or look through all frameworks");
        assertThat(page.select("h2")).isEmpty();
    }

    @Test
    void marksTheWordInAllItsFormsAndSaysWhereItStands() {
        var version = press.publish(Beekeeping.framework(title));

        var page =
                visitor.get("/search?q=negotiating&framework=" + version.slug()).html();

        assertThat(page.select("h2").text()).isEqualTo("1 result for “negotiating”");
        var hit = page.select(".espalier-hits > li").first();
        assertThat(hit.select("mark").eachText()).containsExactly("Negotiates");
        assertThat(hit.select(".espalier-hits__kind").text()).isEqualTo("Expectation");
        assertThat(hit.select("a").attr("href")).isEqualTo(home(version) + "/statements/t1");
        assertThat(hit.select(".espalier-facts li").eachText())
                .containsExactly("Grade 3: Master", "Trade", version.title());
        assertThat(visitor.get(hit.select("a").attr("href")).heading()).isEqualTo("Negotiates the price of honey");
    }

    @Test
    void leadsToEveryKindOfThingItFinds() {
        var version = press.publish(Beekeeping.framework(title));
        var found = Map.of(
                "keeps several", home(version) + "/levels/grade-2",
                "living", home(version) + "/groups/husbandry",
                "abroad", home(version) + "/routes#route-3",
                "mites", home(version) + "/statements/h3");

        found.forEach((words, address) -> {
            var page = find(words, "&framework=" + version.slug());
            var link = page.select(".espalier-hits a").first();
            assertThat(link.attr("href")).as(words).isEqualTo(address);
            assertThat(visitor.get(address).status()).isEqualTo(200);
        });
        assertThat(find("living", "&framework=" + version.slug())
                        .select(".espalier-hits__kind")
                        .text())
                .as("the document's own word for a group")
                .isEqualTo("Strand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"safegaurding", "saveguarding", "safeguardign", "SAFEGUARDNG"})
    void forgivesSmallTypingMistakesAndSaysSo(String typed) {
        Starters.published(application, "ahp-support-worker.yaml");

        var page = find(typed, "");

        assertThat(page.select("[role=status] p").text())
                .isEqualTo("Nothing here is spelt like that, so these are results for: safeguarding");
        assertThat(page.select(".espalier-hits mark").eachText()).contains("safeguarding");
        assertThat(page.select("#q").val()).isEqualTo(typed);
    }

    @Test
    void narrowsToAFrameworkALevelAGroupAndAKind() {
        var version = press.publish(Beekeeping.framework(title));
        var in = "&framework=" + version.slug();

        assertThat(titles(find("autumn", in)))
                .containsExactlyInAnyOrder("Feeds a colony in autumn, with help", "Feeds several colonies in autumn");
        assertThat(titles(find("autumn", in + "&level=grade-2"))).containsExactly("Feeds several colonies in autumn");
        assertThat(titles(find("autumn", in + "&group=trade"))).isEmpty();
        assertThat(titles(find("queens", in + "&kind=learning"))).containsExactly("Attends a course on queens");
        assertThat(find("autumn", in + "&level=grade-2&group=husbandry&kind=expectation")
                        .select("summary")
                        .text())
                .isEqualTo("Filters in use: What is expected, " + version.title() + ", Grade 2: Keeper, Husbandry");
    }

    @Test
    void offersTheLevelsAndGroupsOfTheChosenFramework() {
        var version = press.publish(Beekeeping.framework(title));

        var form = find("honey", "&framework=" + version.slug());

        assertThat(form.select("#level option").eachText())
                .containsExactly("All levels", "Grade 1: Helper", "Grade 2: Keeper", "Grade 3: Master");
        assertThat(form.select("#group option").eachText()).containsExactly("All groups", "Husbandry", "Trade");
        assertThat(find("honey", "").select("#level, #group")).isEmpty();
    }

    @Test
    void helpsOnWhenNothingIsFound() {
        var version = press.publish(Beekeeping.framework(title));

        var page = find("zzyzx", "&framework=" + version.slug());

        assertThat(page.select("h2").text()).isEqualTo("0 results for “zzyzx”");
        assertThat(page.select("h2 ~ p, [role=status] ~ p").text()).contains("Nothing was found. You could:");
        assertThat(page.select("main li").eachText())
                .containsExactly(
                        "try fewer or other words",
                        "search everything, without the filters",
                        "look through all frameworks");
        assertThat(page.select("main li a").eachAttr("href")).containsExactly("/search?q=zzyzx&page=1", "/frameworks");
    }

    @Test
    void findsNeitherDraftsNorWhatWasWithdrawn() {
        var word = "Q" + title.substring(title.length() - 8);
        press.draft(Beekeeping.framework(word));
        assertThat(titles(find(word, "&kind=framework"))).isEmpty();

        var version = press.publish(Beekeeping.framework(word));
        assertThat(titles(find(word, "&kind=framework"))).containsExactly("Beekeeping careers " + word);

        press.withdraw(version);
        assertThat(titles(find(word, "&kind=framework"))).isEmpty();
    }

    @Test
    void turnsPagesAndKeepsTheFilters() {
        var version = Starters.published(application, "occupational-therapy-social-care.yaml");
        var address = "/search?q=practice&framework=" + version.slug() + "&kind=expectation";

        var first = visitor.get(address).html();
        assertThat(first.select(".espalier-hits > li")).hasSize(20);
        assertThat(first.select("a[rel=prev]")).isEmpty();
        var second = visitor.get(first.select("a[rel=next]").attr("href")).html();

        assertThat(second.select(".espalier-hits").attr("start")).isEqualTo("21");
        assertThat(second.select("#kind option[selected]").val()).isEqualTo("expectation");
        assertThat(titles(second)).isNotEmpty().doesNotContainAnyElementsOf(titles(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "50", "9999", "0", "-1", "abc", "99999999999"})
    void showsResultsWhateverPageSomebodyAsksFor(String number) {
        var version = press.publish(Beekeeping.framework(title));

        var page = visitor.get("/search?q=honey&framework=" + version.slug() + "&page=" + number);

        assertThat(page.status()).isEqualTo(200);
        assertThat(titles(page.html())).containsExactly("Negotiates the price of honey");
    }

    @Test
    void searchesEverythingWhereAFilterMeansNothing() {
        press.publish(Beekeeping.framework(title));

        var page = find("honey", "&framework=nowhere&level=nothing&group=none&kind=sort");

        assertThat(page.select("h2").text()).endsWith(" for “honey”").doesNotStartWith("0 ");
        assertThat(page.select("summary").text()).isEqualTo("Filters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%3Cscript%3Ealert(1)%3C/script%3E", "%22%3E%3Cimg%20src=x%3E", "%F0%9F%90%9D", "%00"})
    void takesWhateverIsTypedAsWords(String typed) {
        var page = visitor.get("/search?q=" + typed);

        assertThat(page.status()).isIn(200, 400);
        assertThat(page.html().select("main script, main img")).isEmpty();
    }

    @Test
    void needsFourSqlStatementsAtMostHoweverMuchItFinds() throws Exception {
        var large = Starters.published(application, "occupational-therapy-social-care.yaml");
        var small = press.publish(Beekeeping.framework(title));

        for (var address : List.of(
                "/search?q=practice&framework=" + large.slug(),
                "/search?q=honey&framework=" + small.slug(),
                "/search?q=safegaurding")) {
            visitor.get(address);
            assertThat(SqlStatements.during(() -> visitor.get(address)).stream()
                            .filter(sql -> !sql.contains("ORDER BY lower(f.title)")))
                    .as(address)
                    .hasSize(2);
        }
        assertThat(SqlStatements.during(() -> visitor.get("/search?q=negotiate+mites&framework=" + small.slug())))
                .as("one more where nothing has all the words, and one that asks which versions there are")
                .hasSizeBetween(3, 4);
    }

    private Document find(String words, String filters) {
        return visitor.get("/search?q=" + words.replace(' ', '+') + filters).html();
    }

    private static List<String> titles(Document page) {
        return page.select(".espalier-hits__title").eachText();
    }

    private static String home(FrameworkVersion version) {
        return "/frameworks/" + version.slug() + "/versions/" + version.number();
    }
}
