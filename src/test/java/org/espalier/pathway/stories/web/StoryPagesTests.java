package org.espalier.pathway.stories.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.TestAccounts;
import org.espalier.framework.FrameworkVersion;
import org.espalier.testing.Beekeeping;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.Press;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Told;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@EspalierTest
class StoryPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext application;

    private FrameworkVersion bees;
    private Actor actor;
    private Visitor teller;
    private Visitor everybody;

    @BeforeEach
    void publish() {
        bees = new Press(application).publish(Beekeeping.framework("told <i>" + UUID.randomUUID()));
        actor = TestAccounts.actor(application);
        teller = TestAccounts.signedIn(application, port, actor);
        everybody = Visitor.to(port);
    }

    @Test
    void leadsFromALevelToItsStoriesAndToTellingOne() {
        var level = everybody.get("/frameworks/" + bees.slug() + "/versions/1/levels/grade-1");
        var link = level.html().select("main a[href^=/stories]").attr("href");

        var stories = everybody.get(link);

        assertThat(stories.heading()).isEqualTo("Career stories");
        assertThat(stories.html().select("main").text())
                .contains("About Grade 1: Helper.")
                .contains("Nobody has told a story here yet.");
        var write = teller.get(
                stories.html().select("main a[href^=/me/stories/new]").attr("href"));
        assertThat(write.html().select("[name=place][checked]").eachAttr("value"))
                .containsExactly(bees.slug() + "/grade-1");
    }

    @Test
    void becomesPublicOnlyWhenItsAuthorHasSeenItAndAgreed() {
        var preview = write("anonymous", "I came from <b>the</b> shop.\n\nNow I keep bees.");
        var id = id(preview);

        assertThat(preview.html().select("article p").eachText())
                .containsExactly(
                        "Somebody who keeps their name to themselves",
                        "I came from <b>the</b> shop.",
                        "Now I keep bees.");
        assertThat(preview.html().select("article b")).isEmpty();
        assertThat(everybody.get("/stories/" + id).status()).isEqualTo(404);
        var without = teller.submit(preview.form("/me/stories/" + id + "/publish"));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.errors()).containsExactly("Agree, or leave the story as a draft");
        assertThat(everybody.get("/stories/" + id).status()).isEqualTo(404);

        var done = teller.follow(teller.submit(preview.form("/me/stories/" + id + "/publish"), Map.of("agree", "yes")));

        assertThat(done.html().select(".govuk-notification-banner").text()).contains("Your story is public now.");
        var story = everybody.get("/stories/" + id);
        assertThat(story.heading()).isEqualTo("From the shop to the hive");
        assertThat(story.html().text()).doesNotContain(actor.name());
        assertThat(everybody
                        .get("/stories?framework=" + bees.slug() + "&level=grade-1")
                        .html()
                        .select(".espalier-stories__item"))
                .hasSize(1);
        assertThat(everybody
                        .get("/stories?framework=" + bees.slug() + "&level=grade-2")
                        .html()
                        .select(".espalier-stories__item"))
                .isEmpty();
    }

    @Test
    void showsAsMuchOfTheNameAsItsAuthorChose() {
        var whole = publish(write("name", "My story."));
        var first = publish(write("first-name", "My story."));

        assertThat(everybody
                        .get("/stories/" + whole)
                        .html()
                        .select(".espalier-story__by")
                        .text())
                .startsWith(actor.name() + ",");
        assertThat(everybody
                        .get("/stories/" + first)
                        .html()
                        .select(".espalier-story__by")
                        .text())
                .startsWith("Tester,");
    }

    @Test
    void goesOutOfPublicViewAtOnceWhenTakenBackOrChangedOrDeleted() {
        var id = publish(write("anonymous", "My story."));
        teller.submit(teller.get("/me/stories").form("/me/stories/" + id + "/withdraw"));
        assertThat(everybody.get("/stories/" + id).status()).isEqualTo(404);
        publish(teller.get("/me/stories/" + id + "/preview"));
        assertThat(everybody.get("/stories/" + id).status()).isEqualTo(200);

        var changed = teller.submit(
                teller.get("/me/stories/" + id).form("/me/stories/" + id), Map.of("title", "Another title"));
        assertThat(everybody.get("/stories/" + id).status()).isEqualTo(404);
        publish(teller.follow(changed));
        assertThat(everybody.get("/stories/" + id).heading()).isEqualTo("Another title");

        var ask = teller.get("/me/stories/" + id + "/delete");
        teller.submit(ask.form("/me/stories/" + id + "/delete"));
        assertThat(everybody.get("/stories/" + id).status()).isEqualTo(404);
        assertThat(teller.get("/me/stories").html().select(".espalier-stories__item"))
                .isEmpty();
    }

    @Test
    void doesNotExistForAnybodyElseWhileItIsADraft() {
        var id = id(write("anonymous", "My story."));
        var other = TestAccounts.signedIn(application, port, Role.FRAMEWORK_AUTHOR, Role.ADMINISTRATOR);

        assertThat(List.of("", "/preview", "/delete"))
                .allMatch(page -> other.get("/me/stories/" + id + page).status() == 404);
        var form = teller.get("/me/stories").html().select("form");
        assertThat(form).isNotNull();
        var token = other.get("/me/stories/new")
                .form("/me/stories")
                .select("[name=_csrf]")
                .val();
        for (var step : List.of("/publish", "/withdraw", "/delete")) {
            assertThat(other.post(
                                    "/me/stories/" + id + step,
                                    List.of(Map.entry("_csrf", token), Map.entry("agree", "yes")))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void saysWhatIsMissingAndKeepsWhatWasTyped() {
        var form = teller.get("/me/stories/new").form("/me/stories");

        var page = teller.submit(form, Map.of("words", "Something <i>"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.errors())
                .containsExactly(
                        "Give your story a title",
                        "Find and choose at least one role or level",
                        "Choose what may be shown of your name");
        assertThat(page.html().select("#words").text()).isEqualTo("Something <i>");
    }

    @Test
    void findsRolesByPartOfTheirNameAndKeepsWhatWasTyped() {
        var form = teller.get("/me/stories/new").form("/me/stories");

        var page = teller.submit(
                form,
                Map.of(
                        "words",
                        "So far",
                        "find",
                        "master " + bees.title().replaceAll(".*<i>", "").substring(0, 8),
                        "then",
                        "find"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("#words").text()).isEqualTo("So far");
        assertThat(page.html().select("[name=place]").eachAttr("value")).contains(bees.slug() + "/grade-3");
        var nothing = teller.submit(form, Map.of("find", "qqqqqq", "then", "find"));
        assertThat(nothing.html().select("main").text()).contains("No role or level has these words.");
    }

    @Test
    void pointsOutWhatMayTellWhoAPatientIsBeforeAnythingIsKept() {
        var form = teller.get("/me/stories/new?framework=" + bees.slug() + "&level=grade-1")
                .form("/me/stories");

        var page = teller.submit(
                form, Map.of("title", "My way", "words", "Her NHS number was 943 476 5919.", "shown-as", "name"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("main").text()).contains("943 476 5919");
        assertThat(teller.get("/me/stories").html().select(".espalier-stories__item"))
                .isEmpty();
    }

    @Test
    void takesAReportedStoryDownWithAReasonThatItsAuthorIsGiven() {
        var told = Told.by(application);
        var moderator = TestAccounts.actor(application, Role.ADMINISTRATOR);
        var id = publish(write("anonymous", "My story."));
        var story = everybody.get("/stories/" + id);

        assertThat(everybody.submit(story.form("/stories/" + id + "/report")).errors())
                .containsExactly("Write what is wrong");
        var sent = everybody.submit(story.form("/stories/" + id + "/report"), Map.of("words", "It hurts <b>us</b>"));

        assertThat(everybody
                        .follow(sent)
                        .html()
                        .select(".govuk-notification-banner")
                        .text())
                .contains("Somebody will look at this story.");
        assertThat(told.to(moderator.account())).containsExactly("pathway.notice.storyReported");
        assertThat(teller.get("/stories/reported").status()).isEqualTo(403);
        var visitor = TestAccounts.signedIn(application, port, moderator);
        var reported = visitor.get("/stories/reported");
        assertThat(reported.html().select("main").text()).contains("It hurts <b>us</b>");
        var empty = visitor.submit(reported.form("/stories/" + id + "/take-down"));
        assertThat(empty.errors()).containsExactly("Write why");
        assertThat(everybody.get("/stories/" + id).status()).isEqualTo(200);

        visitor.submit(reported.form("/stories/" + id + "/take-down"), Map.of("reason", "It names a colleague."));

        assertThat(everybody.get("/stories/" + id).status()).isEqualTo(404);
        assertThat(told.to(actor.account())).containsExactly("pathway.notice.storyTakenDown");
        assertThat(teller.get("/me/stories").html().select("main").text())
                .contains("This story was taken out of public view: It names a colleague.");
        assertThat(teller.get("/me/stories/" + id + "/preview").html().select("form[action$=publish]"))
                .isEmpty();
        assertThat(visitor.get("/stories/reported").html().select("form[action*=/stories/" + id + "/]"))
                .isEmpty();
    }

    @Test
    void leavesAReportedStoryAsItIs() {
        var moderator = TestAccounts.signedIn(application, port, Role.FRAMEWORK_AUTHOR);
        var id = publish(write("anonymous", "My story."));
        everybody.submit(
                everybody.get("/stories/" + id).form("/stories/" + id + "/report"),
                Map.of("words", "I do not like it"));

        moderator.submit(moderator.get("/stories/reported").form("/stories/" + id + "/leave"));

        assertThat(everybody.get("/stories/" + id).status()).isEqualTo(200);
        assertThat(moderator.get("/stories/reported").html().select("form[action*=/stories/" + id + "/]"))
                .isEmpty();
    }

    @Test
    void listsStoriesWithOneStatement() throws Exception {
        publish(write("anonymous", "My story."));
        publish(write("anonymous", "My other story."));
        everybody.get("/stories");

        assertThat(SqlStatements.during(() -> everybody.get("/stories"))).hasSizeLessThanOrEqualTo(2);
        assertThat(everybody.get("/stories?page=9999&framework=none").status()).isEqualTo(200);
    }

    private Visitor.Page write(String shownAs, String words) {
        var form = teller.get("/me/stories/new?framework=" + bees.slug() + "&level=grade-1")
                .form("/me/stories");
        return teller.follow(
                teller.submit(form, Map.of("title", "From the shop to the hive", "words", words, "shown-as", shownAs)));
    }

    private long publish(Visitor.Page preview) {
        var id = id(preview);
        var done = teller.submit(preview.form("/me/stories/" + id + "/publish"), Map.of("agree", "yes"));
        assertThat(done.status()).isEqualTo(302);
        return id;
    }

    private static long id(Visitor.Page preview) {
        return Long.parseLong(preview.address().getPath().replaceAll("\\D", ""));
    }
}
