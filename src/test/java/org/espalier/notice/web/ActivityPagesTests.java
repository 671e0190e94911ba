package org.espalier.notice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.access.TestAccounts;
import org.espalier.testing.EspalierTest;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EspalierTest
class ActivityPagesTests {
    private static final String FEED = "/me/activity";
    private static final String NAVIGATION = ".espalier-header__account a[href=/me/activity]";

    /** Any message with an argument will do. */
    private static final String KEY = "access.link.account";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Actor actor;
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        actor = TestAccounts.actor(application);
        visitor = TestAccounts.signedIn(application, port, actor);
    }

    private void tell(Actor whom, String... words) {
        transaction.executeWithoutResult(status -> {
            for (var word : words) {
                application.publishEvent(Notification.to(whom.account(), "/account", KEY, word));
            }
        });
    }

    @Test
    void startsEmpty() {
        var page = visitor.get(FEED);

        assertThat(page.html().select("main").text()).contains("Nothing yet");
        assertThat(page.html().select(NAVIGATION).first().text()).isEqualTo("Activity");
        assertThat(page.html().select("main form")).isEmpty();
    }

    @Test
    void tellsTheNewestFirstAndSaysInWordsWhatIsUnread() {
        tell(actor, "Ada", "<b>Bo</b>");

        var page = visitor.get(FEED);

        assertThat(page.html().select(".espalier-activity a").eachText())
                .containsExactly("See the account of <b>Bo</b>", "See the account of Ada");
        assertThat(page.html().select(".espalier-activity .govuk-tag").eachText())
                .containsExactly("Unread", "Unread");
        assertThat(page.html().select("h2").text()).isEqualTo("Today");
        assertThat(page.html().select(NAVIGATION).first().text()).isEqualTo("Activity (2 unread)");
    }

    @Test
    void leadsToTheThingAndKnowsThatItWasRead() {
        tell(actor, "Ada", "Bo");
        var entry = visitor.get(FEED).html().select(".espalier-activity a").attr("href");

        assertThat(visitor.get(entry).location()).isEqualTo("/account");

        assertThat(visitor.get(FEED).html().select(".espalier-activity .govuk-tag"))
                .hasSize(1);
        assertThat(visitor.get(FEED).html().select(NAVIGATION).first().text()).isEqualTo("Activity (1 unread)");
    }

    @Test
    void marksAllAsReadButWhatCameSince() {
        tell(actor, "Ada", "Bo");
        var form = visitor.get(FEED).form(FEED + "/read");
        tell(actor, "Cy");

        var page = visitor.follow(visitor.submit(form));

        assertThat(page.html().select(".govuk-notification-banner").text()).contains("marked as read");
        assertThat(page.html().select(NAVIGATION).first().text()).isEqualTo("Activity (1 unread)");
        assertThat(page.html().select("li:has(.govuk-tag)").text()).startsWith("See the account of Cy");
    }

    @Test
    void tellsNobodyElse() {
        var other = TestAccounts.actor(application);
        tell(other, "Ada");
        var entry =
                jdbc.sql("select max(id) from notice.entry").query(Long.class).single();

        assertThat(visitor.get(FEED).html().select(".espalier-activity")).isEmpty();
        assertThat(visitor.get(FEED + "/" + entry).status()).isEqualTo(404);
    }

    @Test
    void forgetsWhatWasRolledBack() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    application.publishEvent(Notification.to(actor.account(), "/account", KEY, "Ada"));
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");

        assertThat(visitor.get(FEED).html().select(".espalier-activity")).isEmpty();
    }

    @Test
    void headsEachDayAndTurnsPages() {
        tell(actor, IntStream.rangeClosed(1, 60).mapToObj(Integer::toString).toArray(String[]::new));
        jdbc.sql("""
                update notice.entry set noted_at = :then
                where account_id = :account and arguments[1]::int <= 30
                """)
                .param("then", OffsetDateTime.ofInstant(Instant.parse("2026-06-30T23:30:00Z"), ZoneOffset.UTC))
                .param("account", actor.account().value())
                .update();

        var first = visitor.get(FEED);
        var second = visitor.get(first.html().select("a[rel=next]").attr("href"));

        assertThat(first.html().select("h2").eachText()).containsExactly("Today", "1 July 2026");
        assertThat(first.html().select(".espalier-activity li")).hasSize(50);
        assertThat(first.html().select("li").text()).contains("00:30");
        assertThat(second.html().select(".espalier-activity a").eachText())
                .hasSize(10)
                .startsWith("See the account of 10")
                .endsWith("See the account of 1");
        assertThat(second.html().select("a[rel=next]")).isEmpty();
    }

    @Test
    void countsUnreadEntriesWithoutSqlOnceItKnows() throws Exception {
        visitor.get("/account");

        var known = SqlStatements.during(() -> visitor.get("/account"));
        tell(actor, "Ada");
        var anew = SqlStatements.during(() -> visitor.get("/account"));

        assertThat(counts(known)).isEmpty();
        assertThat(counts(anew)).hasSize(1);
    }

    private static List<String> counts(List<String> statements) {
        return statements.stream().filter(sql -> sql.contains("notice.")).toList();
    }
}
