package org.espalier.person.staff.web;

import java.time.LocalDate;
import org.espalier.access.EmailAddress;
import org.espalier.organisation.PostId;
import org.espalier.person.staff.Newcomer;
import org.espalier.ui.FormErrors;

/**
 * What an administrator types about somebody who is to join.
 *
 * @param how {@code now} or {@code invitation}
 */
record NewcomerForm(String name, String email, String number, String post, String how, FormErrors errors) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NUMBER = 40;

    static NewcomerForm empty() {
        return new NewcomerForm("", "", "", "", "", FormErrors.none());
    }

    /** What was typed, with all that is wrong with it. */
    static NewcomerForm typed(String name, String email, String number, String post, String how) {
        var form = new NewcomerForm(name.strip(), email.strip(), number.strip(), post.strip(), how, FormErrors.none());
        if (form.name.isEmpty() || form.name.length() > LONGEST_NAME) {
            form = form.with("name", "person.staff.name.missing", LONGEST_NAME);
        }
        if (EmailAddress.in(email).isEmpty()) {
            form = form.with("email", "person.staff.email.wrong");
        }
        if (form.number.length() > LONGEST_NUMBER) {
            form = form.with("number", "person.staff.number.long", LONGEST_NUMBER);
        }
        if (!how.equals("now") && !how.equals("invitation")) {
            form = form.with("how", "person.staff.how.missing");
        }
        return form;
    }

    Newcomer newcomer(LocalDate today) {
        return new Newcomer(
                EmailAddress.in(email).orElseThrow(),
                name,
                number.isEmpty() ? null : number,
                post.matches("\\d{1,18}") ? new PostId(Long.parseLong(post)) : null,
                today);
    }

    NewcomerForm with(String field, String messageKey, Object... arguments) {
        return new NewcomerForm(name, email, number, post, how, errors.and(field, messageKey, arguments));
    }
}
