package org.espalier.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a draft changes against the version published before; {@code against} is null for a first version. */
record ChangesView(
        DraftView draft,
        @Nullable Integer against,
        List<Reworded> reworded,
        List<String> added,
        List<String> removed,
        List<Otherwise> otherwise,
        List<Minimum> minimums,
        int identical) {

    /** Was optional and is no longer, or is so now. */
    record Otherwise(String text, boolean optional) {}

    /** How many optional expectations a level asks for at least. */
    record Minimum(String level, int now, int before) {}

    record Reworded(String where, List<Piece> pieces) {}

    record Piece(String text, boolean inserted, boolean deleted) {}
}
