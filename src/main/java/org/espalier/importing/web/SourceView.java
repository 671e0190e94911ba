package org.espalier.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of the source, line by line, and what each line became. */
record SourceView(DraftView draft, String fileName, int page, int pages, List<Line> lines) {

    record Line(
            int number,
            String text,
            String became,
            @Nullable String href) {}
}
