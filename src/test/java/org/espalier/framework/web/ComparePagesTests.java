package org.espalier.framework.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.espalier.framework.FrameworkVersion;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.Starters;
import org.espalier.testing.Visitor;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class ComparePagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private final String title = "compared " + UUID.randomUUID().toString().substring(0, 8);
    private Visitor visitor;

    @BeforeEach
    void visit() {
        visitor = Visitor.to(port);
    }

    @Test
    void marksEveryChangedWordForEyesAndForEars() {
        var page = compare(Starters.published(application, "ahp-core-competencies.yaml"), "band-6", "band-7");

        var reworded = page.select(".espalier-change--reworded").first();
        assertThat(reworded.select("ins, del").eachText())
                .containsExactly("taken out: one particular part (end)", "put in: wide areas (end)");
        assertThat(read(reworded, true)).contains("responsible for one particular part of the service");
        assertThat(read(reworded, false)).contains("responsible for wide areas of the service");
    }

    @Test
    void keepsTheWordsThatGovernAStatement() {
        var page = compare(beekeeping(), "grade-1", "grade-2");

        assertThat(page.select(".espalier-change--reworded del").text()).contains("With supervision: Feeds a colony");
        assertThat(page.select(".espalier-change--new").eachText())
                .anyMatch(text -> text.startsWith("New Looks after health: Treats mites"));
    }

    /** The text as it was before, or as it is after. */
    private static String read(Element change, boolean before) {
        var copy = change.clone();
        copy.select(before ? "ins, .govuk-visually-hidden" : "del, .govuk-visually-hidden")
                .remove();
        return copy.text().replaceAll("\\s+", " ").replace(" ,", ",");
    }

    @Test
    void countsChangesOfTheWholeAndOfEachPart() {
        var page = compare(beekeeping(), "grade-1", "grade-2");

        assertThat(page.select("h1").text()).isEqualTo("What changes next?");
        assertThat(page.select(".govuk-body-l").text())
                .isEqualTo("Statements: 2 new, 1 reworded, 1 the same, 1 at the first level only"
                        + " and 1 that counts at both levels.");
        assertThat(page.select("#group-husbandry + ul li").eachText())
                .containsExactly("2 new", "1 reworded", "1 the same", "1 that counts at both levels");
    }

    @Test
    void tellsWhatIsNeededAndDoneAtEachLevelToo() {
        var page = compare(beekeeping(), "grade-1", "grade-2");

        assertThat(page.select("section:has(h3:contains(What you need to start)) .espalier-change")
                        .eachText())
                .containsExactly("New One season as a helper", "Only at Grade 1 A clean driving record");
        assertThat(page.select("section:has(h3:contains(What people at this level do)) .espalier-change")
                        .eachText())
                .containsExactly("New Plans the week");
        assertThat(page.select("section:has(h3:contains(What people at this level do)) details li")
                        .eachText())
                .containsExactly("Carries frames and tools");
    }

    @Test
    void saysThatLowerLevelsStillCountWhereLevelsBuildOnEachOther() {
        var version = Starters.published(application, "occupational-therapy-social-care.yaml");

        var page = compare(version, "level-5", "level-7");

        assertThat(page.select("main > p").eachText())
                .contains("In this framework each level builds on the ones below. What was expected lower down"
                        + " still counts. The levels in between ask for things too. Compare one step at a time"
                        + " to see them all.");
        assertThat(page.select("details").eachText()).anyMatch(text -> text.contains("count at both"));
        assertThat(compare(version, "level-5", "level-6").select("main").text()).doesNotContain("levels in between");
    }

    @Test
    void explainsAPillarThatStandsAtOneLevelOnly() {
        var version = Starters.published(application, "occupational-therapy-social-care.yaml");

        assertThat(compare(version, "level-7", "level-8")
                        .select("#group-strategic-service-development + p")
                        .text())
                .isEqualTo("All of this is new at Career framework Level 8.");
        assertThat(compare(version, "level-8", "level-9")
                        .select("#group-strategic-service-development + p")
                        .text())
                .isEqualTo("This stands only at Career framework Level 8."
                        + " There is nothing here at Career framework Level 9.");
    }

    @Test
    void saysIdenticalWhereNothingChanges() {
        var version = Starters.published(application, "ahp-support-worker.yaml");

        var page = compare(version, "entry-level", "intermediate");

        assertThat(page.select(".govuk-body-l").text()).isEqualTo("Statements: 26 reworded and 29 the same.");
        assertThat(page.select(".espalier-change__kind").eachText())
                .hasSize(55)
                .containsOnly("Identical", "Reworded")
                .filteredOn("Identical"::equals)
                .hasSize(29);
        var identical = page.select(".espalier-change:not(.espalier-change--reworded)");
        assertThat(identical.select("ins, del")).isEmpty();
    }

    @Test
    void saysSoWhereAllIsIdentical() {
        var version = new Press(application)
                .publish(Beekeeping.restated(title)
                        .withStatements(Beekeeping.restated(title).statements().stream()
                                .filter(entry -> List.of("h1", "h2").contains(entry.id()))
                                .toList()));

        var page = compare(version, "grade-1", "grade-2");

        assertThat(page.select(".govuk-body-l").text())
                .isEqualTo("Nothing changes in words: the one statement reads the same at both levels."
                        + " The same words at two levels are still two expectations.");
        assertThat(page.select("#group-husbandry + p").text())
                .isEqualTo("Identical. The one statement here reads the same at both levels.");
    }

    @Test
    void pairsWhatIsRewordedWhereLevelsAreRestated() {
        var version = Starters.published(application, "ahp-core-competencies.yaml");

        for (var i = 0; i + 1 < version.levels().size(); i++) {
            var page = compare(
                    version,
                    version.levels().get(i).id(),
                    version.levels().get(i + 1).id());

            assertThat(page.select(".espalier-change--reworded")).isNotEmpty().allSatisfy(change -> {
                assertThat(change.select("ins, del")).isNotEmpty();
                assertThat(read(change, true)).isNotEqualTo(read(change, false));
            });
            assertThat(page.select("summary").text()).doesNotContain("count at both");
        }
    }

    @Test
    void takesTheLowestTwoLevelsWhenNoneAreNamed() {
        var page = visitor.get(address(beekeeping())).html();

        assertThat(page.select("h2").first().text()).isEqualTo("From Grade 1: Helper to Grade 2: Keeper");
        assertThat(page.select("select option[selected]").eachText())
                .containsExactly("Grade 1: Helper", "Grade 2: Keeper");
        assertThat(page.select("a:contains(And then)").attr("href")).endsWith("/compare?from=grade-2&to=grade-3");
    }

    @Test
    void saysThatALevelDoesNotDifferFromItself() {
        assertThat(compare(beekeeping(), "grade-2", "grade-2")
                        .select(".govuk-body-l")
                        .text())
                .isEqualTo("You have chosen the same level twice, so nothing changes. Choose two different levels.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=nowhere",
                "?from=grade-1&to=nowhere",
                "?from=%3Cscript%3E&to=grade-2",
                "?from=grade-1&to=%F0%9F%90%9D"
            })
    void saysThatThereIsNoSuchLevel(String query) {
        var page = visitor.get(address(beekeeping()) + query);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html().select("h1 + p").text())
                .isEqualTo("This framework has no such level. Look at all its levels.");
    }

    @Test
    void hasNothingToCompareInARoleProfileOfOneLevel() {
        var page = visitor.get(address(Starters.published(application, "liaison-diversion-manager.yaml")));

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html().select("h1 + p").text())
                .isEqualTo("This framework has no two levels that could be compared.");
    }

    private FrameworkVersion beekeeping() {
        return new Press(application).publish(Beekeeping.framework(title));
    }

    private Document compare(FrameworkVersion version, String from, String to) {
        return visitor.get(address(version) + "?from=" + from + "&to=" + to).html();
    }

    private static String address(FrameworkVersion version) {
        return "/frameworks/" + version.slug() + "/versions/" + version.number() + "/compare";
    }
}
