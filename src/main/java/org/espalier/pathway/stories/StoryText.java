package org.espalier.pathway.stories;

import java.util.List;

/**
 * What the author of a story writes and chooses.
 *
 * @param places the roles and levels it is about, at least one once it is kept
 */
public record StoryText(String title, String words, ShownAs shownAs, List<StoryPlace> places) {
    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_WORDS = 8_000;
    public static final int MOST_PLACES = 10;

    public StoryText {
        places = List.copyOf(places);
    }
}
