/**
 * Readers: bytes become an outline. The kind is detected from the content, never from the file's name; what cannot be
 * read is refused with a sentence that says what to do.
 */
@NullMarked
package org.espalier.importing.reading;

import org.jspecify.annotations.NullMarked;
