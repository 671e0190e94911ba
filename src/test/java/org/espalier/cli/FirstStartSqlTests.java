package org.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.espalier.Espalier;
import org.espalier.access.Accounts;
import org.espalier.access.EmailAddress;
import org.espalier.access.SignIn;
import org.espalier.access.SignInResult;
import org.espalier.database.DataDirectory;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.testing.FreshDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        classes = Espalier.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.main.lazy-initialization=true")
@ContextConfiguration(initializers = FreshDatabase.class)
@DirtiesContext
class FirstStartSqlTests {

    @Autowired
    FirstStart firstStart;

    @Autowired
    PublishedVersions versions;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIn signIn;

    @Autowired
    DataDirectory directory;

    @Autowired
    JdbcClient jdbc;

    @Test
    void putsEachThingInOnceAndKeepsTheFirstPasswords() {
        var first = firstStart.prepare(true);
        var again = firstStart.prepare(true);

        assertThat(again).isEqualTo(first).hasSize(9);
        assertThat(versions.allCurrent())
                .hasSize(6)
                .extracting(FrameworkVersion::number)
                .containsOnly(1);
        assertThat(accounts.all()).as("and four without a password").hasSize(13);
        assertThat(directory.path().resolve("sign-ins"))
                .content()
                .contains(first.getFirst().password());
    }

    @Test
    void letsEverybodySignInWithWhatIsPrinted() {
        for (var printed : firstStart.prepare(true)) {
            assertThat(signIn.with(printed.email(), printed.password(), "127.0.0.1", null))
                    .as(printed.email())
                    .isInstanceOf(SignInResult.Welcome.class);
        }
    }

    @Test
    void bringsThePractitionerOnTheWay() {
        firstStart.prepare(true);

        var ratings = jdbc.sql("""
                        select count(*) from assessment.claim c join person.person p on p.id = c.person_id
                        where p.name = 'Maya Osei'
                        """).query(Long.class).single();
        assertThat(ratings).isGreaterThan(20);
        assertThat(accounts.find(new EmailAddress("priya@larkfield.example"))).isPresent();
    }

    @Test
    void doesNotPutBackWhatWasTakenOut() {
        firstStart.prepare(true);
        jdbc.sql("update access.account set disabled_at = now() where email like 'priya%'")
                .update();

        firstStart.prepare(true);

        assertThat(accounts.find(new EmailAddress("priya@larkfield.example"))
                        .orElseThrow()
                        .disabled())
                .isTrue();
        jdbc.sql("update access.account set disabled_at = null where email like 'priya%'")
                .update();
    }
}
