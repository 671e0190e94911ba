package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import org.espalier.importing.outline.Block;
import org.espalier.importing.reading.OutlineBuilder.CellDraft;

/**
 * A grid of cells as people lay one out: blank rows hold parts apart; a row with one cell is a heading, a paragraph or a
 * bullet; rows with several cells are a table.
 */
final class Sheet {

    private final List<List<CellDraft>> rows;
    private final OutlineBuilder outline;
    private final List<Integer> indents = new ArrayList<>();

    private Sheet(List<List<CellDraft>> rows, OutlineBuilder outline) {
        this.rows = rows;
        this.outline = outline;
    }

    /** A cell whose lines are the lines of this text. */
    static CellDraft cell(String text, int columns, int rows) {
        var lines = new ArrayList<Block.Line>();
        for (var part : text.split("\\R", -1)) {
            if (!Wording.blank(part)) {
                lines.add(PipeTable.line(1, Wording.spaced(part)));
            }
        }
        return new CellDraft(lines, columns, rows, false, text);
    }

    static void read(List<List<CellDraft>> rows, OutlineBuilder outline) {
        new Sheet(rows, outline).read();
    }

    private void read() {
        var at = 0;
        while (at < rows.size()) {
            if (filled(at) == 0) {
                at++;
            } else if (alone(at)) {
                words(rows.get(at).get(first(at)).source());
                at++;
            } else {
                var end = tableEnd(at);
                indents.clear();
                outline.table(trimmed(at, end));
                at = end;
            }
        }
    }

    /** The number of cells in a row that hold something. */
    private int filled(int row) {
        return row < rows.size()
                ? (int) rows.get(row).stream().filter(cell -> !cell.blank()).count()
                : 0;
    }

    private int first(int row) {
        var cells = rows.get(row);
        for (var i = 0; i < cells.size(); i++) {
            if (!cells.get(i).blank()) {
                return i;
            }
        }
        return cells.size();
    }

    private int last(int row) {
        var cells = rows.get(row);
        for (var i = cells.size() - 1; i >= 0; i--) {
            if (!cells.get(i).blank()) {
                return i + cells.get(i).columns() - 1;
            }
        }
        return -1;
    }

    /** Whether a row has one cell only and does not begin a table whose first column is blank there. */
    private boolean alone(int row) {
        if (filled(row) != 1) {
            return false;
        }
        return filled(row + 1) < 2 || first(row) <= first(row + 1);
    }

    /** Where a table ends: at a blank row, unless what follows has the same columns and is no heading. */
    private int tableEnd(int from) {
        var end = from;
        while (filled(end) > 0) {
            end++;
        }
        var next = end;
        while (next < rows.size() && filled(next) == 0) {
            next++;
        }
        var goesOn = next < rows.size() && filled(next) > 1 && last(next) == last(from) && first(next) >= first(from);
        return goesOn ? tableEnd(next) : end;
    }

    /** The rows without the blank columns to their left and right. */
    private List<List<CellDraft>> trimmed(int from, int end) {
        var left = Integer.MAX_VALUE;
        var right = -1;
        for (var row = from; row < end; row++) {
            left = Math.min(left, first(row));
            right = Math.max(right, last(row));
        }
        Limits.columns(right - left + 1);
        var table = new ArrayList<List<CellDraft>>();
        for (var row = from; row < end; row++) {
            var cells = new ArrayList<CellDraft>();
            for (var column = left; column <= right; column++) {
                cells.add(column < rows.get(row).size() ? rows.get(row).get(column) : CellDraft.BLANK);
            }
            table.add(cells);
        }
        return table;
    }

    /** A cell that stands alone: each of its lines that has a bullet is a list item. */
    private void words(String text) {
        var paragraph = new ArrayList<String>();
        for (var line : text.split("\\R", -1)) {
            var bullet =
                    Bullet.at(line).filter(found -> found.sure() || found.kind().equals("-"));
            if (bullet.isPresent() && !Wording.blank(bullet.get().rest())) {
                end(paragraph);
                outline.item(
                        depth(bullet.get().indent()),
                        bullet.get().marker(),
                        List.of(bullet.get().rest()));
            } else if (!Wording.blank(line)) {
                indents.clear();
                paragraph.add(line);
            }
        }
        end(paragraph);
    }

    private int depth(int indent) {
        while (!indents.isEmpty() && indents.getLast() >= indent) {
            indents.removeLast();
        }
        indents.add(indent);
        return indents.size() - 1;
    }

    private void end(List<String> paragraph) {
        if (paragraph.size() == 1 && HeadingLook.alike(Wording.spaced(paragraph.getFirst()))) {
            outline.heading(0, paragraph.getFirst());
        } else if (!paragraph.isEmpty()) {
            outline.paragraph(paragraph);
        }
        paragraph.clear();
    }
}
