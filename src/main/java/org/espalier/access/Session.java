package org.espalier.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * One sign-in of one account, from one browser.
 *
 * @param somewhere the roles it has in some organisation: enough to show a way to a page, never to allow anything
 * @param csrfToken proves that a form was ours; never leaves the session
 */
public record Session(Actor actor, Set<Role> somewhere, String csrfToken, Instant lastSeenAt, Instant expiresAt) {

    /** A session ends after this long, whatever happens: about a long shift. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** A session ends when nothing has come from its browser for this long. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** How old the note of when it was last seen may grow before it is written again. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    public Session {
        somewhere = Set.copyOf(somewhere);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt) || !now.isBefore(lastSeenAt.plus(LONGEST_PAUSE));
    }

    boolean isDueForANote(Instant now) {
        return !now.isBefore(lastSeenAt.plus(NOTED_EVERY));
    }

    Session seen(Instant now) {
        return new Session(actor, somewhere, csrfToken, now, expiresAt);
    }
}
