/** Espalier: from a published framework to a person's next step. */
@NullMarked
package org.espalier;

import org.jspecify.annotations.NullMarked;
