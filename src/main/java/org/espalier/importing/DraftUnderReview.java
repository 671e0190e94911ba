package org.espalier.importing;

import java.util.List;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.FrameworkDocument;
import org.espalier.importing.outline.SourceLine;

/**
 * A draft as its reviewer sees it.
 *
 * @param number counts the framework's versions from 1
 * @param revision rises with every change, so that nobody overwrites another's
 * @param document as it stands, with the edits made so far
 * @param lines the source's, numbered from 1
 * @param edits how many steps stand
 */
public record DraftUnderReview(
        VersionId id,
        String slug,
        int number,
        long revision,
        FrameworkDocument document,
        String fileName,
        List<SourceLine> lines,
        int edits,
        boolean canRedo) {

    /** What people call the draft: its title, or the file it came from. */
    public String title() {
        var title = document.title();
        return title == null || title.isBlank() ? fileName : title;
    }
}
