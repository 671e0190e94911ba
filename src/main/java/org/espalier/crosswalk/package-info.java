/**
 * Reviewed links between items of two published versions: exact, close, broader, narrower or related.
 *
 * <p>A link has a direction and somebody who proposed it, and counts only once somebody else has reviewed it. Related is not
 * equivalent (PRODUCT.md, rule 5); nothing is recognised across a link without an assessor. It owns the word
 * <em>mapping</em>.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ui", "access", "framework", "framework :: format"})
@NullMarked
package org.espalier.crosswalk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
