/**
 * Two providers that turn out to be one: what the one that goes has moves to the one that stays, and its name and address
 * lead there from then on. Where the two contradict each other, whoever makes them one has to say whose word holds.
 */
@NullMarked
package org.espalier.learning.merging;

import org.jspecify.annotations.NullMarked;
