package org.espalier.importing.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;

/** The words of a line without what only carried them: mark-up, odd spaces, invisible characters, line wraps. */
final class Wording {

    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s{0,4}/?>");
    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(?:a|abbr|b|big|code|div|em|font|h[1-6]|i|li|mark|ol|p|s|small|span|strong|sub|sup|u|ul)"
                    + "(?:\\s[^<>]{0,1000})?/?>");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]{0,1000})\\]\\([^()\\s]{0,2000}\\)");
    private static final Pattern STRONG = Pattern.compile("\\*{2,}|(?<![\\w_])__(?=[^\\s_])|(?<=[^\\s_])__(?![\\w_])");
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\w*])\\*([^\\s*](?:[^*]{0,300}[^\\s*])?)\\*(?![\\w*])");
    private static final Pattern UNDERLINED =
            Pattern.compile("(?<![\\w_])_([^\\s_](?:[^_]{0,300}[^\\s_])?)_(?![\\w_])");

    private Wording() {}

    /** The words, with mark-up taken off and every run of white space one space. */
    static String plain(String line) {
        var text = line;
        if (text.indexOf('<') >= 0) {
            text = TAG.matcher(BREAK.matcher(text).replaceAll(" ")).replaceAll("");
        }
        if (text.indexOf('[') >= 0) {
            text = LINK.matcher(text).replaceAll("$1");
        }
        if (text.indexOf('*') >= 0) {
            text = EMPHASIS.matcher(STRONG.matcher(text).replaceAll("")).replaceAll("$1");
        }
        if (text.indexOf('_') >= 0) {
            text = UNDERLINED.matcher(STRONG.matcher(text).replaceAll("")).replaceAll("$1");
        }
        if (text.indexOf('&') >= 0) {
            text = text.replace("&nbsp;", " ")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
        }
        return spaced(text);
    }

    /** The text with invisible characters dropped and every run of white space one space. */
    static String spaced(String text) {
        var words = new StringBuilder(text.length());
        var space = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (space(c)) {
                space = true;
            } else if (!invisible(c)) {
                if (space && !words.isEmpty()) {
                    words.append(' ');
                }
                words.append(half(text, i) ? '\uFFFD' : c);
                space = false;
            }
        }
        return words.toString();
    }

    /** Whether the line shows nothing. */
    static boolean blank(String line) {
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (!space(c) && !invisible(c) && Character.getType(c) != Character.FORMAT) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character is one half of a pair whose other half is missing. */
    private static boolean half(String text, int at) {
        var c = text.charAt(at);
        return (Character.isHighSurrogate(c)
                        && !(at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))))
                || (Character.isLowSurrogate(c) && !(at > 0 && Character.isHighSurrogate(text.charAt(at - 1))));
    }

    private static boolean space(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\u00A0' && (Character.isSpaceChar(c)));
    }

    private static boolean invisible(char c) {
        return c < ' '
                || switch (c) {
                    case '\u007F', '\u00AD', '\u200B', '\u2060', '\uFEFF' -> true;
                    default -> false;
                };
    }

    /**
     * Lines joined to one: a space between them, but none after a hyphen that cuts a word or a stroke that stands at
     * the very end of its line.
     *
     * @param ends the untrimmed lines, which tell a stroke at the end from a stroke and a space
     */
    static String joined(List<Block.Line> lines, List<String> ends) {
        var text = new StringBuilder();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).text();
            if (i > 0 && !line.isEmpty() && !text.isEmpty() && !runsOn(text, ends.get(i - 1), line)) {
                text.append(' ');
            }
            text.append(line);
        }
        return text.toString();
    }

    /** Lines joined to one, as above, where each was ended by its format and not by a wrap. */
    static String joined(List<Block.Line> lines) {
        return joined(lines, lines.stream().map(Block.Line::text).toList());
    }

    private static boolean runsOn(CharSequence before, String end, String after) {
        var length = before.length();
        if (length < 2 || !Character.isLetterOrDigit(before.charAt(length - 2))) {
            return false;
        }
        return switch (before.charAt(length - 1)) {
            case '-', '\u2010' -> Character.isLetterOrDigit(after.charAt(0)) && !after.matches("(?:and|or|to)\\b.*");
            case '/' -> end.endsWith("/") && Character.isLetterOrDigit(after.charAt(0));
            default -> false;
        };
    }

    /** Digits as they stand at a footnote. */
    static String superscript(String digits) {
        var text = new StringBuilder();
        digits.chars().forEach(digit -> text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
        return text.toString();
    }
}
