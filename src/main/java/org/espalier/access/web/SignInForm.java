package org.espalier.access.web;

import org.espalier.ui.FormErrors;

/**
 * The sign-in form.
 *
 * @param email as typed
 * @param wanted the page to go on to
 * @param justSignedOut true right after signing out
 */
record SignInForm(String email, WantedPage wanted, boolean justSignedOut, FormErrors errors) {

    SignInForm with(String field, String messageKey, Object... arguments) {
        return new SignInForm(email, wanted, false, errors.and(field, messageKey, arguments));
    }
}
