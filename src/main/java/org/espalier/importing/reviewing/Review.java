package org.espalier.importing.reviewing;

import java.util.List;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.importing.outline.SourceLine;

/**
 * A draft under review: what the import made of its source, and the edits still standing, oldest first. The pure heart
 * of the review; it can always be computed again from the two.
 */
public record Review(FrameworkDocument imported, List<SourceLine> lines, List<Edit> edits) {
    public Review {
        lines = List.copyOf(lines);
        edits = List.copyOf(edits);
    }

    /** What came of applying an edit. */
    public sealed interface Outcome {
        /** Done. */
        record Applied(FrameworkDocument document) implements Outcome {}

        /** Not possible, and why, in a sentence. */
        record Refused(String reason) implements Outcome {}
    }

    /** The document as it stands now. An edit that no longer applies changes nothing. */
    public FrameworkDocument document() {
        var document = imported;
        for (var edit : edits) {
            if (apply(document, lines, edit) instanceof Outcome.Applied(var next)) {
                document = next;
            }
        }
        return document;
    }

    /** One edit applied to one document; the document itself is left as it is. */
    public static Outcome apply(FrameworkDocument document, List<SourceLine> lines, Edit edit) {
        var copy = new WorkingCopy(document, lines);
        try {
            copy.apply(edit);
            return new Outcome.Applied(copy.toDocument());
        } catch (WorkingCopy.NotPossible e) {
            return new Outcome.Refused(e.reason());
        }
    }
}
