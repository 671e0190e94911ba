package org.espalier.assessment.session;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a session was, in the assessor's words.
 *
 * @param validUntil the last day on which its sign-offs count; null when they do not run out
 */
public record Occasion(
        String title, LocalDate heldOn, @Nullable LocalDate validUntil) {
    /** The longest title that is taken. */
    public static final int LONGEST_TITLE = 200;

    public Occasion {
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("A session has a title, and no long one");
        }
        if (validUntil != null && validUntil.isBefore(heldOn)) {
            throw new IllegalArgumentException("A sign-off counts from the day of the session on");
        }
    }
}
