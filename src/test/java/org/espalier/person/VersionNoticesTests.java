package org.espalier.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.TestAccounts;
import org.espalier.access.Told;
import org.espalier.framework.WithdrawVersion;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** Whoever aims in a framework hears when it changes under them. */
@EspalierTest
class VersionNoticesTests {
    private static final Actor AUTHOR = new Actor(new AccountId(1), "Ada Author", Set.of(Role.FRAMEWORK_AUTHOR));

    @Autowired
    ConfigurableApplicationContext application;

    @Autowired
    SetAim setAim;

    private Told told;

    @BeforeEach
    void listen() {
        told = new Told(application);
    }

    @AfterEach
    void close() {
        told.close();
    }

    @Test
    void tellsWhoeverAimsThereAndNobodyElse() {
        var ladder = Ladder.published(application, "Noticed ladder");
        var other = Ladder.published(application, "Another noticed ladder");
        var maya = TestAccounts.actor(application);
        var owen = TestAccounts.actor(application);
        var lee = TestAccounts.actor(application);
        setAim.to(maya, ladder, "rung-2");
        setAim.to(owen, other, "rung-2");
        setAim.to(lee, ladder, "rung-2");
        setAim.givenUp(lee, ladder.slug());

        var next = Ladder.published(application, "Noticed ladder");
        assertThat(next.number()).isEqualTo(2);
        assertThat(told.to(maya)).containsExactly("person.notice.newVersion");

        application.getBean(WithdrawVersion.class).withdraw(AUTHOR, next.id());
        assertThat(told.to(maya)).as("the aim is in version 1").hasSize(1);
        application.getBean(WithdrawVersion.class).withdraw(AUTHOR, ladder.id());
        assertThat(told.to(maya)).containsExactly("person.notice.newVersion", "person.notice.versionWithdrawn");

        assertThat(told.to(owen)).isEmpty();
        assertThat(told.to(lee)).isEmpty();
    }
}
