package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.outline.Span;

/**
 * Lines whose cells stand under each other, held apart by nothing but spaces, as a page's text comes out when its layout is
 * kept. At least three columns of words in four lines, or four columns in three; the white strips between them run through every line. A blank line ends a row, and
 * so does a new label in the first column beside cells that begin anew. A line that stands alone across the strips is a row
 * of one cell when the table goes on below it.
 */
final class AlignedTable {
    private static final int STRIPS = 2;
    private static final int NARROWEST = 2;
    private static final int FEWEST_LINES = 4;
    private static final int FIRST_LINES = 6;
    private static final int LONGEST_LINE = 2_000;
    private static final Pattern TWO_STRIPS = Pattern.compile("\\s{2,}\\S.*\\S\\s{2,}\\S");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** White space from one position to another that no line of the table writes into; the second is exclusive. */
    private record Strip(int from, int to) {
        int width() {
            return to - from;
        }
    }

    private AlignedTable() {}

    /** Where the table that begins at this line ends; the same line when none begins there. */
    static int end(List<SourceLine> lines, int from) {
        var first = lines.get(from).text();
        if (first.length() > LONGEST_LINE || !TWO_STRIPS.matcher(first).find()) {
            return from;
        }
        var strips = strips(lines, from);
        var end = end(lines, from, strips);
        return isTable(lines, from, end, strips) ? end : from;
    }

    static Block.Table read(List<SourceLine> lines, int from, int end) {
        var strips = strips(lines, from, end);
        var rows = new ArrayList<Block.Row>();
        var start = from;
        for (var i = from; i < end; i++) {
            if (i > start
                    && (blank(lines, i - 1)
                            || across(lines, i, strips)
                            || beginsRow(lines, start, i, strips)
                            || (rows.isEmpty() && endsHeader(lines, i, strips)))) {
                row(lines, start, i, strips, rows);
                start = i;
            } else if (blank(lines, start)) {
                start = i;
            }
        }
        row(lines, start, end, strips, rows);
        return new Block.Table(rows, new Span(from + 1, end));
    }

    /** The strips that the first lines leave white, as far as the table's first blank line. */
    private static List<Strip> strips(List<SourceLine> lines, int from) {
        var strips = gaps(lines.get(from).text());
        for (var i = from + 1; i < Math.min(lines.size(), from + FIRST_LINES) && !blank(lines, i); i++) {
            var left = narrowed(strips, lines.get(i).text());
            if (left.size() < STRIPS) {
                break;
            }
            strips = left;
        }
        return strips;
    }

    /** The strips that stay white down to the end, without the margin. */
    private static List<Strip> strips(List<SourceLine> lines, int from, int end) {
        var strips = strips(lines, from);
        for (var i = from; i < end; i++) {
            if (!across(lines, i, strips)) {
                strips = narrowed(strips, lines.get(i).text());
            }
        }
        return strips.stream().filter(strip -> strip.from() > 0).toList();
    }

    private static int end(List<SourceLine> lines, int from, List<Strip> first) {
        var strips = first;
        var end = from;
        for (var i = from; i < lines.size(); i++) {
            if (blank(lines, i)) {
                continue;
            }
            var left = narrowed(strips, lines.get(i).text());
            var fits = left.size() == strips.size();
            if (fits && !standsAlone(lines, i, strips)) {
                strips = left;
                end = i + 1;
            } else if (!(fits || across(lines, i, strips)) || !goesOn(lines, i + 1, strips)) {
                return end;
            }
        }
        return end;
    }

    /** Whether this line says one thing over the strips, such as the name of the group whose rows follow. */
    private static boolean across(List<SourceLine> lines, int index, List<Strip> strips) {
        var line = lines.get(index).text();
        return !Wording.blank(line)
                && (index == 0 || blank(lines, index - 1) || blank(lines, index + 1))
                && gaps(line.stripLeading()).isEmpty()
                && narrowed(strips, line).size() < strips.size()
                && HeadingLook.alike(Wording.plain(line));
    }

    /** Whether a line below a blank one writes into the first column only. */
    private static boolean standsAlone(List<SourceLine> lines, int index, List<Strip> strips) {
        return blank(lines, index - 1)
                && cells(lines.get(index).text(), strips).stream().skip(1).allMatch(String::isBlank);
    }

    /** Whether the next words stand in at least two of these columns, and begin where those begin. */
    private static boolean goesOn(List<SourceLine> lines, int index, List<Strip> strips) {
        var next = index;
        while (next < lines.size() && blank(lines, next)) {
            next++;
        }
        if (next == lines.size()) {
            return false;
        }
        var line = lines.get(next).text();
        var begun = gaps(line).stream().filter(gap -> gap.from() > 0).toList();
        return narrowed(strips, line).size() == strips.size()
                && !begun.isEmpty()
                && begun.stream().allMatch(gap -> strips.stream().anyMatch(strip -> strip.to() == gap.to()));
    }

    private static boolean isTable(List<SourceLine> lines, int from, int end, List<Strip> first) {
        if (first.size() < STRIPS || end - from < FEWEST_LINES - 1) {
            return false;
        }
        var strips = strips(lines, from, end);
        var fewest = strips.size() > STRIPS ? FEWEST_LINES - 1 : FEWEST_LINES;
        if (strips.size() < STRIPS) {
            return false;
        }
        var written = new int[strips.size() + 1];
        var together = 0;
        var shown = 0;
        for (var i = from; i < end; i++) {
            if (!blank(lines, i)) {
                var cells = cells(lines.get(i).text(), strips);
                IntStream.range(0, written.length)
                        .filter(n -> WORD.matcher(cells.get(n)).find())
                        .forEach(n -> written[n]++);
                together += cells.stream().filter(cell -> !cell.isBlank()).count() >= 2 ? 1 : 0;
                shown++;
            }
        }
        return shown >= fewest
                && 2 * together >= shown
                && IntStream.of(written).filter(count -> count >= 2).count() > STRIPS;
    }

    /** A new label beside cells that begin anew, or one by itself below lines that have none. */
    private static boolean beginsRow(List<SourceLine> lines, int start, int index, List<Strip> strips) {
        var cells = cells(lines.get(index).text(), strips);
        if (!labelled(cells) || !cells.stream().filter(cell -> !cell.isBlank()).allMatch(AlignedTable::beginsAnew)) {
            return false;
        }
        return cells.stream().skip(1).allMatch(String::isBlank)
                ? !labelled(cells(lines.get(index - 1).text(), strips))
                : IntStream.range(start, index)
                        .anyMatch(before -> labelled(cells(lines.get(before).text(), strips)));
    }

    /** Whether a labelled line of phrases ends a header that has no label over the first column. */
    private static boolean endsHeader(List<SourceLine> lines, int index, List<Strip> strips) {
        var cells = cells(lines.get(index).text(), strips);
        return labelled(cells)
                && cells.stream().allMatch(AlignedTable::beginsAnew)
                && cells.stream().skip(1).allMatch(cell -> cell.strip().contains(" "));
    }

    private static boolean labelled(List<String> cells) {
        return !cells.getFirst().isBlank();
    }

    private static boolean beginsAnew(String cell) {
        var words = Bullet.at(cell).map(Bullet::rest).orElse(cell).strip();
        return !words.isEmpty() && !Character.isLowerCase(words.codePointAt(0));
    }

    private static void row(List<SourceLine> lines, int from, int end, List<Strip> strips, List<Block.Row> rows) {
        var last = end;
        while (last > from && blank(lines, last - 1)) {
            last--;
        }
        if (last == from) {
            return;
        }
        var span = new Span(from + 1, last);
        var cells = new ArrayList<Block.Cell>();
        if (across(lines, from, strips)) {
            cells.add(cell(List.of(lines.get(from)), List.of(lines.get(from).text()), strips.size() + 1, span));
        } else {
            var written = lines.subList(from, last);
            for (var n = 0; n <= strips.size(); n++) {
                var column = n;
                var texts = written.stream()
                        .map(line -> cells(line.text(), strips).get(column))
                        .toList();
                cells.add(cell(written, texts, 1, span));
            }
        }
        while (cells.size() <= strips.size()) {
            cells.add(PipeTable.cell("", span));
        }
        rows.add(new Block.Row(cells, span));
    }

    /** A cell of what these lines write into its column: one paragraph, or as many list items as there are bullets. */
    private static Block.Cell cell(List<SourceLine> lines, List<String> texts, int columns, Span span) {
        var items = new ArrayList<Block.Line>();
        var parts = new ArrayList<Block.Line>();
        var ends = new ArrayList<String>();
        for (var n = 0; n < texts.size(); n++) {
            var words = Wording.plain(texts.get(n));
            if (words.isEmpty()) {
                continue;
            }
            if (!parts.isEmpty() && Bullet.at(words).filter(Bullet::sure).isPresent()) {
                items.add(PipeTable.line(parts.getFirst().number(), Wording.joined(parts, ends)));
                parts.clear();
                ends.clear();
            }
            parts.add(new Block.Line(lines.get(n).number(), words));
            ends.add(texts.get(n));
        }
        if (!parts.isEmpty()) {
            items.add(PipeTable.line(parts.getFirst().number(), Wording.joined(parts, ends)));
        }
        return new Block.Cell(Wording.joined(items), items, columns, 1, false, span);
    }

    private static List<String> cells(String line, List<Strip> strips) {
        var cells = new ArrayList<String>();
        var start = 0;
        for (var strip : strips) {
            cells.add(part(line, start, strip.to()));
            start = strip.to();
        }
        cells.add(part(line, start, line.length()));
        return cells;
    }

    private static String part(String line, int from, int to) {
        return from >= line.length() ? "" : line.substring(from, Math.min(to, line.length()));
    }

    /** The white space before words of the line that is wide enough; at the start it may be a column without a heading. */
    private static List<Strip> gaps(String line) {
        var gaps = new ArrayList<Strip>();
        var from = 0;
        for (var i = 0; i < line.length(); i++) {
            if (!white(line, i)) {
                if (i - from >= NARROWEST) {
                    gaps.add(new Strip(from, i));
                }
                from = i + 1;
            }
        }
        return gaps;
    }

    /** What a line leaves of each strip; a strip into which it writes too much is gone. */
    private static List<Strip> narrowed(List<Strip> strips, String line) {
        return strips.stream()
                .flatMap(strip -> widest(strip, line).stream())
                .filter(strip -> strip.width() >= NARROWEST)
                .toList();
    }

    private static Optional<Strip> widest(Strip strip, String line) {
        var left = new ArrayList<Strip>();
        var from = strip.from();
        for (var i = strip.from(); i <= strip.to(); i++) {
            if (i == strip.to() || !white(line, i)) {
                left.add(new Strip(from, i));
                from = i + 1;
            }
        }
        return left.stream().max(Comparator.comparingInt(Strip::width));
    }

    private static boolean white(String line, int index) {
        return index >= line.length() || Character.isWhitespace(line.charAt(index)) || line.charAt(index) == '\u00A0';
    }

    private static boolean blank(List<SourceLine> lines, int index) {
        return index >= lines.size()
                || index < 0
                || Wording.blank(lines.get(index).text());
    }
}
