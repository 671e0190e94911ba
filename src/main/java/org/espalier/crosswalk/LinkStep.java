package org.espalier.crosswalk;

import java.time.Instant;

/**
 * One entry of a link’s history.
 *
 * @param words the reason that was given; empty when none was asked for
 * @param by the name of who did it
 */
public record LinkStep(LinkState.Step step, String words, String by, Instant at) {}
