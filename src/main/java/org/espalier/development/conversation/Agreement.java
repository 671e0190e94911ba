package org.espalier.development.conversation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the two write down together.
 *
 * @param metOn the day they talked
 * @param nextBy the day by which the next appraisal is due
 */
public record Agreement(
        @Nullable LocalDate metOn,
        String lookingBack,
        String lookingAhead,
        String support,
        @Nullable LocalDate nextBy) {

    /** True when there is something to put one's name to: the day, and what was said or agreed. */
    public boolean canBeSigned() {
        return metOn != null && !(lookingBack.isBlank() && lookingAhead.isBlank());
    }
}
