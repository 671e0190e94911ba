package org.espalier.development.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.access.Notification;
import org.espalier.development.web.Orchard;
import org.espalier.person.SetAim;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@EspalierTest
@Import(HeardNotifications.class)
class PreceptorshipPagesTests {
    private static final String START = "/conversations/preceptorship";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    HeardNotifications heard;

    private Pair pair;

    @BeforeEach
    void employ() {
        pair = Pair.in(application, port);
        heard.forget();
    }

    @Test
    void recordsMeetingsAndProtectedTime() {
        var address = started();
        record(address, "meeting", "45");
        record(address, "protected-time", "90");
        record(address, "protected-time", "60");

        var page = pair.owens().get(address);

        assertThat(page.heading()).isEqualTo("Preceptorship of " + pair.maya().name());
        assertThat(page.html().select(".govuk-summary-list").text())
                .contains("Meetings 1", "2 h 30 min of 96 h agreed");
        assertThat(heard.by(pair.owen()))
                .extracting(Notification::messageKey)
                .containsExactly(
                        "development.notice.preceptorship.asked",
                        "development.notice.preceptorship.meeting",
                        "development.notice.preceptorship.protectedTime",
                        "development.notice.preceptorship.protectedTime");
    }

    @Test
    void removesAnEntryAndBringsItBack() {
        var address = started();
        record(address, "meeting", "45");
        var remove =
                pair.mayas().get(address).html().select("form[action$=remove]").attr("action");

        var removed = pair.mayas().follow(Pair.send(pair.mayas(), address, remove));
        assertThat(removed.html().text()).contains("Meetings 0");

        var bringBack = remove.replace("remove", "bring-back");
        assertThat(pair.mayas()
                        .follow(pair.mayas().submit(removed.form(bringBack)))
                        .html()
                        .text())
                .contains("Meetings 1");
    }

    @Test
    void endsWhenSomebodyEndsIt() {
        var address = started();

        Pair.post(pair.owens(), address + "/end", "completed", "true");

        assertThat(pair.mayas().get(address).html().text()).contains("Completed on");
        assertThat(heard.by(pair.maya()))
                .extracting(Notification::messageKey)
                .containsExactly("development.notice.preceptorship.completed");
        assertThat(Pair.post(pair.mayas(), address + "/end").status()).isEqualTo(409);
        assertThat(started()).isNotEqualTo(address);
    }

    @Test
    void makesALaterPhaseNoGapWhileItRuns() {
        var orchard = Orchard.withLaterPhase(application, "Orchard with winters");
        application.getBean(SetAim.class).to(pair.maya(), orchard, "step-2");
        var gap = "/me/frameworks/" + orchard.slug() + "/gap";
        assertThat(pair.mayas().get(gap).html().text())
                .doesNotContain("After consolidation")
                .contains("Not answered (5)");

        var address = started();

        var during = pair.mayas().get(gap);
        assertThat(during.html().select(".espalier-gap__list .espalier-tag").eachText())
                .containsExactly("After consolidation", "After consolidation");
        assertThat(during.html().text()).contains("You are in a preceptorship", "All (5)", "Not answered (3)");
        assertThat(pair.mayas().get(gap + "?show=unanswered").html().select(".espalier-gap__list li"))
                .hasSize(3);

        Pair.post(pair.owens(), address + "/end", "completed", "true");
        assertThat(pair.mayas().get(gap).html().text())
                .doesNotContain("After consolidation")
                .contains("Not answered (5)");
    }

    @Test
    void isOneAtATime() {
        started();

        assertThat(Pair.send(pair.mayas(), START + "/new", START).status()).isEqualTo(409);
    }

    @Test
    void asksForRealDaysInOrder() {
        var page = Pair.send(pair.mayas(), START + "/new", START, "ends-year", "2001", "hours", "many");

        assertThat(page.errors())
                .containsExactly(
                        "Enter a real day that is not before the start",
                        "Enter a number of hours up to 1,000, such as 96");
    }

    @Test
    void doesNotExistForAnybodyElse() {
        var address = started();
        record(address, "meeting", "45");
        var remove =
                pair.mayas().get(address).html().select("form[action$=remove]").attr("action");
        for (var stranger : pair.strangers()) {
            assertThat(stranger.get(address).status()).isEqualTo(404);
            for (var post : List.of(
                    address + "/entries",
                    remove,
                    remove.replace("remove", "bring-back"),
                    address + "/planned-end",
                    address + "/end")) {
                assertThat(Pair.post(
                                        stranger,
                                        post,
                                        "kind",
                                        "meeting",
                                        "minutes",
                                        "5",
                                        "on-day",
                                        "1",
                                        "on-month",
                                        "10",
                                        "on-year",
                                        "2026",
                                        "ends-day",
                                        "1",
                                        "ends-month",
                                        "10",
                                        "ends-year",
                                        "2099")
                                .status())
                        .as(post)
                        .isEqualTo(404);
            }
        }
    }

    private String started() {
        return Pair.path(Pair.send(pair.mayas(), START + "/new", START, "hours", "96"));
    }

    private void record(String address, String kind, String minutes) {
        assertThat(Pair.send(pair.mayas(), address, address + "/entries", "kind", kind, "minutes", minutes)
                        .status())
                .isEqualTo(302);
    }
}
