package org.espalier.framework.web;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Starters;
import org.espalier.testing.Visitor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class FrameworkPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private final String title = "pages " + UUID.randomUUID().toString().substring(0, 8);
    private Press press;
    private Visitor visitor;

    @BeforeEach
    void visit() {
        press = new Press(application);
        visitor = Visitor.to(port);
    }

    @Test
    void listsEveryFrameworkInForceWithItsSize() {
        var version = press.publish(Beekeeping.framework(title));
        press.publish(Beekeeping.role(title));

        var page = visitor.get("/frameworks").html();

        var card = card(page, version.title());
        assertThat(card.select("a").attr("href")).isEqualTo("/frameworks/" + version.slug());
        assertThat(card.select(".espalier-facts li").eachText())
                .containsExactly("Framework", "3 levels", "10 statements", "3 routes");
        assertThat(card(page, "Queen rearer " + title)
                        .select(".espalier-facts li")
                        .eachText())
                .containsExactly("Role profile", "2 competences");
    }

    @Test
    void keepsDraftsToThemselves() {
        press.draft(Beekeeping.framework(title));
        var slug = "beekeeping-careers-" + title.replace(' ', '-');

        assertThat(visitor.get("/frameworks").html().text()).doesNotContain(title);
        assertThat(visitor.get("/frameworks/" + slug).status()).isEqualTo(404);
        assertThat(visitor.get("/frameworks/" + slug + "/versions/1").status()).isEqualTo(404);
        assertThat(visitor.get("/frameworks/" + slug + "/versions/1/statements/f1")
                        .status())
                .isEqualTo(404);

        press.publish(Beekeeping.framework(title));
        press.draft(Beekeeping.revised(title));

        assertThat(visitor.get("/frameworks/" + slug).html().select("main").text())
                .contains("Version 1,")
                .doesNotContain("Version 2");
        assertThat(visitor.get("/frameworks/" + slug + "/versions/2").status()).isEqualTo(404);
    }

    @Test
    void growsTheMatrixFromTheLowestLevelUp() {
        var version = press.publish(Beekeeping.framework(title));

        var table = visitor.get(home(version)).html().select(".espalier-trellis");

        assertThat(table.select("thead th").eachText()).containsExactly("Husbandry", "Trade");
        assertThat(table.select("tbody th").eachText())
                .containsExactly("Grade 3 Master", "Grade 2 Keeper", "Grade 1 Helper");
        assertThat(table.select("tbody td").eachText())
                .containsExactly(
                        "–Nothing is stated here",
                        "1 statement in Trade at Grade 3: Master",
                        "4 statements in Husbandry at Grade 2: Keeper 1 to learn",
                        "–Does not apply here",
                        "3 statements in Husbandry at Grade 1: Helper",
                        "–Nothing is stated here");
        assertThat(table.select("td a").first().attr("href")).isEqualTo(home(version) + "/levels/grade-3#group-trade");
        assertThat(visitor.get(home(version) + "/levels/grade-3")
                        .html()
                        .select("#group-trade")
                        .text())
                .isEqualTo("Trade");
    }

    @ParameterizedTest
    @CsvSource({
        "occupational-therapy-social-care.yaml, Each level builds on the ones below it.",
        "ahp-core-competencies.yaml, Each level says everything that it expects.",
        "primary-care-community.yaml, The document does not say whether the levels build on each other."
    })
    void saysHowTheLevelsAddUp(String starter, String sentence) {
        var version = Starters.published(application, starter);

        var page = visitor.get("/frameworks/" + version.slug()).html();

        assertThat(page.select("h2:contains(add up) + p").text()).startsWith(sentence);
        if (version.document().progressionBasis() != null) {
            assertThat(page.select("blockquote").text())
                    .isEqualTo(version.document().progressionBasis());
        }
    }

    @Test
    void countsEveryStatementOfAStarterOnceInTheMatrix() {
        var version = Starters.published(application, "occupational-therapy-social-care.yaml");

        var counts = visitor.get("/frameworks/" + version.slug()).html().select(".espalier-trellis__leaf").stream()
                .mapToInt(leaf -> Integer.parseInt(leaf.ownText().strip()))
                .sum();

        assertThat(counts).isEqualTo(version.statements().size());
    }

    @Test
    void showsALevelWithAllThatTheDocumentSaysOfIt() {
        var version = press.publish(Beekeeping.framework(title));

        var page = visitor.get(home(version) + "/levels/grade-1").html();

        assertThat(page.select("h1").text()).isEqualTo("Grade 1: Helper");
        assertThat(page.select("main > p").first().text())
                .isEqualTo(
                        "The document places this at career framework levels 2 and 3. A career level is not a pay band.");
        assertThat(page.select("h2").eachText())
                .containsSubsequence(
                        "What this level is about",
                        "What you need to start",
                        "What people at this level do",
                        "Examples of roles",
                        "What is expected");
        assertThat(page.select("main").text())
                .contains("Helps a keeper with the daily round.", "A clean driving record", "Apiary helper");
        assertThat(page.select(".espalier-next a").attr("href"))
                .isEqualTo(home(version) + "/compare?from=grade-1&to=grade-2");
        assertThat(page.select("nav a[rel=next]").attr("href")).isEqualTo(home(version) + "/levels/grade-2");
        assertThat(page.select("nav a[rel=prev]")).isEmpty();
    }

    @Test
    void keepsTheWordsThatGovernAStatementAndSaysWhatIsUncertain() {
        var version = press.publish(Beekeeping.framework(title));

        var feeding = visitor.get(home(version) + "/levels/grade-1").html().select("section:has(> #group-feeding)");

        assertThat(feeding.select(".espalier-facet").eachText())
                .containsExactly("What a keeper knows", "What a keeper does");
        assertThat(feeding.select(".espalier-qualifier").eachText()).containsOnly("With supervision");
        assertThat(statements(feeding.first()))
                .containsExactly(
                        "Knows when nectar is scarce Column not certain", "Feeds a colony in autumn, with help");

        var health = visitor.get(home(version) + "/levels/grade-2").html().select("section:has(> #group-health)");
        assertThat(health.select("> p").first().text())
                .isEqualTo("The document prints no title here. This one was added when it was imported.");
        assertThat(health.select(".espalier-lead-in").text()).isEqualTo("Looks after health:");
        assertThat(statements(health.first()))
                .containsExactly(
                        "Wears a veil near open hives",
                        "Treats mites",
                        "Attends a course on queens Suggested learning");
    }

    @Test
    void showsHowAGroupGrowsAndWhereItSaysTheSame() {
        var version = press.publish(Beekeeping.framework(title));

        var page = visitor.get(home(version) + "/groups/health").html();
        assertThat(page.select("h1").text()).isEqualTo("1.2 Health of the colony");
        assertThat(page.select(".govuk-breadcrumbs a").eachText())
                .containsExactly("Frameworks", version.title(), "Husbandry");
        assertThat(page.select(".espalier-step h2").eachText()).containsExactly("Grade 1: Helper", "Grade 2: Keeper");
        assertThat(page.select(".espalier-unsaid").first().text())
                .isEqualTo("Nothing is stated here at Grade 3: Master.");
        assertThat(page.select("main").text()).contains("Hive School: Says that nothing applies");

        var starter = Starters.published(application, "ahp-support-worker.yaml");
        var same = starter.groups().stream()
                .flatMap(root -> root.groups().stream())
                .map(group -> visitor.get("/frameworks/" + starter.slug() + "/versions/1/groups/" + group.id())
                        .html()
                        .select(".espalier-step p strong:contains(Identical.)"))
                .filter(identical -> !identical.isEmpty())
                .count();
        assertThat(same).isEqualTo(groupsThatRepeatTheirWords(starter));
    }

    private static long groupsThatRepeatTheirWords(FrameworkVersion version) {
        return version.groups().stream()
                .flatMap(root -> root.groups().stream())
                .filter(group -> version.statements().stream()
                        .filter(statement -> group.id().equals(statement.group()))
                        .collect(groupingBy(Statement::text))
                        .values()
                        .stream()
                        .anyMatch(alike -> alike.size() > 1))
                .count();
    }

    @Test
    void givesEveryStatementAnAddressThatNamesItsVersion() {
        var version = press.publish(Beekeeping.framework(title));

        var page = visitor.get(home(version) + "/statements/f1").html();

        assertThat(page.select("h1").text()).isEqualTo("With supervision Feeds a colony in autumn, with help");
        assertThat(facts(page))
                .containsExactly(
                        "Framework " + version.title() + ", Version 1",
                        "Level Grade 1: Helper",
                        "Part Husbandry, 1.1 Feeding",
                        "Column What a keeper does",
                        "In the document Lines 11 to 12, page 2",
                        "Rights Free to read");
    }

    @Test
    void saysWhereElseTheSameWordsStand() {
        var version = press.publish(Beekeeping.framework(title));

        var page = visitor.get(home(version) + "/statements/h1").html();

        assertThat(page.select("h2:contains(same words) + p").text())
                .isEqualTo("The same words at two levels are two expectations: each is judged by what the level asks.");
        assertThat(page.select("h2:contains(same words) ~ ul a").eachText()).containsExactly("Grade 2: Keeper");
    }

    @Test
    void keepsTheAddressesOfAVersionThatWasReplaced() {
        var first = press.publish(Beekeeping.framework(title));
        press.publish(Beekeeping.revised(title));

        var old = visitor.get(home(first) + "/statements/f3").html();
        assertThat(old.select(".espalier-old-version").text())
                .isEqualTo("Version 1 has been replaced. Read version 2, which is in force");
        assertThat(old.select("h1").text()).isEqualTo("Feeds several colonies in autumn");
        assertThat(old.select("h2:contains(other versions) + p").text())
                .startsWith(
                        "Version 2: reads differently. From version 1 to version 2: Feeds several colonies in autumn");
        assertThat(old.select("h2:contains(other versions) + p ins").text()).contains("and in spring");
        assertThat(old.select("h2:contains(other versions) + p del")).isEmpty();
        assertThat(visitor.get("/frameworks/" + first.slug())
                        .html()
                        .select(".espalier-facts")
                        .text())
                .contains("Version 2,");
    }

    @Test
    void keepsTheAddressesOfAFrameworkThatWasWithdrawn() {
        var version = press.publish(Beekeeping.framework(title));
        press.withdraw(version);

        for (var address : List.of(
                "/frameworks/" + version.slug(),
                home(version),
                home(version) + "/levels/grade-1",
                home(version) + "/groups/trade",
                home(version) + "/statements/f1",
                home(version) + "/compare?from=grade-1&to=grade-2",
                home(version) + "/routes",
                home(version) + "/providers",
                home(version) + "/source")) {
            var page = visitor.get(address);

            assertThat(page.status()).as(address).isEqualTo(200);
            assertThat(page.html().select(".espalier-old-version").text())
                    .as(address)
                    .isEqualTo("Version 1 has been withdrawn by its publisher. It stays readable for the records"
                            + " that point at it. No version of this framework is in force.");
        }
    }

    @Test
    void listsWithdrawnFrameworksApartFromThoseInForce() {
        var version = press.publish(Beekeeping.framework(title));
        press.withdraw(version);
        press.withdraw(press.publish(Beekeeping.revised(title + " again")));
        var back = press.publish(Beekeeping.framework(title + " again"));

        var page = visitor.get("/frameworks").html();

        assertThat(page.select(".espalier-card h2").eachText())
                .contains(back.title())
                .doesNotContain(version.title());
        var withdrawn = page.select("h2:contains(Withdrawn) ~ ul li");
        assertThat(withdrawn.select("a").eachText()).contains(version.title()).doesNotContain(back.title());
        assertThat(withdrawn.select("li:contains(" + title + ")").text())
                .startsWith(version.title() + " Withdrawn by its publisher on ");
    }

    @Test
    void saysInPlainWordsWhatWasLeftOutOfTheDocument() {
        var version = press.publish(Beekeeping.framework(title));

        var page = visitor.get(home(version) + "/source").html();

        assertThat(page.select("h2:contains(left out) ~ ul")
                        .first()
                        .select("li")
                        .eachText())
                .containsExactly(
                        "Printed on every page, such as a page number or a running title: 2 passages",
                        "Part of the table of contents: 1 passage",
                        "Another reason: of its own kind: 1 passage");
        assertThat(page.select(".espalier-statements li").eachText())
                .containsExactly("The title of 1.2 was inferred.", "The heading here says Grade 4. (line 31)");
        assertThat(facts(page)).first().isEqualTo("File beekeeping.txt");
        assertThat(page.select("main").text()).contains("The Keeper’s Almanac");
    }

    @Test
    void showsARoleProfileWithAllItsLayers() {
        var role = press.publish(Beekeeping.role(title));

        var page = visitor.get("/frameworks/" + role.slug()).html();

        assertThat(facts(page))
                .contains(
                        "Named role Queen rearer",
                        "Area of work Breeding",
                        "Experience required Two seasons",
                        "Career framework level 4. A career level is not a pay band.",
                        "Formal learning A course in genetics",
                        "Yearly A visit to another apiary");
        assertThat(page.select("h3").eachText()).containsExactly("Core competences", "Locality competences");
        assertThat(page.select(".espalier-principle").eachText()).containsExactly("1 Communication", "3 Safety");
        assertThat(page.select("a[href=https://example.org/bee1]").text()).isEqualTo("Explain your work");
        assertThat(page.select("section").last().text())
                .contains("This layer is empty in the profile. Each place may add competences of its own here.");
        assertThat(page.select("p:contains(These are suggestions.)")).hasSize(2);
    }

    @Test
    void drawsRoutesAndListsThemAll() {
        var version = press.publish(Beekeeping.framework(title));

        var page = visitor.get(home(version) + "/routes").html();

        assertThat(page.select("svg")).hasSize(2).allSatisfy(drawing -> {
            assertThat(drawing.select("path[stroke]")).hasSize(3);
            assertThat(drawing.select("title").text()).isEqualTo("A picture of the routes that are listed below it");
        });
        assertThat(page.select(".espalier-routes h3").eachText())
                .containsExactly(
                        "1 From Anybody to Grade 1: Helper",
                        "2 From Helper to Keeper",
                        "3 From Keepers from abroad to a place the document does not name");
        assertThat(page.select("#route-1 li").eachText()).containsExactly("Curiosity", "Work outdoors", "A mentor");
    }

    @Test
    void letsProvidersSpeakForThemselves() {
        var version = press.publish(Beekeeping.framework(title));

        var page = visitor.get(home(version) + "/providers").html();

        assertThat(page.select("main").text())
                .contains("They are not part of the framework, and nobody here has checked them.")
                .contains("1 of 2 parts have something to say about them.");
        assertThat(facts(page))
                .containsExactly(
                        "1.1 Feeding Teaches feeding in spring", "1.2 Health of the colony Says that nothing applies");
    }

    @ParameterizedTest
    @CsvSource({
        "/frameworks/no-such-framework, There is no published framework at this address.",
        "/frameworks/{slug}/versions/9, There is no such version of this framework.",
        "/frameworks/{slug}/versions/1/levels/no-such, This framework has no such level.",
        "/frameworks/{slug}/versions/1/groups/no-such, This framework has no such part.",
        "/frameworks/{slug}/versions/1/statements/no-such, This version has no such statement.",
        "/frameworks/{slug}/versions/1/statements/%27--%E2%80%A6, This version has no such statement.",
        "/frameworks/{slug}/versions/newest, There is nothing at this address.",
        "/frameworks/{slug}/versions/99999999999, There is nothing at this address.",
        "/frameworks/{slug}/versions/-1, There is nothing at this address."
    })
    void answersWhatIsNotThereWithAPlainSentence(String address, String sentence) {
        var role = Starters.published(application, "liaison-diversion-manager.yaml");

        var page = visitor.get(address.replace("{slug}", role.slug()));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.heading()).isEqualTo("Page not found");
        assertThat(page.html().select("h1 + p").text()).startsWith(sentence);
    }

    @ParameterizedTest
    @CsvSource({"routes, This framework states no routes.", "providers, No provider says anything in this framework."})
    void saysWhenAFrameworkHasNothingOfAKind(String part, String sentence) {
        var version = Starters.published(application, "ahp-core-competencies.yaml");

        var page = visitor.get(home(version) + "/" + part);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html().select("h1 + p").text()).startsWith(sentence);
    }

    @Test
    void needsNoSqlForAVersionOnceReadHoweverLargeItIs() throws Exception {
        var small = press.publish(Beekeeping.framework(title));
        var large = Starters.published(application, "occupational-therapy-social-care.yaml");

        var addresses =
                Stream.concat(Stream.of("/frameworks"), Stream.of(small, large).flatMap(version -> Stream.of(
                                "",
                                "/levels/" + version.levels().getFirst().id(),
                                "/groups/" + version.groups().getFirst().id(),
                                "/statements/" + version.statements().getFirst().key(),
                                "/compare",
                                "/source")
                        .map(part -> home(version) + part)));
        for (var address : addresses.toList()) {
            visitor.get(address);
            var statements = SqlStatements.during(() -> visitor.get(address));

            assertThat(statements)
                    .as(address + " but for asking which versions there are, every other second")
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(sql -> sql.contains("v.number IS NOT NULL") && sql.contains("ORDER BY lower(f.title)"));
        }
    }

    @Test
    void readsAllFrameworksForTheFirstTimeInThreeSqlStatements() throws Exception {
        for (var number = 1; number <= 4; number++) {
            var draft = press.draft(Beekeeping.framework(title + " " + number));
            press.publishUnread(draft);
        }

        assertThat(SqlStatements.during(() -> visitor.get("/frameworks"))).hasSize(3);
    }

    private static String home(FrameworkVersion version) {
        return "/frameworks/" + version.slug() + "/versions/" + version.number();
    }

    private static Element card(Document page, String title) {
        return page.select(".espalier-card").stream()
                .filter(card -> card.select("h2").text().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> facts(Document page) {
        return page.select(".govuk-summary-list__row").eachText();
    }

    /** Without the link that each of them ends with. */
    private static List<String> statements(Element section) {
        var without = section.clone();
        without.select(".espalier-permalink").remove();
        return without.select(".espalier-statements > li").eachText();
    }
}
