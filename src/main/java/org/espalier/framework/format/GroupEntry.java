package org.espalier.framework.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of groups: pillar > aspect, domain > competency, section > principle > function.
 *
 * @param kind the document's own word, lower case, singular
 * @param code such as "Domain 2" or "2.1", null when none
 * @param titleInferred true when the document does not print the title
 */
public record GroupEntry(
        String id,
        String kind,
        @Nullable String code,
        @Nullable String title,
        boolean titleInferred,
        @Nullable String description,
        List<GroupEntry> groups,
        @Nullable Place source,
        List<At> alsoAt) {
    public GroupEntry {
        groups = Lists.orEmpty(groups);
        alsoAt = Lists.orEmpty(alsoAt);
    }

    /** What people call this group: its code and title, whichever the document prints. */
    public String name() {
        if (code == null) {
            return title == null ? id : title;
        }
        if (title == null) {
            return code;
        }
        return Character.isDigit(code.charAt(0)) || code.length() == 1 ? code + " " + title : code + ": " + title;
    }
}
