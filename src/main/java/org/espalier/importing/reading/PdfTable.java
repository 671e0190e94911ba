package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.importing.outline.Block;
import org.espalier.importing.reading.OutlineBuilder.CellDraft;

/** A table of a PDF, which may be cut by pages anywhere, even in the middle of a row. */
final class PdfTable {

    private static final double NEAR = 6;

    private final List<List<CellDraft>> rows;
    private final List<Double> columns;
    private final List<Integer> pages = new ArrayList<>();

    /**
     * The part of a table on one page.
     *
     * @param columns where each column begins
     */
    PdfTable(List<List<CellDraft>> rows, List<Double> columns, int page) {
        this.rows = new ArrayList<>(rows);
        this.columns = columns;
        rows.forEach(row -> pages.add(page));
    }

    List<List<CellDraft>> rows() {
        return rows;
    }

    List<Integer> pages() {
        return pages;
    }

    /**
     * Goes on with what stands at the top of the next page, if it has the same columns. A row that was cut is made
     * whole. False when the rest is to stay a table of its own, because its header is printed again.
     */
    boolean takeOver(PdfTable next) {
        var placed = next.placedIn(columns);
        if (placed.isEmpty()) {
            return false;
        }
        var header = 0;
        while (header < Math.min(rows.size(), placed.size()) && sameWords(rows.get(header), placed.get(header))) {
            header++;
        }
        if (header < placed.size() && cut(rows.getLast(), placed.get(header))) {
            rows.set(rows.size() - 1, joined(rows.getLast(), placed.get(header)));
            next.rows.remove(header);
            next.pages.remove(header);
            placed.remove(header);
        }
        if (header == 0) {
            rows.addAll(placed);
            pages.addAll(next.pages);
        }
        return header == 0;
    }

    /** Whether two rows say the same; a rule that is missing in one of them makes one cell of two. */
    private static boolean sameWords(List<CellDraft> row, List<CellDraft> other) {
        return words(row).equals(words(other));
    }

    private static List<String> words(List<CellDraft> row) {
        return row.stream()
                .flatMap(cell -> cell.lines().stream())
                .flatMap(line -> Stream.of(line.text().split("\\s+")))
                .toList();
    }

    /** The rows with their cells under these columns; none when a column of theirs is not among them. */
    private List<List<CellDraft>> placedIn(List<Double> others) {
        var places = new ArrayList<Integer>();
        for (var start : columns) {
            var place = -1;
            for (var i = 0; i < others.size(); i++) {
                if (Math.abs(others.get(i) - start) < NEAR) {
                    place = i;
                }
            }
            if (place < 0) {
                return List.of();
            }
            places.add(place);
        }
        var placed = new ArrayList<List<CellDraft>>();
        for (var row : rows) {
            var cells = new ArrayList<CellDraft>();
            others.forEach(other -> cells.add(CellDraft.BLANK));
            for (var i = 0; i < row.size(); i++) {
                cells.set(places.get(i), row.get(i));
            }
            placed.add(cells);
        }
        return placed;
    }

    /** Whether a sentence goes on from a cell of the one row to a cell of the other, and nothing new begins there. */
    private static boolean cut(List<CellDraft> row, List<CellDraft> rest) {
        if (!rest.getFirst().blank()) {
            return false;
        }
        for (var i = 1; i < Math.min(row.size(), rest.size()); i++) {
            if (!row.get(i).blank() && !rest.get(i).blank() && goesOn(row.get(i), rest.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean goesOn(CellDraft cell, CellDraft rest) {
        var first = rest.lines().getFirst();
        return first.marker() == null
                && !first.text().isEmpty()
                && Character.isLowerCase(first.text().codePointAt(0))
                && !Wrapping.ends(cell.lines().getLast().text());
    }

    private static List<CellDraft> joined(List<CellDraft> row, List<CellDraft> rest) {
        var cells = new ArrayList<>(row);
        for (var i = 0; i < Math.min(row.size(), rest.size()); i++) {
            var cell = row.get(i);
            var more = rest.get(i);
            if (more.blank()) {
                continue;
            }
            var lines = new ArrayList<>(cell.lines());
            var from = 0;
            if (!cell.blank() && goesOn(cell, more)) {
                var last = lines.removeLast();
                var whole = Wording.joined(List.of(last, more.lines().getFirst()));
                lines.add(new Block.Line(last.number(), whole, last.marker()));
                from = 1;
            }
            lines.addAll(more.lines().subList(from, more.lines().size()));
            cells.set(i, new CellDraft(lines, cell.columns(), cell.rows(), cell.header()));
        }
        return cells;
    }
}
