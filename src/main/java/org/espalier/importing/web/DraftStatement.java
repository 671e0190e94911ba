package org.espalier.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of a draft with its source beside it; {@code facet} is its column's title. */
record DraftStatement(
        String id,
        String text,
        @Nullable String leadIn,
        List<String> tags,
        @Nullable String facet,
        boolean certain,
        List<ExcerptLine> excerpt) {
    DraftStatement {
        tags = List.copyOf(tags);
    }
}
