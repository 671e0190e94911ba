/**
 * What every reader makes of its format, and all that a recogniser sees: headings, paragraphs, list items and tables,
 * each knowing its source lines. The same content in two formats makes the same blocks, apart from their places.
 */
@NamedInterface("outline")
@NullMarked
package org.espalier.importing.outline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
