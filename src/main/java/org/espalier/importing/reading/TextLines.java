package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import org.espalier.importing.outline.SourceLine;

/** A text as numbered lines: any line ending ends one, a form feed begins a page. */
final class TextLines {

    private TextLines() {}

    static List<SourceLine> of(String text) {
        var paged = text.indexOf('\f') >= 0;
        var lines = new ArrayList<SourceLine>();
        var page = 1;
        var start = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != '\n' && c != '\r' && c != '\f' && c != 0x0B && c != 0x85 && c != 0x2028 && c != 0x2029) {
                continue;
            }
            if (c != '\f' || i > start) {
                lines.add(new SourceLine(lines.size() + 1, paged ? page : null, text.substring(start, i)));
            }
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                i++;
            }
            page += c == '\f' ? 1 : 0;
            start = i + 1;
            Limits.lines(lines.size());
        }
        if (start < text.length()) {
            lines.add(new SourceLine(lines.size() + 1, paged ? page : null, text.substring(start)));
        }
        return lines;
    }
}
