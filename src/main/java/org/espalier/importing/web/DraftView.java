package org.espalier.importing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page of one draft's review shows.
 *
 * @param here this page's address, to come back to after an edit
 * @param edits how many steps stand
 * @param refusal why the last step was not made
 */
record DraftView(
        long id,
        String title,
        int number,
        String here,
        int edits,
        boolean canRedo,
        List<Part> parts,
        List<Option> levels,
        List<Option> groups,
        List<Option> facets,
        @Nullable String refusal) {

    /** A link to a part of the review; a count below 0 is not shown. */
    record Part(String part, String href, int count) {}

    /** Something to choose. */
    record Option(String id, String name) {}
}
