package org.espalier.assessment.session;

import java.time.Instant;
import org.espalier.framework.StatementId;
import org.espalier.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * One statement that somebody was signed off for after a session.
 *
 * @param claim the sign-off
 * @param takenBack why it was taken back, empty when it was undone at once; null while it stands
 * @param takenBackAt null while it stands
 */
public record GroupLine(
        Person person,
        StatementId statement,
        long claim,
        @Nullable String takenBack,
        @Nullable Instant takenBackAt) {

    public boolean stands() {
        return takenBackAt == null;
    }
}
