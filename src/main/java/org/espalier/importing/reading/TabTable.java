package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.outline.Span;

/** Consecutive lines whose cells are held apart by single tabs; a leading tab is a blank first cell. */
final class TabTable {

    /** How far down the first inner tab may be. */
    private static final int FAR = 40;

    private TabTable() {}

    /** Where the table that begins at this line ends; the same line when none begins there. */
    static int end(List<SourceLine> lines, int from) {
        if (lines.get(from).text().indexOf('\t') < 0
                || !innerTabNear(lines, from)
                || !row(lines.get(from).text())) {
            return from;
        }
        var end = from;
        var inner = false;
        for (var i = from; i < lines.size() && (inner || i < from + FAR); i++) {
            var line = lines.get(i).text();
            if (Wording.blank(line)) {
                break;
            }
            if (row(line)) {
                end = i + 1;
                inner |= innerTab(line);
            } else if (bullet(line) || !followedByRow(lines, i)) {
                break;
            }
        }
        return inner ? end : from;
    }

    /** Whether a tab stands between words in one of the next lines; cheap, as it is asked of every line. */
    private static boolean innerTabNear(List<SourceLine> lines, int from) {
        for (var i = from;
                i < lines.size()
                        && i < from + FAR
                        && !Wording.blank(lines.get(i).text());
                i++) {
            if (innerTab(lines.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    static Block.Table read(List<SourceLine> lines, int from, int end) {
        var rows = new ArrayList<Block.Row>();
        for (var i = from; i < end; i++) {
            var span = new Span(i + 1, i + 1);
            var cells = new ArrayList<Block.Cell>();
            var texts = lines.get(i).text().split("\t", -1);
            Limits.columns(texts.length);
            for (var text : texts) {
                cells.add(PipeTable.cell(text, span));
            }
            rows.add(new Block.Row(cells, span));
        }
        return new Block.Table(rows, new Span(from + 1, end));
    }

    private static boolean row(String line) {
        return line.indexOf('\t') >= 0 && !bullet(line);
    }

    private static boolean innerTab(String line) {
        return line.strip().indexOf('\t') >= 0 || line.stripLeading().endsWith("\t");
    }

    /** A bullet or number set off by its only tab. */
    private static boolean bullet(String line) {
        return Bullet.at(line)
                .filter(bullet -> bullet.sure() || line.stripLeading().startsWith(bullet.marker() + "\t"))
                .filter(bullet -> bullet.rest().strip().indexOf('\t') < 0)
                .isPresent();
    }

    private static boolean followedByRow(List<SourceLine> lines, int index) {
        return index + 1 < lines.size() && row(lines.get(index + 1).text());
    }
}
