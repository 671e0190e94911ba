package org.espalier.pathway.titles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people call a role or level.
 *
 * @param framework the slug of its framework: a name outlives the version it was first added to
 * @param level the level's id; null for the role of a role profile
 * @param words as an author wrote them
 * @param addedBy the author's name
 * @param removedAt null while it is in use
 */
public record OtherName(
        long id,
        String framework,
        @Nullable String level,
        String words,
        String addedBy,
        Instant addedAt,
        @Nullable String removedBy,
        @Nullable Instant removedAt) {

    public boolean isInUse() {
        return removedAt == null;
    }
}
