package org.espalier.pathway.stories;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person's own story about their career.
 *
 * @param words plain text; an empty line begins a new paragraph
 * @param byline the name that the author agreed to have shown; null for none
 * @param consentedAt when they agreed to what is public, or was last
 * @param reason why it was taken down; null unless it is
 */
public record Story(
        StoryId id,
        PersonId author,
        StoryText text,
        StoryState state,
        Instant changedAt,
        @Nullable String byline,
        @Nullable Instant consentedAt,
        @Nullable String reason) {

    public boolean isPublic() {
        return state == StoryState.PUBLISHED;
    }

    /** The words, paragraph by paragraph. */
    public List<String> paragraphs() {
        return Arrays.stream(text.words().strip().split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** The beginning, for a list. */
    public String beginning() {
        var first = paragraphs().isEmpty() ? "" : paragraphs().getFirst();
        if (first.length() <= 220) {
            return first;
        }
        var cut = first.lastIndexOf(' ', 220);
        return first.substring(0, cut > 100 ? cut : 220) + " …";
    }
}
