package org.espalier.importing.recognising;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.importing.recognising.FlattenedColumns.Unit;

/**
 * The widths of a table's columns as far as wrapped lines give them away. A wrapped line shows two things about its
 * column: it is at least as wide as the line, and it is narrower than the line with the next word on it. Items that no
 * one width could have wrapped like that stood in columns of different widths.
 *
 * @param type the measure that explains most wraps
 * @param widths the different widths found, smallest first
 */
record ColumnWidths(TypeWidth type, List<Double> widths) {

    private static final int GRID = 60;
    private static final int MOST_WIDTHS = 3;
    private static final int FEWEST_WITNESSES = 4;
    private static final int MOST_WITNESSES = 2000;
    private static final double CLEARLY_WIDER = 1.22;
    private static final double SLACK = 0.02;
    private static final double ROOM_TO_FIT = 0.35;

    ColumnWidths {
        widths = List.copyOf(widths);
    }

    /** How wide a column the lines of one item needed, and how wide a column would have wrapped them otherwise. */
    private record Extent(double least, double below) {
        boolean fits(double width) {
            return least <= width * (1 + SLACK) && below > width * (1 - SLACK);
        }
    }

    static ColumnWidths of(List<Unit> units, int columns) {
        return Arrays.stream(TypeWidth.values())
                .map(type -> measured(type, units, columns))
                .min((one, other) -> Integer.compare(one.unexplained(units), other.unexplained(units)))
                .orElseThrow();
    }

    private static ColumnWidths measured(TypeWidth type, List<Unit> units, int columns) {
        var extents = extents(type, units);
        var best = new double[] {};
        var cost = Integer.MAX_VALUE;
        for (var count = 1; count <= Math.min(MOST_WIDTHS, columns); count++) {
            var found = search(extents, count);
            var left = unexplained(extents, found);
            if (count > 1 && cost - left < FEWEST_WITNESSES) {
                break;
            }
            best = found;
            cost = left;
        }
        return new ColumnWidths(type, Arrays.stream(best).boxed().toList());
    }

    private static List<Extent> extents(TypeWidth type, List<Unit> units) {
        return units.stream()
                .flatMap(unit -> unit.items().stream())
                .map(lines -> extent(type, lines))
                .toList();
    }

    private static Extent extent(TypeWidth type, List<String> lines) {
        var least = lines.stream().mapToInt(type::of).max().orElse(0);
        var below = Double.MAX_VALUE;
        for (var i = 0; i + 1 < lines.size(); i++) {
            below = Math.min(below, type.of(withNextWord(lines.get(i), lines.get(i + 1))));
        }
        return new Extent(least, below);
    }

    private static String withNextWord(String line, String next) {
        var word = next.split(" ", 2)[0];
        return line.endsWith("-") || line.endsWith("/") ? line + word : line + " " + word;
    }

    /** The widths, so many of them, that leave the fewest items unexplained. */
    private static double[] search(List<Extent> all, int count) {
        var step = 1 + all.size() / MOST_WITNESSES;
        var extents = IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
        var wrapped = extents.stream()
                .filter(extent -> extent.below < Double.MAX_VALUE)
                .toList();
        var low = wrapped.stream().mapToDouble(Extent::least).min().orElse(1);
        var high = extents.stream().mapToDouble(Extent::least).max().orElse(1) * 1.02;
        var grid = IntStream.range(0, GRID)
                .mapToDouble(i -> low + (high - low) * i / (GRID - 1))
                .toArray();
        var fits = new boolean[extents.size()][GRID];
        for (var e = 0; e < extents.size(); e++) {
            for (var g = 0; g < GRID; g++) {
                fits[e][g] = extents.get(e).fits(grid[g]);
            }
        }
        return new Search(grid, fits).best(new int[count], 0, 0);
    }

    private static final class Search {
        private final double[] grid;
        private final boolean[][] fits;
        private int cost = Integer.MAX_VALUE;
        private double[] best = {};

        Search(double[] grid, boolean[][] fits) {
            this.grid = grid;
            this.fits = fits;
        }

        double[] best(int[] chosen, int filled, int from) {
            if (filled == chosen.length) {
                consider(chosen);
                return best;
            }
            for (var g = from; g < grid.length; g++) {
                if (filled == 0 || grid[g] >= grid[chosen[filled - 1]] * CLEARLY_WIDER) {
                    chosen[filled] = g;
                    best(chosen, filled + 1, g + 1);
                }
            }
            return best;
        }

        private void consider(int[] chosen) {
            var left = 0;
            for (var item : fits) {
                var explained = false;
                for (var g : chosen) {
                    explained |= item[g];
                }
                left += explained ? 0 : 1;
            }
            if (left < cost) {
                cost = left;
                best = Arrays.stream(chosen).mapToDouble(g -> grid[g]).toArray();
            }
        }
    }

    private static int unexplained(List<Extent> extents, double[] widths) {
        return (int) extents.stream()
                .filter(extent -> Arrays.stream(widths).noneMatch(extent::fits))
                .count();
    }

    private int unexplained(List<Unit> units) {
        return unexplained(
                extents(type, units),
                widths.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * Which of the widths this unit may have stood in, one bit each. The margins are wide: an item that fits nowhere, or
     * whose parts contradict each other, proves nothing and may stand anywhere.
     */
    int possible(Unit unit) {
        var anywhere = (1 << widths.size()) - 1;
        var possible = anywhere;
        for (var lines : unit.items()) {
            var mask = possible(extent(type, lines));
            possible &= mask == 0 ? anywhere : mask;
        }
        return possible == 0 ? anywhere : possible;
    }

    private int possible(Extent extent) {
        var mask = 0;
        for (var w = 0; w < widths.size(); w++) {
            var width = widths.get(w);
            var lower = w == 0 ? width * 0.85 : (width + widths.get(w - 1)) / 2;
            var upper = w + 1 == widths.size() ? width * 1.1 : width + ROOM_TO_FIT * (widths.get(w + 1) - width);
            mask |= extent.below > lower && extent.least <= upper ? 1 << w : 0;
        }
        return mask;
    }

    /**
     * What a heading must be narrower than to stand on one line in a column of this width: what half of the column's own
     * wrapped items were too wide for, which is well beyond the column.
     */
    double roomForHeading(int width, List<Unit> units) {
        var limits = units.stream()
                .flatMap(unit -> unit.items().stream())
                .map(lines -> extent(type, lines))
                .filter(extent -> extent.below < Double.MAX_VALUE && possible(extent) == 1 << width)
                .mapToDouble(Extent::below)
                .sorted()
                .toArray();
        return limits.length < 3 ? Double.MAX_VALUE : limits[limits.length / 2];
    }
}
