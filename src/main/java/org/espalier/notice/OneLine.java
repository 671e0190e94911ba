package org.espalier.notice;

import java.util.regex.Pattern;

/** Words of people, made fit for a header or a line of an e-mail, in which a line break would begin something else. */
final class OneLine {
    private static final int LONGEST = 300;

    /** Line breaks and all other control characters, and those that turn the direction of what follows. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

    private OneLine() {}

    static String of(String text) {
        var line = UNFIT.matcher(text).replaceAll(" ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip() + "…";
    }
}
