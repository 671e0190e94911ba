package org.espalier.importing.reading;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bullet or number at the start of a line.
 *
 * @param kind the same for all markers of one list: the sign itself, or the shape of the number
 * @param sure false for a sign that may as well be part of running text: a dash, a letter, a number
 * @param rest what follows, untrimmed mark-up and all
 */
record Bullet(int indent, String marker, String kind, boolean sure, int textIndent, String rest) {

    private static final String SIGNS = "•‣◦▪▫●○■□◆◇►▸➢➤✓✔⁃∙·❖";
    private static final Pattern SIGN =
            Pattern.compile("([" + SIGNS + "\\uE000-\\uF8FF])([\\s\\u00A0\\uFFFD\\u200B]*)");
    private static final Pattern WEAK = Pattern.compile("([-*+–—o])[\\s\\u00A0\\uFFFD\\u200B]+");
    private static final Pattern NUMBER = Pattern.compile(
            "(\\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,5})[.)])[\\s\\u00A0\\uFFFD\\u200B]+", Pattern.CASE_INSENSITIVE);

    /** The bullet at the start of the line, if there is one. A line that holds nothing else has an empty rest. */
    static Optional<Bullet> at(String line) {
        var indent = indent(line);
        var text = line.substring(firstVisible(line));
        var sign = SIGN.matcher(text);
        if (sign.lookingAt()) {
            return Optional.of(of(indent, sign.group(1), sign.group(1), true, sign.end(), text));
        }
        var padded = text + " ";
        var weak = WEAK.matcher(padded);
        if (weak.lookingAt()) {
            var end = Math.min(weak.end(), text.length());
            return Optional.of(of(indent, weak.group(1), weak.group(1), false, end, text));
        }
        var number = NUMBER.matcher(padded);
        if (number.lookingAt()) {
            var end = Math.min(number.end(), text.length());
            return Optional.of(of(indent, number.group(1), shape(number.group(1)), false, end, text));
        }
        return Optional.empty();
    }

    private static Bullet of(int indent, String marker, String kind, boolean sure, int end, String text) {
        return new Bullet(indent, marker, kind, sure, indent + end, text.substring(end));
    }

    boolean numbered() {
        return kind.indexOf('0') >= 0 || kind.indexOf('a') >= 0;
    }

    /** Whether a list that is counted begins with it: "a)", "1.", "(i)". */
    boolean opensList() {
        return marker.matches("\\(?(?:1|[aA]|[iI])[.)]");
    }

    private static String shape(String number) {
        return number.replaceAll("[0-9]+", "0").replaceAll("[A-Za-z]+", "a");
    }

    private static int firstVisible(String line) {
        var i = 0;
        while (i < line.length() && (Character.isWhitespace(line.charAt(i)) || line.charAt(i) == '\u00A0')) {
            i++;
        }
        return i;
    }

    /** The column of the first visible character; a tab goes to the next multiple of four. */
    static int indent(String line) {
        var column = 0;
        var end = firstVisible(line);
        for (var i = 0; i < end; i++) {
            column = line.charAt(i) == '\t' ? (column / 4 + 1) * 4 : column + 1;
        }
        return column;
    }
}
