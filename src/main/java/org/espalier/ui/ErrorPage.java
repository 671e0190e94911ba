package org.espalier.ui;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page says when it cannot do as asked.
 *
 * @param text a sentence of the module that refused, null for the status's own
 * @param reference under which the log has the details, null when there is nothing to look up
 */
record ErrorPage(
        int status, @Nullable String text, @Nullable String reference) {
    private static final Set<Integer> WITH_WORDS_OF_THEIR_OWN = Set.of(400, 403, 404, 405, 409, 413, 422);

    String titleKey() {
        return "ui.error." + words() + ".title";
    }

    String textKey() {
        return "ui.error." + words() + ".text";
    }

    private int words() {
        if (WITH_WORDS_OF_THEIR_OWN.contains(status)) {
            return status;
        }
        return status >= 500 ? 500 : 400;
    }
}
