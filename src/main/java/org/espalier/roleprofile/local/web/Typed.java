package org.espalier.roleprofile.local.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.espalier.roleprofile.local.Objection;
import org.espalier.ui.FormErrors;
import org.springframework.http.HttpStatus;

/** What was typed into a form of one or two inputs, and what is wrong with it. */
record Typed(String first, String second, FormErrors errors) {

    static Typed of(String first) {
        return new Typed(first, "", FormErrors.none());
    }

    /** What cannot be used; the answer's status says so, too. */
    static Typed wrong(HttpServletResponse response, String first, String second, String field, String messageKey) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return new Typed(first, second, FormErrors.of(field, messageKey));
    }

    static String key(Optional<Objection> objection) {
        return "roleprofile.local.objection." + objection.orElseThrow();
    }
}
