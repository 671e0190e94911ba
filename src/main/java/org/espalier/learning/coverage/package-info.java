/**
 * What providers say their learning covers, how others reviewed that, and the maps that are made of it.
 *
 * <p>A claim of coverage is about a competency, a competency at a level, or one statement of a pinned version. It is never
 * part of the framework (PRODUCT.md, rule 18), never changed but replaced, and a review is of exactly what it was given for.
 * What a framework's own document says of a provider becomes that provider's claims when the version is published.
 * {@link org.espalier.learning.coverage.SmallSet} chooses few offers that teach most of what is wanted.
 */
@NamedInterface("coverage")
@NullMarked
package org.espalier.learning.coverage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
