package org.espalier.access;

import java.time.Clock;
import java.util.Set;
import org.espalier.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator may change of an account. It holds from the account's next request on. */
@Component
public class ChangeAccount {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Clock clock;

    ChangeAccount(Accounts accounts, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Transactional
    public void change(Actor administrator, AccountId id, String name, Set<Role> roles) {
        administrator.require(Role.ADMINISTRATOR);
        if (!roles.contains(Role.ADMINISTRATOR)) {
            anAdministratorRemains(administrator, id);
        }
        accounts.change(accounts.get(id).id(), name, roles);
        sessions.reread(id);
    }

    /** Ends its sessions and lets nobody sign in with it; what it holds stays. */
    @Transactional
    public void disable(Actor administrator, AccountId id) {
        administrator.require(Role.ADMINISTRATOR);
        anAdministratorRemains(administrator, id);
        accounts.disable(accounts.get(id).id(), clock.instant());
        sessions.closeAll(id);
    }

    @Transactional
    public void enable(Actor administrator, AccountId id) {
        administrator.require(Role.ADMINISTRATOR);
        accounts.disable(accounts.get(id).id(), null);
    }

    /** Nobody gives up their own administration, so there is always somebody left who can look after accounts. */
    private static void anAdministratorRemains(Actor administrator, AccountId id) {
        if (administrator.account().equals(id)) {
            throw new Problem.Conflict(
                    "You cannot take away your own administrator role. Ask another administrator to do it.");
        }
    }
}
