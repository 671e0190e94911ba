package org.espalier.assessment.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has said that an assessor is too close to a learner to judge them.
 *
 * @param with the name of the other of the two
 * @param words why, which whoever said it alone reads
 * @param endedAt when they ended it; null while it stands
 */
public record Conflict(
        long id,
        String with,
        String words,
        Instant declaredAt,
        @Nullable Instant endedAt) {

    public boolean stands() {
        return endedAt == null;
    }
}
