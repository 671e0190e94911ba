package org.espalier.importing.recognising;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A standard as a list or a table prints it: its title, and its code in front of it or behind it. */
record Standard(String title, @Nullable String code) {

    private static final String CODE = "(?<code>(?=[^ ]{0,20}\\d)\\p{Lu}{2,}[\\p{Lu}&./-]*\\s?\\d[\\p{Lu}\\d./-]*)";
    private static final Pattern IN_FRONT = Pattern.compile(CODE + "\\s*[:–-]?\\s+(?<title>\\p{L}.*)");
    private static final Pattern BEHIND = Pattern.compile("(?<title>\\p{L}.*\\S)\\s*[(\\[]" + CODE + "[)\\]]");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?<code>\\d{1,2}\\.\\d{1,3}|\\p{Lu}\\.?\\d{1,3}(?:\\.\\d{1,3})?)[.):]?\\s+(?<title>\\p{Lu}.*)");

    /** Whether the code is one of a published standard, with letters, and no number of a paragraph. */
    boolean published() {
        return code != null && code.matches("\\p{Lu}{2,}.*");
    }

    static Standard of(String text) {
        for (var pattern : new Pattern[] {IN_FRONT, BEHIND, NUMBERED}) {
            var match = pattern.matcher(text);
            if (match.matches()) {
                return new Standard(match.group("title"), match.group("code"));
            }
        }
        return new Standard(text, null);
    }
}
