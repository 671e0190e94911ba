package org.espalier.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import org.espalier.testing.MovingClock;
import org.espalier.testing.SqlStatements;
import org.espalier.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionsSqlTests {
    private final HikariDataSource database = TestDatabases.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database);
    private final MovingClock clock = new MovingClock();
    private final Accounts accounts = new Accounts(jdbc, clock);
    private final Sessions sessions = new Sessions(jdbc, clock);
    private AccountId sam = new AccountId(0);

    @AfterEach
    void close() {
        database.close();
    }

    @BeforeEach
    void addAnAccount() {
        sam = accounts.add(new EmailAddress("sam@example.org"), "Sam Taylor", Set.of(Role.FRAMEWORK_AUTHOR), "hash")
                .orElseThrow();
    }

    @Test
    void findsTheActorBehindAToken() {
        var token = sessions.open(sam);

        var session = sessions.find(token).orElseThrow();

        assertThat(session.actor()).isEqualTo(new Actor(sam, "Sam Taylor", Set.of(Role.FRAMEWORK_AUTHOR)));
        assertThat(session.csrfToken()).isNotBlank().isNotEqualTo(token.value());
        assertThat(sessions.find(SecretToken.random())).isEmpty();
    }

    @Test
    void keepsNoTokenInTheDatabase() throws Exception {
        var token = sessions.open(sam);

        var hash = MessageDigest.getInstance("SHA-256").digest(token.value().getBytes(StandardCharsets.UTF_8));
        assertThat(jdbc.sql("select token_hash from access.session")
                        .query(byte[].class)
                        .single())
                .isEqualTo(hash);
        assertThat(jdbc.sql("select s::text from access.session s")
                        .query(String.class)
                        .single())
                .doesNotContain(token.value());
    }

    @Test
    void servesASessionSeenJustNowFromMemory() {
        var token = sessions.open(sam);
        sessions.find(token);

        jdbc.sql("update access.account set name = 'Changed behind its back'").update();

        assertThat(sessions.find(token).orElseThrow().actor().name()).isEqualTo("Sam Taylor");
    }

    @Test
    void costsOneStatementAndThenNoneForSeconds() throws Exception {
        var token = sessions.open(sam);
        var watched = new Sessions(JdbcClient.create(SqlStatements.watched(database)), clock);

        assertThat(SqlStatements.during(() -> watched.find(token))).hasSize(1);
        assertThat(SqlStatements.during(() -> watched.find(token))).isEmpty();
    }

    @Test
    void endsAtOnceWhenClosed() {
        var token = sessions.open(sam);
        var other = sessions.open(sam);
        sessions.find(token);
        sessions.find(other);

        sessions.close(token);

        assertThat(sessions.find(token)).isEmpty();
        assertThat(sessions.find(other)).isPresent();
        assertThat(count()).isOne();
    }

    @Test
    void endsAllOfAnAccountAtOnce() {
        var kim = accounts.add(new EmailAddress("kim@example.org"), "Kim Lee", Set.of(), "hash")
                .orElseThrow();
        var first = sessions.open(sam);
        var second = sessions.open(sam);
        var others = sessions.open(kim);
        sessions.find(first);
        sessions.find(second);
        sessions.find(others);

        sessions.closeAll(sam);

        assertThat(sessions.find(first)).isEmpty();
        assertThat(sessions.find(second)).isEmpty();
        assertThat(sessions.find(others)).isPresent();
    }

    @Test
    void knowsNewRolesAtOnce() {
        var token = sessions.open(sam);
        sessions.find(token);
        accounts.change(sam, "Sam Taylor-Jones", Set.of());

        sessions.reread(sam);

        assertThat(sessions.find(token).orElseThrow().actor()).isEqualTo(new Actor(sam, "Sam Taylor-Jones", Set.of()));
    }

    @Test
    void opensNothingForADisabledAccount() {
        var token = sessions.open(sam);
        accounts.disable(sam, clock.instant());

        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void endsAfterALongPause() {
        var token = sessions.open(sam);
        clock.move(Session.LONGEST_PAUSE.minusSeconds(1));
        assertThat(sessions.find(token)).isPresent();
        clock.move(Session.LONGEST_PAUSE.minusSeconds(1));
        assertThat(sessions.find(token)).as("seen in between").isPresent();

        clock.move(Session.LONGEST_PAUSE);

        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void endsAfterALongShiftHoweverBusy() {
        var token = sessions.open(sam);
        for (var spent = Duration.ZERO;
                spent.compareTo(Session.LONGEST) < 0;
                spent = spent.plus(Duration.ofMinutes(30))) {
            assertThat(sessions.find(token)).isPresent();
            clock.move(Duration.ofMinutes(30));
        }

        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void notesWhenItWasSeenOnceAMinuteAtMost() {
        var token = sessions.open(sam);
        var opened = lastSeen();

        clock.move(Duration.ofSeconds(59));
        sessions.find(token);
        assertThat(lastSeen()).isEqualTo(opened);

        clock.move(Duration.ofSeconds(1));
        sessions.find(token);
        assertThat(lastSeen()).isEqualTo(opened.plusMinutes(1));

        clock.move(Duration.ofSeconds(30));
        sessions.find(token);
        assertThat(lastSeen()).isEqualTo(opened.plusMinutes(1));
    }

    @Test
    void clearsAwayWhatIsOver() {
        sessions.open(sam);
        clock.move(Session.LONGEST_PAUSE.plusSeconds(1));

        sessions.open(sam);

        assertThat(count()).isOne();
    }

    private long count() {
        return jdbc.sql("select count(*) from access.session").query(Long.class).single();
    }

    private OffsetDateTime lastSeen() {
        return jdbc.sql("select last_seen_at from access.session")
                .query(OffsetDateTime.class)
                .single();
    }
}
