package org.espalier.access;

import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator may change of an account. It holds from the account's next request on, and
 * the person is told. */
@Component
public class ChangeAccount {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ChangeAccount(Accounts accounts, Sessions sessions, Clock clock, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public void change(Actor administrator, AccountId id, String name, Set<Role> roles) {
        administrator.require(Role.ADMINISTRATOR);
        if (!roles.contains(Role.ADMINISTRATOR)) {
            anAdministratorRemains(administrator, id);
        }
        var before = accounts.get(id);
        accounts.change(id, name, roles);
        sessions.reread(id);
        if (!before.name().equals(name)) {
            tell(administrator, id, "access.notice.name", name);
        }
        for (var role : Role.OF_INSTALLATION) {
            if (roles.contains(role) && !before.roles().contains(role)) {
                tell(administrator, id, "access.notice.roleGiven." + role);
            } else if (!roles.contains(role) && before.roles().contains(role)) {
                tell(administrator, id, "access.notice.roleEnded." + role);
            }
        }
    }

    /** Ends its sessions and lets nobody sign in with it; what it holds stays. */
    @Transactional
    public void disable(Actor administrator, AccountId id) {
        administrator.require(Role.ADMINISTRATOR);
        anAdministratorRemains(administrator, id);
        accounts.disable(accounts.get(id).id(), clock.instant());
        sessions.closeAll(id);
        tell(administrator, id, "access.notice.signIn.disabled");
    }

    @Transactional
    public void enable(Actor administrator, AccountId id) {
        administrator.require(Role.ADMINISTRATOR);
        accounts.disable(accounts.get(id).id(), null);
        tell(administrator, id, "access.notice.signIn.enabled");
    }

    private void tell(Actor administrator, AccountId id, String messageKey, String... more) {
        if (!administrator.account().equals(id)) {
            var arguments = Stream.concat(Stream.of(administrator.name()), Arrays.stream(more));
            events.publishEvent(Notification.to(id, "/account", messageKey, arguments.toArray(String[]::new)));
        }
    }

    /** Nobody gives up their own administration, so there is always somebody left who can look after accounts. */
    private static void anAdministratorRemains(Actor administrator, AccountId id) {
        if (administrator.account().equals(id)) {
            throw new Problem.Conflict("access.problem.ownAdministrator");
        }
    }
}
