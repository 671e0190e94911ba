package org.espalier.person;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who belongs to an organisation of somebody else's.
 *
 * @param post the title of a post they hold there, null when they hold none
 */
public record Colleague(
        Person person, String organisation, @Nullable String post) {}
