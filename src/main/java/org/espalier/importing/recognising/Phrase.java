package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a piece of text reads: as a sentence, as a label, as an introduction to what follows. */
final class Phrase {

    private static final int LONGEST_LABEL = 14;

    private Phrase() {}

    /** The words in lower case, without punctuation. */
    static List<String> words(String text) {
        var plain = text.replace("’", "").replace("'", "").toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        var start = -1;
        for (var i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
            var inWord = letterOrNumber(plain.codePointAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(plain.substring(start, i));
                start = -1;
            }
        }
        if (start >= 0) {
            words.add(plain.substring(start));
        }
        return words;
    }

    private static boolean letterOrNumber(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.LETTER_NUMBER
                || Character.getType(codePoint) == Character.OTHER_NUMBER;
    }

    /** The same for two texts that differ in case, spacing and punctuation only. */
    static String key(String text) {
        return String.join(" ", words(text));
    }

    static int wordCount(String text) {
        return words(text).size();
    }

    static boolean endsSentence(String text) {
        return text.matches("(?s).*[.!?][\"”’')\\]]*\\s*");
    }

    static boolean introduces(String text) {
        return text.stripTrailing().endsWith(":");
    }

    static boolean startsInLowerCase(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
    }

    /** Short, begun like a heading and not ended like a sentence. */
    static boolean label(String text) {
        return !text.isBlank()
                && !startsInLowerCase(text)
                && !text.matches("(?s).*[.:;,!?]\\s*")
                && wordCount(text) <= LONGEST_LABEL
                && text.codePoints().anyMatch(Character::isLetter);
    }

    /** The text without a colon or stop at its end. */
    static String unended(String text) {
        return text.strip().replaceFirst("\\s*[:.]$", "");
    }

    /** A heading without its number and without a colon or stop at its end. */
    static String unnumbered(String heading) {
        return unended(heading).replaceFirst("^\\d{1,2}(?:\\.\\d{1,2})*[.):]?\\s+(?=\\p{L})", "");
    }
}
