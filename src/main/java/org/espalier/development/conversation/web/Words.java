package org.espalier.development.conversation.web;

import java.util.Optional;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;

/** Several lines of words as a form sends them. */
final class Words {
    static final int MOST = 8_000;
    private static final int A_DAY = 24 * 60;

    private Words() {}

    static String of(@Nullable String sent) {
        return sent == null
                ? ""
                : sent.replace("\r\n", "\n").replace("\u0000", "").strip();
    }

    static FormErrors tooLong(FormErrors errors, String field, String words) {
        return words.length() > MOST ? errors.and(field, "development.plan.tooLong", MOST, words.length()) : errors;
    }

    /** How many minutes somebody typed: between none and a day; empty when it is no such number. */
    static Optional<Integer> minutes(String typed) {
        try {
            var minutes = Integer.parseInt(typed);
            return minutes >= 0 && minutes <= A_DAY ? Optional.of(minutes) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
