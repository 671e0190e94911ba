package org.espalier.importing.reading;

import java.util.List;
import org.espalier.importing.outline.SourceLine;

/**
 * How a text breaks its lines, and so which breaks its author meant. A line break is meant when the next word would have
 * fitted; in a text whose lines are never wrapped every break is; and some extracted texts keep the space at which a line
 * was wrapped, so that a line without one was ended on purpose.
 */
record Wrapping(List<SourceLine> lines, boolean unwrapped, boolean keepsSpaces) {

    private static final int LONGER_THAN_ANY_PAGE = 240;
    private static final int NARROW = 40;

    static Wrapping of(List<SourceLine> lines) {
        var unwrapped = false;
        var pairs = 0;
        var spaced = 0;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).text();
            if (line.indexOf('\t') < 0 && line.indexOf('|') < 0) {
                unwrapped |= line.length() > LONGER_THAN_ANY_PAGE;
            }
            if (i + 1 < lines.size()
                    && !Wording.blank(line)
                    && startsInLowerCase(lines.get(i + 1).text())) {
                pairs++;
                spaced += line.endsWith(" ") || line.endsWith("-") || line.endsWith("/") ? 1 : 0;
            }
        }
        return new Wrapping(lines, unwrapped, pairs >= 10 && spaced > pairs * 0.9);
    }

    /** Whether a paragraph that began at line {@code first} ends with line {@code last}, though no blank line follows. */
    boolean endsParagraph(int last, int first) {
        if (indentedAfter(last)) {
            return true;
        }
        if (!meant(last, first)) {
            return false;
        }
        var line = Wording.plain(raw(last));
        return unwrapped
                || (keepsSpaces && !raw(last).endsWith(" "))
                || (!keepsSpaces && ends(line))
                || (last == first && line.length() <= width(first) * 0.75 && HeadingLook.alike(line));
    }

    /** Whether a list item that began at line {@code first} ends with line {@code last}, though no blank line follows. */
    boolean endsItem(int last, Bullet bullet, int first) {
        var next = Bullet.indent(raw(last + 1));
        if (next > 0 && last > first && Bullet.indent(raw(last)) < next) {
            return true;
        }
        if (next > 0 && next < bullet.textIndent() && ends(raw(last)) && !startsInLowerCase(raw(last + 1))) {
            return true;
        }
        if (next > bullet.indent() && next >= bullet.textIndent()) {
            return false;
        }
        return meant(last, first);
    }

    /** Whether the text before some blank lines goes on after them: a page was cut there. */
    boolean cutBefore(int last, int next) {
        var pageCut = lines.get(last).page() != null
                && !java.util.Objects.equals(
                        lines.get(last).page(), lines.get(next).page());
        return (pageCut || (keepsSpaces && raw(last).endsWith(" ")))
                && startsInLowerCase(raw(next))
                && !ends(raw(last));
    }

    /** Whether the next line is indented further and does not go on with a sentence below its number. */
    private boolean indentedAfter(int last) {
        return Bullet.indent(raw(last + 1)) > Bullet.indent(raw(last))
                && !(startsInLowerCase(raw(last + 1)) && !ends(raw(last)));
    }

    private boolean meant(int last, int first) {
        var line = raw(last);
        var next = Wording.plain(raw(last + 1));
        if (line.endsWith("-") || line.endsWith("/") || startsInLowerCase(next)) {
            return unwrapped && ends(line);
        }
        if (keepsSpaces) {
            return !line.endsWith(" ") || (!unwrapped && fits(last, next, width(first)) && width(first) >= NARROW);
        }
        if (unwrapped) {
            return !line.endsWith("  ");
        }
        return width(first) >= NARROW && fits(last, next, width(first));
    }

    private boolean fits(int last, String next, int width) {
        var space = next.indexOf(' ');
        return raw(last).stripTrailing().length() + 1 + (space < 0 ? next.length() : space) <= width;
    }

    /** The longest line from here to the next blank one or table. */
    private int width(int first) {
        var width = 0;
        for (var i = first;
                i < lines.size() && i < first + 60 && !Wording.blank(raw(i)) && raw(i).indexOf('\t') < 0;
                i++) {
            width = Math.max(width, raw(i).stripTrailing().length());
        }
        return width;
    }

    private String raw(int index) {
        return lines.get(index).text();
    }

    private static boolean startsInLowerCase(String line) {
        var text = Wording.plain(line);
        return !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
    }

    /** Whether the line ends like a sentence or like an introduction to what follows. */
    static boolean ends(String line) {
        var text = line.stripTrailing();
        return !text.isEmpty() && ".:;?!".indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}
