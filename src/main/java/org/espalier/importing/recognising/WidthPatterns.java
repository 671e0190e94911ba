package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.espalier.importing.recognising.FlattenedColumns.Unit;

/**
 * The ways to give each column of a flattened table one of the widths found, as far as they explain what the rows show.
 * Where the line breaks are no evidence, or the order that they show may be chance, there are none, and nothing is proved.
 */
final class WidthPatterns {

    private static final int ROWS_THAT_WOULD_HAVE_SHOWN_MORE = 14;
    private static final double ROWS_FORGIVEN = 0.1;
    private static final double MOST_CONTRADICTORY = 0.015;
    private static final double MOST_STRANGERS = 0.05;
    private static final double HIGHEST_CHANCE = 0.001;

    private final ColumnWidths widths;
    private final List<int[]> possible;
    private final List<boolean[]> doubtful;
    private final List<int[]> patterns;

    private WidthPatterns(List<String> headings, List<List<Unit>> rows, List<Unit> units) {
        this.widths = ColumnWidths.of(units, headings.size());
        this.possible = rows.stream()
                .map(row -> row.stream().mapToInt(widths::possible).toArray())
                .toList();
        var contradictory = widths.contradictory(units);
        this.doubtful = rows.stream()
                .map(row -> {
                    var doubts = new boolean[row.size()];
                    for (var u = 0; u < doubts.length; u++) {
                        doubts[u] = contradictory > 0 || widths.restsOnOneBreak(row.get(u));
                    }
                    return doubts;
                })
                .toList();
        var reliable = contradictory <= MOST_CONTRADICTORY && widths.strangers(units) <= MOST_STRANGERS;
        var plausible = reliable ? plausible(admissible(headings, units)) : List.<int[]>of();
        this.patterns =
                plausible.stream().anyMatch(pattern -> chance(pattern) <= HIGHEST_CHANCE) ? plausible : List.of();
    }

    static WidthPatterns of(List<String> headings, List<List<Unit>> rows) {
        return new WidthPatterns(
                headings, rows, rows.stream().flatMap(List::stream).toList());
    }

    /** A pattern, the width of each column, and how many rows do not fit it: a hand-made line break can do that. */
    private record Pattern(int[] widths, int violations) {

        int changes() {
            var changes = 0;
            for (var c = 1; c < widths.length; c++) {
                changes += widths[c] == widths[c - 1] ? 0 : 1;
            }
            return changes;
        }
    }

    /** For each unit of the row the columns, one bit each, that some pattern puts it in; everywhere when none is left. */
    int[] reached(int row, int[] everywhere) {
        if (patterns.isEmpty()) {
            return everywhere;
        }
        var reached = new int[everywhere.length];
        for (var pattern : patterns) {
            var reach = reach(possible.get(row), pattern);
            add(reached, violates(reach) ? everywhere : reach);
            addWithoutDoubtfulEvidence(reached, row, pattern);
        }
        return reached;
    }

    private static void add(int[] all, int[] more) {
        for (var u = 0; u < all.length; u++) {
            all[u] |= more[u];
        }
    }

    /** What doubtful evidence alone proves is not proved: the row is read again without each such unit's. */
    private void addWithoutDoubtfulEvidence(int[] reached, int row, int[] pattern) {
        var units = possible.get(row);
        for (var u = 0; u < units.length; u++) {
            if (Integer.bitCount(units[u]) == 1 && doubtful.get(row)[u]) {
                var without = units.clone();
                without[u] = (1 << widths.widths().size()) - 1;
                add(reached, reach(without, pattern));
            }
        }
    }

    /** Every way to give each column one of the widths that explains nearly all rows, and all headings on one line. */
    private List<Pattern> admissible(List<String> headings, List<Unit> units) {
        var count = widths.widths().size();
        var room = new double[count];
        for (var w = 0; w < count; w++) {
            room[w] = widths.widest(w, units);
        }
        var found = new ArrayList<Pattern>();
        for (var code = 0; code < Math.pow(count, headings.size()); code++) {
            var pattern = pattern(code, headings.size(), count);
            if (usesAll(pattern, count) && headingsFit(headings, pattern, room)) {
                var violations = (int) possible.stream()
                        .filter(row -> violates(reach(row, pattern)))
                        .count();
                if (violations <= possible.size() * ROWS_FORGIVEN) {
                    found.add(new Pattern(pattern, violations));
                }
            }
        }
        return found;
    }

    private static int[] pattern(int code, int columns, int count) {
        var pattern = new int[columns];
        var rest = code;
        for (var c = 0; c < columns; c++, rest /= count) {
            pattern[c] = rest % count;
        }
        return pattern;
    }

    private static boolean usesAll(int[] pattern, int count) {
        return Arrays.stream(pattern).distinct().count() == count;
    }

    private boolean headingsFit(List<String> headings, int[] pattern, double[] room) {
        for (var c = 0; c < pattern.length; c++) {
            if (widths.type().of(headings.get(c)) > room[pattern[c]]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Without the patterns in which the width changes more often than any row shows, once many rows show more than one
     * width: a change that is there would have been seen.
     */
    private List<int[]> plausible(List<Pattern> admissible) {
        var telling =
                possible.stream().filter(WidthPatterns::showsSeveralWidths).count();
        var most = telling < ROWS_THAT_WOULD_HAVE_SHOWN_MORE
                ? Integer.MAX_VALUE
                : admissible.stream()
                        .filter(pattern -> pattern.violations() == 0)
                        .mapToInt(Pattern::changes)
                        .min()
                        .orElse(Integer.MAX_VALUE);
        return admissible.stream()
                .filter(pattern -> pattern.changes() <= most)
                .map(Pattern::widths)
                .toList();
    }

    private static boolean showsSeveralWidths(int[] row) {
        return Arrays.stream(row)
                        .filter(mask -> Integer.bitCount(mask) == 1)
                        .distinct()
                        .count()
                > 1;
    }

    /**
     * The chance that units of these widths, shuffled within their rows, would fit this pattern as well: the orders that
     * fit it among all orders.
     */
    private double chance(int[] pattern) {
        var blocks = new int[widths.widths().size()];
        for (var c = 0; c < pattern.length; c++) {
            blocks[pattern[c]] += c == 0 || pattern[c] != pattern[c - 1] ? 1 : 0;
        }
        var chance = 1.0;
        for (var row : possible) {
            var orders = 1.0;
            var fitting = 1.0;
            var all = 0;
            for (var w = 0; w < blocks.length; w++) {
                var mask = 1 << w;
                var seen = (int) Arrays.stream(row).filter(unit -> unit == mask).count();
                all += seen;
                orders *= choose(all, seen);
                fitting *= choose(seen + blocks[w] - 1, blocks[w] - 1);
            }
            chance *= Double.isFinite(orders) ? Math.min(1, fitting / orders) : 0;
        }
        return chance;
    }

    private static double choose(int all, int some) {
        var ways = 1.0;
        for (var i = 1; i <= some; i++) {
            ways = ways * (all - some + i) / i;
        }
        return ways;
    }

    /** For each unit the columns that some reading in column order puts it in; none at all when there is no reading. */
    private static int[] reach(int[] units, int[] pattern) {
        var reach = new int[units.length];
        for (var u = 0; u < units.length; u++) {
            var from = u == 0 ? 0 : Integer.numberOfTrailingZeros(reach[u - 1]);
            reach[u] = allowed(units[u], pattern) & -(1 << from);
            if (reach[u] == 0) {
                return new int[units.length];
            }
        }
        var last = pattern.length - 1;
        for (var u = units.length - 1; u >= 0; u--) {
            reach[u] &= (1 << (last + 1)) - 1;
            last = 31 - Integer.numberOfLeadingZeros(reach[u]);
        }
        return reach;
    }

    private static boolean violates(int[] reach) {
        return Arrays.stream(reach).anyMatch(columns -> columns == 0);
    }

    private static int allowed(int possible, int[] pattern) {
        var columns = 0;
        for (var c = 0; c < pattern.length; c++) {
            columns |= (possible >> pattern[c] & 1) << c;
        }
        return columns;
    }
}
