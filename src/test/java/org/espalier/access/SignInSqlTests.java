package org.espalier.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Set;
import org.espalier.testing.MovingClock;
import org.espalier.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInSqlTests {
    private static final String PASSWORD = "vivid otter lamp";
    private static final String HOME = "192.0.2.1";
    private static final Passwords PASSWORDS = new Passwords();
    private static final String HASH = PASSWORDS.hash(PASSWORD);

    private final HikariDataSource database = TestDatabases.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database);
    private final MovingClock clock = new MovingClock();
    private final Accounts accounts = new Accounts(jdbc, clock);
    private final Sessions sessions = new Sessions(jdbc, clock);
    private final SignIn signIn = new SignIn(accounts, PASSWORDS, sessions, clock);
    private AccountId sam = new AccountId(0);

    @AfterEach
    void close() {
        database.close();
    }

    @BeforeEach
    void addAnAccount() {
        sam = accounts.add(new EmailAddress("sam@example.org"), "Sam Taylor", Set.of(), HASH)
                .orElseThrow();
    }

    @Test
    void opensASession() {
        var result = signIn.with(" Sam@Example.ORG ", PASSWORD, HOME, null);

        assertThat(result).isInstanceOf(SignInResult.Welcome.class);
        assertThat(sessions.find(((SignInResult.Welcome) result).token())
                        .orElseThrow()
                        .actor()
                        .account())
                .isEqualTo(sam);
    }

    @Test
    void endsTheSessionThatTheBrowserHeld() {
        var held = sessions.open(sam);
        sessions.find(held);

        signIn.with("sam@example.org", PASSWORD, HOME, held);

        assertThat(sessions.find(held)).isEmpty();
    }

    @Test
    void saysTheSameWhateverIsWrong() {
        accounts.add(new EmailAddress("waiting@example.org"), "Waiting", Set.of(), null);
        var gone = accounts.add(new EmailAddress("gone@example.org"), "Gone", Set.of(), HASH)
                .orElseThrow();
        accounts.disable(gone, clock.instant());

        for (var typed :
                new String[] {"sam@example.org", "nobody@example.org", "waiting@example.org", "not an address", "\0", ""
                }) {
            assertThat(signIn.with(typed, "not the password", HOME, null)).isEqualTo(new SignInResult.Refused());
        }
        assertThat(signIn.with("gone@example.org", PASSWORD, HOME, null)).isEqualTo(new SignInResult.Refused());
    }

    @Test
    void takesAsLongForAnAccountThatDoesNotExist() {
        signIn.with("sam@example.org", "warm up", HOME, null);
        signIn.with("nobody@example.org", "warm up", HOME, null);

        var known = quickest("sam@example.org");
        var unknown = quickest("nobody@example.org");

        assertThat(unknown).isBetween(known.dividedBy(2), known.multipliedBy(2));
    }

    @Test
    void makesThemWaitWhetherOrNotTheAccountExists() {
        for (var typed : new String[] {"sam@example.org", "nobody@example.org"}) {
            for (var n = 0; n < SignInThrottle.FOR_ACCOUNT_FROM_ADDRESS; n++) {
                assertThat(signIn.with(typed, "wrong", HOME, null)).isEqualTo(new SignInResult.Refused());
            }

            assertThat(signIn.with(typed, PASSWORD, HOME, null))
                    .isEqualTo(new SignInResult.Wait(SignInThrottle.WINDOW));
        }

        clock.move(SignInThrottle.WINDOW);
        assertThat(signIn.with("sam@example.org", PASSWORD, HOME, null)).isInstanceOf(SignInResult.Welcome.class);
    }

    @Test
    void hashesWithArgon2id() {
        assertThat(HASH).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(PASSWORDS.hash(PASSWORD)).isNotEqualTo(HASH);
    }

    private Duration quickest(String typed) {
        var quickest = Duration.ofDays(1);
        for (var n = 0; n < 3; n++) {
            var start = System.nanoTime();
            assertThat(signIn.with(typed, "wrong", "192.0.2." + n, null)).isEqualTo(new SignInResult.Refused());
            var took = Duration.ofNanos(System.nanoTime() - start);
            quickest = took.compareTo(quickest) < 0 ? took : quickest;
        }
        return quickest;
    }
}
