/**
 * Reviewed links between levels or roles of two published versions: exact, close, broader, narrower or related.
 *
 * <p>A {@link org.espalier.crosswalk.Link} has a direction, is pinned to the versions it was made between, and says why. A
 * framework author proposes it, and it counts only once another author has reviewed it; what happened to it stays. When a
 * pinned version is replaced the link says so. Related is not equivalent (PRODUCT.md, rule 5); nothing is recognised
 * across a link without an assessor. It owns the word <em>link</em>.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "access", "framework", "framework :: format"})
@NullMarked
package org.espalier.crosswalk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
