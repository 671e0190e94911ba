package org.espalier.access.web;

import java.util.EnumSet;
import java.util.Set;
import org.espalier.access.Account;
import org.espalier.access.EmailAddress;
import org.espalier.access.Role;
import org.espalier.ui.FormErrors;

/**
 * What an administrator types about an account.
 *
 * @param email as typed
 */
record AccountForm(String name, String email, Set<Role> roles, FormErrors errors) {
    private static final int LONGEST_NAME = 100;

    static AccountForm empty() {
        return new AccountForm("", "", Set.of(), FormErrors.none());
    }

    static AccountForm of(Account account) {
        return new AccountForm(account.name(), account.email().value(), account.roles(), FormErrors.none());
    }

    /** What was typed, with all that is wrong with it. */
    static AccountForm typed(String name, String email, Set<Role> roles) {
        var ofInstallation = EnumSet.copyOf(Role.OF_INSTALLATION);
        ofInstallation.retainAll(roles);
        var form = new AccountForm(name.strip(), email.strip(), ofInstallation, FormErrors.none());
        if (form.name.isEmpty() || form.name.length() > LONGEST_NAME) {
            form = form.with("name", "access.name.missing", LONGEST_NAME);
        }
        if (EmailAddress.in(email).isEmpty()) {
            form = form.with("email", "access.email.wrong");
        }
        return form;
    }

    /** The address that what was typed stands for. */
    EmailAddress address() {
        return EmailAddress.in(email).orElseThrow();
    }

    AccountForm with(String field, String messageKey, Object... arguments) {
        return new AccountForm(name, email, roles, errors.and(field, messageKey, arguments));
    }
}
