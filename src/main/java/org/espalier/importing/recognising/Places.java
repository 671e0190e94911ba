package org.espalier.importing.recognising;

import java.util.List;
import org.espalier.framework.format.At;
import org.espalier.framework.format.LeftOut;
import org.espalier.framework.format.Place;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.outline.Span;

/** Spans of the outline as places of the draft. */
record Places(List<SourceLine> lines) {

    Place of(Span span) {
        return new Place(span.first(), span.last(), lines.get(span.first() - 1).page());
    }

    Place of(Block block) {
        return of(block.span());
    }

    List<At> all(List<Span> spans) {
        return spans.stream().map(span -> new At(of(span))).toList();
    }

    LeftOut leftOut(Span span, String reason, String text) {
        return new LeftOut(
                span.first(), span.last(), lines.get(span.first() - 1).page(), reason, text);
    }

    /** Whether no line between the two spans is blank. */
    static boolean touch(Span before, Span after) {
        return after.first() <= before.last() + 1;
    }
}
