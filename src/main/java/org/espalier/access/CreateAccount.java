package org.espalier.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates a local account. */
@Component
public class CreateAccount {
    private final Accounts accounts;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;

    CreateAccount(Accounts accounts, Passwords passwords, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
    }

    /** Without a password: the person sets it with a link from {@link PasswordLinks}. Empty when the address is taken. */
    @Transactional
    public Optional<AccountId> by(Actor administrator, EmailAddress email, String name, Set<Role> roles) {
        administrator.require(Role.ADMINISTRATOR);
        var added = accounts.add(email, name, roles, null);
        added.ifPresent(account -> events.publishEvent(
                Notification.to(account, "/account", "access.notice.signIn.created", administrator.name())));
        return added;
    }

    /**
     * With a password, for set-up from the command line and for sample data: whoever can run it owns the database, so
     * nobody's role is asked for. Empty when the address is taken.
     */
    @Transactional
    public Optional<AccountId> atSetUp(EmailAddress email, String name, Set<Role> roles, String password) {
        return accounts.add(email, name, roles, passwords.hash(password));
    }

    /**
     * Accounts without a password for people whom somebody brings in that may do so: the caller has asked. Addresses
     * that are taken are left out of the answer. One statement.
     *
     * @param names by address
     */
    @Transactional
    public Map<EmailAddress, AccountId> forNewcomers(Map<EmailAddress, String> names) {
        return accounts.addAll(names);
    }
}
