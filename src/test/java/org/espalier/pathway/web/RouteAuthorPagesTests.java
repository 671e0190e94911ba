package org.espalier.pathway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.espalier.access.Role;
import org.espalier.access.TestAccounts;
import org.espalier.crosswalk.End;
import org.espalier.framework.FrameworkVersion;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.Visitor;
import org.espalier.testing.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@EspalierTest
class RouteAuthorPagesTests {
    private static final String NEW = "/routes/author/new";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private final String title = UUID.randomUUID().toString().substring(0, 8);
    private FrameworkVersion meadow;
    private FrameworkVersion bees;
    private Visitor author;
    private Visitor reader;

    @BeforeEach
    void visit() {
        meadow = Meadow.published(application, title);
        bees = new Press(application).publish(Beekeeping.framework("routes " + title));
        author = TestAccounts.signedIn(application, port, Role.FRAMEWORK_AUTHOR);
        reader = Visitor.to(port);
    }

    @Test
    void showsARouteToEverybodyOnceItIsPublishedAndTakesItBack() {
        var draft = write(Map.of(
                "from", end(meadow, "keeper"),
                "to", end(bees, "grade-2"),
                "kind", "sideways",
                "must", "A veil & <gloves>\n\n A season with bees ",
                "may", "An own hive",
                "employer", "Two study days"));
        var address = draft.address().getPath();
        var way = "/routes/from/" + meadow.slug() + "~keeper/to/" + bees.slug() + "~grade-2";

        assertThat(draft.heading()).isEqualTo("From Keeper to Grade 2: Keeper");
        assertThat(reader.get(way).html().text()).contains("There is no known route");

        var published = author.follow(author.submit(draft.form(address + "/publish")));

        assertThat(published.html().text()).contains("Everybody can find this route now.");
        var step = reader.get(way).html().select(".espalier-way__step").text();
        assertThat(step)
                .contains(
                        "Sideways",
                        "Written by a framework author",
                        "Must A veil & <gloves>",
                        "Must A season with bees",
                        "May An own hive",
                        "What the employer provides Two study days");
        assertThat(reader.get("/routes").html().select("svg a").eachAttr("href"))
                .contains("/routes/at/" + meadow.slug() + "~keeper", "/routes/at/" + bees.slug() + "~grade-2");

        var undone = author.follow(author.submit(published.form(address + "/return-to-draft")));
        assertThat(undone.html().text()).contains("It is a draft again, which only authors see.");
        assertThat(reader.get(way).html().text()).contains("There is no known route");

        author.submit(undone.form(address + "/publish"));
        var withdrawn = author.follow(author.submit(author.get(address).form(address + "/withdraw")));
        assertThat(reader.get(way).html().text()).contains("There is no known route");
        author.submit(withdrawn.form(address + "/publish-again"));
        assertThat(reader.get(way).html().text()).doesNotContain("There is no known route");
    }

    @Test
    void saysAtTheInputWhatIsWrongAndKeepsWhatWasTyped() {
        var nothing = author.submit(author.get(NEW).form(NEW));
        var wrong = submit(Map.of(
                "from", end(meadow, "keeper"),
                "fromName", "Everybody",
                "to", end(meadow, "keeper"),
                "kind", "way-in",
                "must", "x".repeat(501)));

        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.errors())
                .containsExactly(
                        "Choose where the route starts, or write it",
                        "Choose where the route leads, or write it",
                        "Select which way it leads");
        assertThat(wrong.errors())
                .containsExactly(
                        "Choose from the list or write, not both", "Each line must be 500 characters or fewer");
        assertThat(wrong.html().select("#must").val()).hasSize(501);
        assertThat(wrong.html().select("#fromName").val()).isEqualTo("Everybody");
        assertThat(wrong.html().select("#fromName-error").text()).contains("not both");
        assertThat(wrong.html().select("#to option[selected]").val()).isEqualTo(end(meadow, "keeper"));
    }

    @Test
    void refusesRoutesThatCannotBe() {
        assertThat(submit(Map.of("from", end(meadow, "keeper"), "to", end(meadow, "keeper"), "kind", "sideways"))
                        .errors())
                .containsExactly("The route leads to where it starts. Choose another place");
        assertThat(submit(Map.of("from", end(meadow, "keeper"), "to", end(bees, "grade-1"), "kind", "way-in"))
                        .errors())
                .containsExactly("A way in starts outside. Write where people come from, or select another kind");
        assertThat(submit(Map.of("from", end(meadow, "warden"), "to", end(meadow, "mower"), "kind", "upwards"))
                        .errors())
                .containsExactly("The framework puts the end below the start, so this does not lead upwards");
        assertThat(submit(Map.of(
                                "from", end(meadow, "keeper"),
                                "to", end(bees, "grade-1"),
                                "kind", "sideways",
                                "must", "A hat",
                                "may", "A veil\nA hat"))
                        .errors())
                .containsExactly(
                        "Something stands both here and under what somebody must have. Take it out of one of them");
    }

    @Test
    void refusesToPublishACircleUpwards() {
        var up = write(Map.of("from", end(meadow, "keeper"), "to", end(bees, "grade-1"), "kind", "upwards"));
        var back = write(Map.of("from", end(bees, "grade-2"), "to", end(meadow, "mower"), "kind", "upwards"));
        author.submit(up.form(up.address().getPath() + "/publish"));

        var refused = author.submit(back.form(back.address().getPath() + "/publish"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).singleElement().asString().contains("would go in a circle");
        assertThat(refused.html().select(".espalier-facts").text()).contains("Draft");
    }

    @Test
    void overwritesNothingThatSomebodyElseHasSaved() {
        var route = write(Map.of("from", end(meadow, "keeper"), "to", end(bees, "grade-1"), "kind", "sideways"));
        var change = route.address().getPath() + "/change";
        var form = author.get(change).form(change);
        author.submit(form, Map.of("must", "First"));

        var second = author.submit(form, Map.of("must", "Second"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(author.get(change).html().select("#must").val()).isEqualTo("First");
        author.submit(author.get(route.address().getPath()).form(route.address().getPath() + "/publish"));
        assertThat(author.get(change).status()).as("published").isEqualTo(409);
    }

    @Test
    void saysWhatIsDoubtfulAboutAllRoutes() {
        var page = author.get("/routes/author").html().select("main").text();

        assertThat(page)
                .contains(
                        "it starts from “Volunteers” and does not say where it leads",
                        "it starts from “Keepers from abroad” and does not say where it leads");
        assertThat(page).doesNotContain("upwards in a circle");
    }

    @Test
    void keepsTheAuthorsPagesToAuthors() {
        var practitioner = TestAccounts.signedIn(application, port);

        assertThat(List.of("/routes/author", NEW, "/routes/author/1", "/routes/author/1/change"))
                .allSatisfy(address -> {
                    assertThat(practitioner.get(address).status()).as(address).isEqualTo(403);
                    assertThat(reader.get(address).status()).as(address).isEqualTo(303);
                });
        assertThat(author.get("/routes/author/999999").status()).isEqualTo(404);
    }

    private Page write(Map<String, String> answers) {
        return author.follow(submit(answers));
    }

    private Page submit(Map<String, String> answers) {
        return author.submit(author.get(NEW).form(NEW), new HashMap<>(answers));
    }

    private static String end(FrameworkVersion version, String level) {
        return new End(version.id(), level).token();
    }
}
