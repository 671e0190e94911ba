package org.espalier.pathway.stories;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A role or level that a story is about, in whichever version is in force.
 *
 * @param framework the slug
 * @param level the level's id; null for the role of a role profile
 */
public record StoryPlace(String framework, @Nullable String level) {

    /** In forms: the slug, and after a slash the level. */
    public String value() {
        return level == null ? framework : framework + "/" + level;
    }

    public static Optional<StoryPlace> ofValue(String value) {
        var slash = value.indexOf('/');
        var framework = slash < 0 ? value : value.substring(0, slash);
        var level = slash < 0 ? null : value.substring(slash + 1);
        return framework.isEmpty() || (level != null && level.isEmpty())
                ? Optional.empty()
                : Optional.of(new StoryPlace(framework, level));
    }
}
