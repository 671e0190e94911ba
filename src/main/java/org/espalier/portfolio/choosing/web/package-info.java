/** The part of a form in which evidence is chosen, {@code portfolio/choosing/web/evidence}, for the forms of other modules. */
@NamedInterface("choosing")
@NullMarked
package org.espalier.portfolio.choosing.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
