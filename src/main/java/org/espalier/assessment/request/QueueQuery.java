package org.espalier.assessment.request;

import java.util.Set;
import org.espalier.framework.VersionId;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which requests an assessor wants to see.
 *
 * @param learner null for everybody's
 * @param version null for every framework's
 * @param page counts from 1
 */
public record QueueQuery(
        Show show, @Nullable PersonId learner, @Nullable VersionId version, int page) {
    public static final int PAGE_SIZE = 25;

    /** Whose turn it is. */
    public enum Show {
        WAITING(Set.of(RequestState.WAITING)),
        WITH_LEARNER(Set.of(RequestState.QUESTIONED, RequestState.RETURNED)),
        OVER(Set.of(RequestState.SIGNED_OFF, RequestState.WITHDRAWN, RequestState.REVOKED, RequestState.SETTLED));

        private final Set<RequestState> states;

        Show(Set<RequestState> states) {
            this.states = states;
        }

        Set<RequestState> states() {
            return states;
        }
    }
}
