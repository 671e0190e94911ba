package org.espalier.pathway.closest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
class TickPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private Visitor visitor;

    @BeforeEach
    void publish() {
        var press = new Press(application);
        press.publish(Beekeeping.framework("ticked <i>" + UUID.randomUUID()));
        press.publish(Beekeeping.role("ticked <i>" + UUID.randomUUID()));
        visitor = Visitor.to(port);
    }

    @Test
    void asksAPageOfTenAtMostWithoutAnAccount() {
        var page = visitor.get("/closest");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.heading()).isEqualTo("Find roles close to what you do");
        assertThat(page.html().select("[name=tick]")).hasSizeBetween(3, 10);
        assertThat(page.html().select("label i")).isEmpty();
    }

    @Test
    void keepsTicksInACookieOfTheBrowserSessionAndShowsWhatAsksForThem() {
        var page = visitor.get("/closest");
        var tick = page.html().select("[name=tick]").first();

        var sent = visitor.submit(page.form("/closest"), Map.of("tick", tick.val()));

        assertThat(sent.location()).endsWith("/closest");
        var shown = visitor.follow(sent);
        assertThat(shown.heading()).isEqualTo("Closest to what you ticked");
        assertThat(shown.html().select(".espalier-closest__item")).isNotEmpty();
        assertThat(shown.html().select(".espalier-closest__item").first().text())
                .contains("I do this:")
                .containsPattern("and you ticked \\d+\\.");
        assertThat(shown.html().select(".govuk-inset-text").text()).contains("so this says little");
        assertThat(shown.html().select("form[action=/closest/questions]")).isEmpty();
        var cookie = visitor.cookies().stream()
                .filter(one -> one.getName().equals("espalier-closest"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie.getMaxAge()).isEqualTo(-1);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/closest");
        assertThat(visitor.cookies()).extracting(HttpCookie::getName).containsExactly("espalier-closest");
    }

    @Test
    void asksOtherQuestionsOnTheNextPage() {
        var page = visitor.get("/closest");
        visitor.submit(page.form("/closest"), Map.of("tick", first(page)));

        var more = visitor.get("/closest/questions");

        assertThat(more.html().select("[name=asked]").eachAttr("value"))
                .doesNotContainAnyElementsOf(page.html().select("[name=asked]").eachAttr("value"));
    }

    @Test
    void forgetsEverythingWhenAskedTo() {
        var page = visitor.get("/closest");
        var shown = visitor.follow(visitor.submit(page.form("/closest"), Map.of("tick", first(page))));

        var again = visitor.follow(visitor.submit(shown.form("/closest/again")));

        assertThat(again.heading()).isEqualTo("Find roles close to what you do");
        assertThat(again.html().select("[name=carried]").val()).isEqualTo("_");
    }

    @Test
    void carriesTicksInTheFormsWhereThereAreNoCookies() {
        var asked = visitor.get("/closest");
        var tick = first(asked);
        var fields = List.of(Map.entry("carried", "_"), Map.entry("asked", tick), Map.entry("tick", tick));

        var shown = Visitor.to(port).post("/closest", fields);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.html().select(".espalier-closest__item")).isNotEmpty();
        var carried = shown.form("/closest/questions").select("[name=carried]").val();
        assertThat(carried).isEqualTo(tick + "_");
        var more = Visitor.to(port).post("/closest/questions", List.of(Map.entry("carried", carried)));
        assertThat(more.status()).isEqualTo(200);
        assertThat(more.html().select("[name=carried]").val()).isEqualTo(carried);
        assertThat(more.html().select("[name=asked]").eachAttr("value")).doesNotContain(tick);
    }

    @Test
    void saysThatNothingIsKnownWhenNothingIsTicked() {
        var page = visitor.get("/closest");

        var shown = visitor.follow(visitor.submit(page.form("/closest")));

        assertThat(shown.html().select(".espalier-closest__item")).isEmpty();
        assertThat(shown.html().select("main").text()).contains("You have ticked nothing yet");
    }

    @Test
    void takesNoHarmFromAnythingSomebodyPutsIntoTheCookieOrTheForm() {
        visitor.keep("espalier-closest", "zzzzzzzzzzzz.zzzzzzzz_../<script>");

        assertThat(visitor.get("/closest").status()).isEqualTo(200);
        var sent = Visitor.to(port)
                .post(
                        "/closest",
                        List.of(
                                Map.entry("carried", "<script>"),
                                Map.entry("asked", "zzzzzzzzzzzzz"),
                                Map.entry("tick", "-1")));
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.html().select("main script")).isEmpty();
    }

    @Test
    void writesNothingIntoTheDatabase() throws Exception {
        var page = visitor.get("/closest");

        var statements = SqlStatements.during(
                () -> visitor.follow(visitor.submit(page.form("/closest"), Map.of("tick", first(page)))));

        assertThat(statements)
                .allMatch(sql -> sql.strip().toUpperCase(Locale.ROOT).startsWith("SELECT"));
        assertThat(statements).hasSizeLessThanOrEqualTo(3);
    }

    private static String first(Visitor.Page page) {
        return page.html().select("[name=tick]").first().val();
    }
}
