package org.espalier.development.conversation.web;

import org.espalier.development.conversation.Preparation;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;

/** One side's preparation as it is written. */
record PreparationForm(String wentWell, String wasHard, String next) {
    PreparationForm(@Nullable String wentWell, @Nullable String wasHard, @Nullable String next) {
        this.wentWell = Words.of(wentWell);
        this.wasHard = Words.of(wasHard);
        this.next = Words.of(next);
    }

    static PreparationForm of(Preparation preparation) {
        return new PreparationForm(preparation.wentWell(), preparation.wasHard(), preparation.next());
    }

    FormErrors errors() {
        var errors = Words.tooLong(FormErrors.none(), "wentWell", wentWell);
        errors = Words.tooLong(errors, "wasHard", wasHard);
        return Words.tooLong(errors, "next", next);
    }
}
