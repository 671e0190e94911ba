package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the items of flattened table rows back into their columns. What is known: the columns come one after another, and
 * wrapped lines show how wide a column was ({@link ColumnWidths}). Every way to give the columns widths that explains all
 * rows is tried; an item's column is certain only when all of them put it there. Columns of one width cannot be told
 * apart like that, and are filled to similar heights as the best guess.
 */
final class FlattenedColumns {

    private static final int ROWS_THAT_WOULD_HAVE_SHOWN_MORE = 6;
    private static final double EMPTY_COLUMN = 400;

    private final List<String> headings;
    private final List<List<Unit>> rows;
    private final ColumnWidths widths;
    private final List<int[]> possible;

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
        this.headings = headings;
        this.rows = rows;
        var units = rows.stream().flatMap(List::stream).toList();
        this.widths = ColumnWidths.of(units, headings.size());
        this.possible = rows.stream()
                .map(row -> row.stream().mapToInt(widths::possible).toArray())
                .toList();
    }

    /** A verdict for each unit of each row, in order. */
    static List<List<Verdict>> read(List<String> headings, List<List<Unit>> rows) {
        return new FlattenedColumns(headings, rows).verdicts();
    }

    private List<List<Verdict>> verdicts() {
        var patterns = plausible(admissible());
        var result = new ArrayList<List<Verdict>>();
        for (var r = 0; r < rows.size(); r++) {
            var reached = new int[rows.get(r).size()];
            for (var pattern : patterns) {
                var reach = reach(r, pattern);
                for (var u = 0; u < reached.length; u++) {
                    reached[u] |= reach[u];
                }
            }
            result.add(verdicts(r, patterns.isEmpty() ? new int[0] : reached));
        }
        return result;
    }

    private List<Verdict> verdicts(int row, int[] reached) {
        var units = rows.get(row);
        var open = new int[units.size()];
        Arrays.fill(open, (1 << headings.size()) - 1);
        var guess = guess(units, reached.length == 0 ? open : reached);
        var verdicts = new ArrayList<Verdict>();
        for (var u = 0; u < units.size(); u++) {
            verdicts.add(new Verdict(
                    guess[u], headings.size() == 1 || (reached.length > 0 && Integer.bitCount(reached[u]) == 1)));
        }
        return verdicts;
    }

    /** Every way to give each column one of the widths that explains all rows, and all headings on one line. */
    private List<int[]> admissible() {
        var units = rows.stream().flatMap(List::stream).toList();
        var count = widths.widths().size();
        var room = new double[count];
        for (var w = 0; w < count; w++) {
            room[w] = widths.roomForHeading(w, units);
        }
        var found = new ArrayList<int[]>();
        var columns = headings.size();
        for (var code = 0; code < Math.pow(count, columns); code++) {
            var pattern = new int[columns];
            var rest = code;
            var used = 0;
            var fits = true;
            for (var c = 0; c < columns; c++, rest /= count) {
                pattern[c] = rest % count;
                used |= 1 << pattern[c];
                fits &= widths.type().of(headings.get(c)) < room[pattern[c]];
            }
            if (fits && used == (1 << count) - 1 && explainsAllRows(pattern)) {
                found.add(pattern);
            }
        }
        return found;
    }

    private boolean explainsAllRows(int[] pattern) {
        for (var r = 0; r < rows.size(); r++) {
            if (Arrays.stream(reach(r, pattern)).anyMatch(columns -> columns == 0)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Without the patterns in which the width changes more often than any row shows, once enough rows show more than one
     * width: a change that is there would have been seen.
     */
    private List<int[]> plausible(List<int[]> patterns) {
        var telling = 0;
        for (var row : possible) {
            var seen = Arrays.stream(row)
                    .filter(mask -> Integer.bitCount(mask) == 1)
                    .distinct()
                    .count();
            telling += seen > 1 ? 1 : 0;
        }
        if (telling < ROWS_THAT_WOULD_HAVE_SHOWN_MORE) {
            return patterns;
        }
        var fewest = patterns.stream().mapToInt(FlattenedColumns::changes).min().orElse(0);
        return patterns.stream().filter(pattern -> changes(pattern) == fewest).toList();
    }

    private static int changes(int[] pattern) {
        var changes = 0;
        for (var c = 1; c < pattern.length; c++) {
            changes += pattern[c] == pattern[c - 1] ? 0 : 1;
        }
        return changes;
    }

    /** For each unit of the row the columns, one bit each, that some reading in column order puts it in. */
    private int[] reach(int row, int[] pattern) {
        var units = possible.get(row);
        var forward = new int[units.length];
        var columns = 0;
        for (var u = 0; u < units.length; u++) {
            var from = u == 0 ? 0 : Integer.numberOfTrailingZeros(columns);
            columns = allowed(units[u], pattern) & -(1 << from);
            forward[u] = columns;
            if (columns == 0) {
                return new int[units.length];
            }
        }
        var last = pattern.length - 1;
        for (var u = units.length - 1; u >= 0; u--) {
            forward[u] &= (1 << (last + 1)) - 1;
            last = 31 - Integer.numberOfLeadingZeros(forward[u]);
        }
        return forward;
    }

    private static int allowed(int possible, int[] pattern) {
        var columns = 0;
        for (var c = 0; c < pattern.length; c++) {
            columns |= (possible >> pattern[c] & 1) << c;
        }
        return columns;
    }

    /** The reading in column order that fills the columns most evenly, each unit in a column that it may stand in. */
    private int[] guess(List<Unit> units, int[] reached) {
        var columns = headings.size();
        var n = units.size();
        var cost = new double[columns + 1][n + 1];
        var start = new int[columns + 1][n + 1];
        for (var line : cost) {
            Arrays.fill(line, Double.MAX_VALUE);
        }
        cost[0][0] = 0;
        for (var c = 1; c <= columns; c++) {
            for (var from = 0; from <= n; from++) {
                if (cost[c - 1][from] == Double.MAX_VALUE) {
                    continue;
                }
                var height = 0;
                for (var to = from; to <= n; to++) {
                    var here = cost[c - 1][from] + (to == from ? EMPTY_COLUMN : (double) height * height);
                    if (here < cost[c][to]) {
                        cost[c][to] = here;
                        start[c][to] = from;
                    }
                    if (to == n || (reached[to] >> (c - 1) & 1) == 0) {
                        break;
                    }
                    height += units.get(to).height();
                }
            }
        }
        var result = new int[n];
        for (int c = columns, end = n; c > 0; c--) {
            for (var u = start[c][end]; u < end; u++) {
                result[u] = c - 1;
            }
            end = start[c][end];
        }
        return result;
    }
}
