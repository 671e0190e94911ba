package org.espalier.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.espalier.testing.EspalierTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** Nothing about an account changes silently. */
@EspalierTest
class AccountNoticesTests {
    private static final String PASSWORD = "vivid otter lamp";

    @Autowired
    ConfigurableApplicationContext application;

    @Autowired
    ChangeAccount changeAccount;

    @Autowired
    PasswordLinks links;

    private Told told;
    private Actor administrator;
    private Actor maya;

    @BeforeEach
    void listen() {
        administrator = TestAccounts.actor(application, Role.ADMINISTRATOR);
        maya = TestAccounts.actor(application);
        told = new Told(application);
    }

    @AfterEach
    void close() {
        told.close();
    }

    @Test
    void tellsOfRolesAndNames() {
        changeAccount.change(administrator, maya.account(), maya.name(), Set.of(Role.FRAMEWORK_AUTHOR));
        changeAccount.change(administrator, maya.account(), "Maya", Set.of());
        changeAccount.change(administrator, maya.account(), "Maya", Set.of());

        assertThat(told.to(maya))
                .containsExactly(
                        "access.notice.roleGiven.FRAMEWORK_AUTHOR",
                        "access.notice.name",
                        "access.notice.roleEnded.FRAMEWORK_AUTHOR");
    }

    @Test
    void tellsOfBeingDisabledAndEnabled() {
        changeAccount.disable(administrator, maya.account());
        changeAccount.enable(administrator, maya.account());

        assertThat(told.to(maya)).containsExactly("access.notice.signIn.disabled", "access.notice.signIn.enabled");
    }

    @Test
    void tellsOfPasswordsAndLinks() {
        var first = links.issue(administrator, maya.account());
        assertThat(told.to(maya)).as("nobody has set a password yet").isEmpty();

        links.redeem(first, PASSWORD);
        links.issue(administrator, maya.account());
        var changed = application.getBean(ChangePassword.class).of(maya, PASSWORD, "quiet lemon bicycle");

        assertThat(changed).isInstanceOf(ChangePassword.Result.Changed.class);
        assertThat(told.to(maya))
                .containsExactly(
                        "access.notice.signIn.password", "access.notice.signIn.link", "access.notice.signIn.password");
    }

    @Test
    void tellsOfANewAccount() {
        var email = new EmailAddress("brand-new-" + maya.account() + "@example.org");

        var created = application
                .getBean(CreateAccount.class)
                .by(administrator, email, "Nia", Set.of())
                .orElseThrow();

        assertThat(told.to(new Actor(created, "Nia", Set.of()))).containsExactly("access.notice.signIn.created");
    }

    @Test
    void doesNotTellPeopleWhatTheyDidThemselves() {
        changeAccount.change(
                administrator,
                administrator.account(),
                "Another name",
                Set.of(Role.ADMINISTRATOR, Role.FRAMEWORK_AUTHOR));

        assertThat(told.to(administrator)).isEmpty();
    }
}
