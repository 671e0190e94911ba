package org.espalier.importing.recognising;

import java.util.Comparator;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.framework.format.LeftOut;
import org.espalier.importing.outline.DocumentOutline;

/** What documents of every shape have: read from the lines that the shape left, where the shape has not said it. */
final class CommonParts {

    private CommonParts() {}

    static FrameworkDocument complete(DocumentOutline outline, FrameworkDocument recognised) {
        var draft = Draft.of(outline, recognised);
        Titles.read(draft);
        Imprint.read(draft);
        Progressions.read(draft);
        Progressions.leaveOutTheRest(draft);
        Routes.read(draft);
        References.read(draft);
        OptionalParts.read(draft);
        Doubts.read(draft);
        Remainder.leaveOut(draft);
        draft.leftOut.sort(Comparator.comparingInt(LeftOut::line));
        return draft.document();
    }
}
