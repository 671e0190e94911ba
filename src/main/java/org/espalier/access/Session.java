package org.espalier.access;

import java.time.Duration;
import java.time.Instant;

/**
 * One sign-in of one account, from one browser.
 *
 * @param csrfToken proves that a form was ours; never leaves the session
 */
public record Session(Actor actor, String csrfToken, Instant lastSeenAt, Instant expiresAt) {

    /** A session ends after this long, whatever happens: about a long shift. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** A session ends when nothing has come from its browser for this long. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** How old the note of when it was last seen may grow before it is written again. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt) || !now.isBefore(lastSeenAt.plus(LONGEST_PAUSE));
    }

    boolean isDueForANote(Instant now) {
        return !now.isBefore(lastSeenAt.plus(NOTED_EVERY));
    }

    Session seen(Instant now) {
        return new Session(actor, csrfToken, now, expiresAt);
    }
}
