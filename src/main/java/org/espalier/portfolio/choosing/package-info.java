/**
 * Choosing from one's evidence, the same wherever something is sent along: what is chosen stays in sight while others are
 * looked for, page by page, with or without a script. Other modules wrap {@code portfolio/choosing/web/evidence} into a form of
 * theirs.
 */
@NamedInterface("choosing")
@NullMarked
package org.espalier.portfolio.choosing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
