package org.espalier.development.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.espalier.access.Notification;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.access.TestAccounts;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@EspalierTest
@Import(HeardNotifications.class)
class SupervisionPagesTests {
    private static final String START = "/conversations/supervision";

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
    void keepsClinicalAndManagerialSupervisionApart() {
        var clinical = started("clinical");
        var managerial = started("managerial");

        assertThat(clinical).isNotEqualTo(managerial);
        assertThat(started("clinical")).isEqualTo(clinical);
        record(clinical, "Thought about a hard visit");
        assertThat(pair.owens().get(clinical).html().text()).contains("Thought about a hard visit");
        assertThat(pair.owens().get(managerial).html().text()).doesNotContain("Thought about a hard visit");
        assertThat(heard.by(pair.owen()))
                .extracting(Notification::messageKey)
                .containsExactly(
                        "development.notice.supervision.asked",
                        "development.notice.supervision.asked",
                        "development.notice.supervision.recorded");
    }

    @Test
    void isStartedByTheLineManagerToo() {
        var page = pair.owens().get(START + "/new?of=" + pair.id(pair.maya()));

        var started = pair.owens().submit(page.form(START), java.util.Map.of("kind", "managerial"));

        assertThat(pair.owens().follow(started).heading())
                .isEqualTo("Managerial supervision of " + pair.maya().name());
        assertThat(heard.by(pair.maya()))
                .extracting(Notification::messageKey)
                .containsExactly("development.notice.supervision.invited");
    }

    @Test
    void keepsEachSidesNoteWhereBothWrite() {
        var address = started("clinical");
        record(address, "Mayas note");
        var session =
                pair.owens().get(address).html().select(".espalier-session a").attr("href");

        Pair.send(pair.owens(), session, session, "note", "Owens note");

        assertThat(pair.mayas().get(address).html().text()).contains("Mayas note", "Owens note");
        assertThat(pair.mayas().get(session).html().select("#note").val()).isEqualTo("Mayas note");
    }

    @Test
    void asksForWhatIsMissing() {
        var page = Pair.send(pair.mayas(), START + "/new", START, "kind", "");
        assertThat(page.errors()).containsExactly("Choose what it is about");

        var address = started("clinical");
        var wrong = Pair.send(
                pair.mayas(),
                address,
                address + "/sessions",
                "on-day",
                "31",
                "on-month",
                "2",
                "minutes",
                "long",
                "note",
                "Kept");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.errors()).hasSize(2);
        assertThat(wrong.html().select("#note").val()).isEqualTo("Kept");
    }

    @Test
    void letsAnAdministratorCountAndNeverRead() throws Exception {
        var address = started("clinical");
        record(address, "Thought about a hard visit");
        var administrator = TestAccounts.signedIn(
                application,
                port,
                pair.larkfield().with(Role.ORGANISATION_ADMINISTRATOR, new Scope.WholeOrganisation()));
        var manager = TestAccounts.signedIn(
                application, port, pair.larkfield().with(Role.MANAGER, new Scope.UnitAndBelow(pair.larkfield().north)));
        var attendance = "/organisations/" + pair.larkfield().organisation.slug() + "/supervision";

        for (var visitor : List.of(administrator, manager)) {
            assertThat(visitor.get("/conversations").html().select("main a[href=" + attendance + "]"))
                    .hasSize(1);
            var page = visitor.get(attendance);
            assertThat(page.html().text())
                    .contains(pair.maya().name(), "1 session took place.")
                    .doesNotContain("hard visit");
            assertThat(page.html().select("main a[href*=conversations]")).isEmpty();
            assertThat(visitor.get(address).status()).isEqualTo(404);
        }
        assertThat(manager.get(attendance).html().text())
                .doesNotContain(pair.owen().name());
        assertThat(pair.mayas().get(attendance).status()).isEqualTo(404);
        assertThat(pair.strangers().getLast().get(attendance).status()).isEqualTo(404);
        var few = SqlStatements.during(() -> administrator.get(attendance)).size();
        record(started("managerial"), "More");
        assertThat(SqlStatements.during(() -> administrator.get(attendance))).hasSize(few);
    }

    @Test
    void keepsTheLogOnceItHasEnded() {
        var address = started("clinical");
        record(address, "Mayas note");

        Pair.send(pair.owens(), address, address + "/end");

        assertThat(pair.mayas().get(address).html().text()).contains("Ended on", "Mayas note");
        assertThat(Pair.post(
                                pair.mayas(),
                                address + "/sessions",
                                "on-day",
                                "1",
                                "on-month",
                                "10",
                                "on-year",
                                "2026",
                                "attendance",
                                "held")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void doesNotExistForAnybodyElse() {
        var address = started("clinical");
        record(address, "Mayas note");
        var session =
                pair.owens().get(address).html().select(".espalier-session a").attr("href");
        for (var stranger : pair.strangers()) {
            assertThat(stranger.get(address).status()).isEqualTo(404);
            assertThat(stranger.get(session).status()).isEqualTo(404);
            for (var post : List.of(address + "/sessions", session, address + "/next", address + "/end")) {
                assertThat(Pair.post(
                                        stranger,
                                        post,
                                        "on-day",
                                        "1",
                                        "on-month",
                                        "10",
                                        "on-year",
                                        "2026",
                                        "attendance",
                                        "held",
                                        "when-day",
                                        "1",
                                        "when-month",
                                        "10",
                                        "when-year",
                                        "2027")
                                .status())
                        .as(post)
                        .isEqualTo(404);
            }
        }
    }

    private String started(String kind) {
        return Pair.path(Pair.send(pair.mayas(), START + "/new", START, "kind", kind));
    }

    private void record(String address, String note) {
        assertThat(Pair.send(pair.mayas(), address, address + "/sessions", "note", note, "minutes", "60")
                        .status())
                .isEqualTo(302);
    }
}
