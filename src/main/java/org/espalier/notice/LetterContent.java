package org.espalier.notice;

import java.util.List;

/**
 * What stands in a letter.
 *
 * @param unlisted how many more entries there are than lines
 * @param feed the address of the whole feed
 * @param settings the address at which they choose when letters come
 * @param unsubscribe the address that stops them
 */
public record LetterContent(
        String name, List<Line> lines, int unlisted, String feed, String settings, String unsubscribe) {

    public LetterContent {
        lines = List.copyOf(lines);
    }

    /** One thing that happened. */
    public record Line(String text, String when, String address) {}
}
