/**
 * Recognition of prior learning: a person asks a provider, shows it evidence from their portfolio, and the provider's
 * educators decide. What they decide is recorded, and nothing is awarded here: it changes no standing (PRODUCT.md, rule 5).
 * It is between the person and the provider; everybody else is told that there is nothing.
 */
@NamedInterface("recognition")
@NullMarked
package org.espalier.learning.recognition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
