package org.espalier.development.conversation.web;

import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;

/** Several lines of words as a form sends them. */
final class Words {
    static final int MOST = 8_000;

    private Words() {}

    static String of(@Nullable String sent) {
        return sent == null
                ? ""
                : sent.replace("\r\n", "\n").replace("\u0000", "").strip();
    }

    static FormErrors tooLong(FormErrors errors, String field, String words) {
        return words.length() > MOST ? errors.and(field, "development.plan.tooLong", MOST, words.length()) : errors;
    }
}
