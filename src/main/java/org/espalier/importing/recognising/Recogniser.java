package org.espalier.importing.recognising;

import java.util.Optional;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.importing.outline.DocumentOutline;

/** Knows one shape of document. */
public interface Recogniser {

    /** What this shape makes of the outline; empty when the document is not of this shape. */
    Optional<Candidate> recognise(DocumentOutline outline);

    /**
     * A draft of the whole document as one shape sees it. Lines that it neither used nor left out with a reason stay
     * for the common parts (title, status, routes, references) and for the accounting.
     *
     * @param confidence 0–1: the share of what this shape expects that it found; the highest wins
     */
    record Candidate(double confidence, FrameworkDocument draft) {}
}
