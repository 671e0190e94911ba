package org.espalier.assessment.request;

import java.time.Instant;
import org.espalier.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * That an assessor has said they are too close to somebody to judge them.
 *
 * @param words why, which the assessor alone reads
 * @param endedAt when the assessor ended it; null while it stands
 */
public record Conflict(
        long id,
        Person learner,
        String words,
        Instant declaredAt,
        @Nullable Instant endedAt) {

    public boolean stands() {
        return endedAt == null;
    }
}
