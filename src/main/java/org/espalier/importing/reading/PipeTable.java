package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.outline.Span;

/**
 * Consecutive lines whose cells are held apart by strokes, with or without a Markdown separator line. The separator
 * belongs to the span of the row above it.
 */
final class PipeTable {

    private static final Pattern SEPARATOR =
            Pattern.compile("\\s*\\|?\\s*:?-{2,}:?\\s*(?:\\|\\s*:?-{2,}:?\\s*)*\\|?\\s*");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s{0,4}/?>");
    private static final Pattern STROKE = Pattern.compile("(?<!\\\\)\\|");

    private PipeTable() {}

    /** Where the table that begins at this line ends; the same line when none begins there. */
    static int end(List<SourceLine> lines, int from) {
        if (!row(lines, from)
                || (!separator(lines, from + 1) && cells(lines.get(from).text()).size() < 3)) {
            return from;
        }
        var end = from;
        while (end < lines.size() && (row(lines, end) || (end > from && separator(lines, end)))) {
            end++;
        }
        return end - from > 1 ? end : from;
    }

    static Block.Table read(List<SourceLine> lines, int from, int end) {
        var rows = new ArrayList<Block.Row>();
        for (var i = from; i < end; i++) {
            if (separator(lines, i)) {
                continue;
            }
            var last = i + 1;
            while (last < end && separator(lines, last)) {
                last++;
            }
            var span = new Span(i + 1, last);
            var cells = new ArrayList<Block.Cell>();
            Limits.columns(cells(lines.get(i).text()).size());
            for (var text : cells(lines.get(i).text())) {
                cells.add(cell(text, span));
            }
            rows.add(new Block.Row(cells, span));
        }
        return new Block.Table(rows, new Span(from + 1, end));
    }

    /** The cells of a line, without the strokes at its two ends. */
    static List<String> cells(String line) {
        var text = line.strip();
        text = text.startsWith("|") ? text.substring(1) : text;
        text = text.endsWith("|") && !text.endsWith("\\|") ? text.substring(0, text.length() - 1) : text;
        return STROKE.splitAsStream(text).map(cell -> cell.replace("\\|", "|")).toList();
    }

    static Block.Cell cell(String text, Span span) {
        var lines = new ArrayList<Block.Line>();
        for (var part : BREAK.split(text, -1)) {
            var words = Wording.plain(part);
            if (!words.isEmpty()) {
                lines.add(line(span.first(), words));
            }
        }
        return new Block.Cell(Wording.plain(text), lines, 1, 1, false, span);
    }

    /** A line of a cell, its bullet taken off. */
    static Block.Line line(int number, String words) {
        return Bullet.at(words)
                .filter(bullet -> bullet.sure() && !Wording.plain(bullet.rest()).isEmpty())
                .map(bullet -> new Block.Line(number, Wording.plain(bullet.rest()), bullet.marker()))
                .orElseGet(() -> new Block.Line(number, words));
    }

    private static boolean row(List<SourceLine> lines, int index) {
        return index < lines.size() && lines.get(index).text().indexOf('|') >= 0 && !separator(lines, index);
    }

    private static boolean separator(List<SourceLine> lines, int index) {
        return index < lines.size()
                && lines.get(index).text().indexOf('|') >= 0
                && SEPARATOR.matcher(lines.get(index).text()).matches();
    }
}
