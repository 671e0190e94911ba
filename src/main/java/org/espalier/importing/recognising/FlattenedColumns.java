package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the items of flattened table rows back into their columns. What is known: the columns come one after another, and
 * wrapped lines show how wide a column was. Every way to give the columns widths that explains all rows is tried
 * ({@link WidthPatterns}); an item's column is certain only when all of them put it there. Columns of one width cannot be
 * told apart like that, and are filled to similar heights as the best guess.
 */
final class FlattenedColumns {

    private static final double EMPTY_COLUMN = 400;
    private static final int LONGEST_ROW = 2000;

    private final int columns;
    private final List<List<Unit>> rows;
    private final WidthPatterns patterns;

    /**
     * Items that certainly stand in one column: an item with the bullets it introduces, or a run without blank lines.
     *
     * @param items the lines of each
     * @param height in lines, with the blank one before it
     */
    record Unit(List<List<String>> items, int height) {
        Unit {
            items = List.copyOf(items);
        }
    }

    /** The column of a unit, counted from 0. */
    record Verdict(int column, boolean certain) {}

    private FlattenedColumns(List<String> headings, List<List<Unit>> rows) {
        this.columns = headings.size();
        this.rows = rows;
        this.patterns = WidthPatterns.of(headings, rows);
    }

    /** A verdict for each unit of each row, in order. */
    static List<List<Verdict>> read(List<String> headings, List<List<Unit>> rows) {
        var reading = new FlattenedColumns(headings, rows);
        var verdicts = new ArrayList<List<Verdict>>();
        for (var row = 0; row < rows.size(); row++) {
            verdicts.add(reading.verdicts(row));
        }
        return verdicts;
    }

    private List<Verdict> verdicts(int row) {
        var units = rows.get(row);
        var everywhere = new int[units.size()];
        Arrays.fill(everywhere, (1 << columns) - 1);
        var reached = units.size() > LONGEST_ROW ? everywhere : patterns.reached(row, everywhere);
        var guess = units.size() > LONGEST_ROW ? new int[units.size()] : guess(units, reached);
        var verdicts = new ArrayList<Verdict>();
        for (var u = 0; u < units.size(); u++) {
            verdicts.add(new Verdict(guess[u], Integer.bitCount(reached[u]) == 1));
        }
        return verdicts;
    }

    /** The reading in column order that fills the columns most evenly, each unit in a column that it may stand in. */
    private int[] guess(List<Unit> units, int[] reached) {
        var n = units.size();
        var cost = new double[columns + 1][n + 1];
        var start = new int[columns + 1][n + 1];
        for (var line : cost) {
            Arrays.fill(line, Double.MAX_VALUE);
        }
        cost[0][0] = 0;
        for (var c = 1; c <= columns; c++) {
            for (var from = 0; from <= n; from++) {
                if (cost[c - 1][from] < Double.MAX_VALUE) {
                    fill(units, reached, c, from, cost, start);
                }
            }
        }
        var result = new int[n];
        for (int c = columns, end = n; c > 0; c--) {
            Arrays.fill(result, start[c][end], end, c - 1);
            end = start[c][end];
        }
        return result;
    }

    /** Tries every length for column {@code c} (counted from 1) when it begins with unit {@code from}. */
    private static void fill(List<Unit> units, int[] reached, int c, int from, double[][] cost, int[][] start) {
        var height = 0;
        for (var to = from; to <= units.size(); to++) {
            var here = cost[c - 1][from] + (to == from ? EMPTY_COLUMN : (double) height * height);
            if (here < cost[c][to]) {
                cost[c][to] = here;
                start[c][to] = from;
            }
            if (to == units.size() || (reached[to] >> (c - 1) & 1) == 0) {
                return;
            }
            height += units.get(to).height();
        }
    }
}
