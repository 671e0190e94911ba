package org.espalier.credential;

import java.time.Instant;
import org.espalier.access.AccountId;
import org.espalier.framework.VersionId;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * A learner asks an assessor to sign off a whole level or role.
 *
 * @param level null for the role of a role profile
 * @param words what the learner said to it, empty for nothing
 * @param reason why it was returned; else empty, as when the assessor must not judge the learner
 */
public record LevelRequest(
        long id,
        Person learner,
        OrganisationId organisation,
        VersionId version,
        @Nullable String level,
        AccountId assessor,
        String assessorName,
        State state,
        String words,
        String reason,
        Instant askedAt,
        @Nullable Instant decidedAt) {

    /** Where it is. Only a waiting one can change, and it changes once. */
    public enum State {
        WAITING,
        RETURNED,
        SIGNED_OFF,
        WITHDRAWN;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** As in the keys of messages. */
        public String slug() {
            return code().replace('_', '-');
        }
    }

    /** Returned because the assessor must not judge the learner, and not for a reason that the learner could answer. */
    public boolean wasTooClose() {
        return state == State.RETURNED && reason.isEmpty();
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }
}
