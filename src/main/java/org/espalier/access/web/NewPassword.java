package org.espalier.access.web;

import java.util.Locale;
import org.espalier.access.PasswordRule;
import org.espalier.access.PasswordWeakness;
import org.espalier.ui.FormErrors;

/** What pages say about a new password. */
final class NewPassword {
    private NewPassword() {}

    static FormErrors weak(String field, PasswordWeakness weakness) {
        return FormErrors.of(
                field,
                "access.password." + weakness.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                PasswordRule.SHORTEST);
    }
}
