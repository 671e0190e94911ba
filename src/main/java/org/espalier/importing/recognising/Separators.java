package org.espalier.importing.recognising;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The marks by which a cell holds its items apart when its format does not. */
final class Separators {

    private static final Pattern SIGNS = Pattern.compile("(?:^|\\s*)[;•●▪◦‣|](?:\\s+|$)");
    private static final Pattern COMMAS = Pattern.compile(",\\s+");
    private static final int LONGEST_NAME = 5;

    private Separators() {}

    /** The items between semicolons or bullets, or between commas when each is a short name; else the text as one. */
    static List<String> apart(String text) {
        var items = split(SIGNS, text);
        if (items.size() > 1) {
            return items;
        }
        var names = split(COMMAS, text);
        return names.size() > 2 && names.stream().allMatch(Separators::name) ? names : List.of(text);
    }

    private static List<String> split(Pattern marks, String text) {
        return Stream.of(marks.split(text))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static boolean name(String item) {
        return Character.isUpperCase(item.codePointAt(0))
                && Phrase.wordCount(item) <= LONGEST_NAME
                && !Phrase.endsSentence(item);
    }
}
