package org.espalier.bench;

import org.espalier.access.Actor;
import org.espalier.person.PersonId;

/**
 * One of the made-up people, signed in.
 *
 * @param cookie opens the session
 * @param csrfToken goes with every form
 */
record Person(PersonId id, Actor actor, String cookie, String csrfToken) {}
