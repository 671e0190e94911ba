package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import org.espalier.importing.reading.OutlineBuilder.CellDraft;

/** Lays cells that span rows and columns out on a grid; the places that a cell covers beside its first are blank. */
final class Grid {

    private final List<List<CellDraft>> rows = new ArrayList<>();
    private List<Integer> busy = new ArrayList<>();
    private List<Integer> left = new ArrayList<>();
    private List<CellDraft> row = new ArrayList<>();

    /** Adds a cell at the next free place of the row. */
    void cell(CellDraft cell) {
        pastSpans();
        var columns = Math.max(1, cell.columns());
        Limits.columns(row.size() + columns);
        for (var i = 0; i < columns; i++) {
            row.add(i == 0 ? cell : CellDraft.BLANK);
            left.add(Math.max(1, cell.rows()) - 1);
        }
    }

    void endRow() {
        while (row.size() < busy.size()
                && busy.subList(row.size(), busy.size()).stream().anyMatch(n -> n > 0)) {
            left.add(Math.max(0, busy.get(row.size()) - 1));
            row.add(CellDraft.BLANK);
        }
        rows.add(row);
        busy = left;
        row = new ArrayList<>();
        left = new ArrayList<>();
    }

    List<List<CellDraft>> rows() {
        return rows;
    }

    /** Skips the places that a cell of a row above still covers. */
    private void pastSpans() {
        while (row.size() < busy.size() && busy.get(row.size()) > 0) {
            left.add(busy.get(row.size()) - 1);
            row.add(CellDraft.BLANK);
        }
    }
}
