package org.espalier.importing.reading;

import org.espalier.framework.format.FrameworkDocument;
import org.espalier.importing.outline.DocumentOutline;

/** What came of reading some bytes. */
public sealed interface Reading {

    /** A document with an outline, still to be recognised. */
    record Outlined(DocumentOutline outline) implements Reading {}

    /** An {@code espalier/1} document, which needs no recognising. */
    record Ready(FrameworkDocument document) implements Reading {}

    /** Not readable: one plain sentence that says why, and one that says what to do. */
    record Refused(String reason) implements Reading {}
}
