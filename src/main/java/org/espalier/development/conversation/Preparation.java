package org.espalier.development.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one side wants to say in an appraisal, in their own words. Theirs alone until they show it.
 *
 * @param shownAt null while it is theirs alone
 */
public record Preparation(
        String wentWell,
        String wasHard,
        String next,
        @Nullable Instant shownAt) {

    public boolean isShown() {
        return shownAt != null;
    }

    public boolean isEmpty() {
        return wentWell.isBlank() && wasHard.isBlank() && next.isBlank();
    }

    Preparation shown(Instant at) {
        return shownAt == null ? new Preparation(wentWell, wasHard, next, at) : this;
    }
}
