package org.espalier.importing.recognising;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private static final double STRANGER = 0.06;
    private static final double CLEARLY_EARLY = 0.8;
    private static final double ROOM_TO_FIT = 0.35;
    private static final int FEWEST_MEMBERS = 3;

    ColumnWidths {
        widths = List.copyOf(widths);
    }

    /** How wide a column the lines of one item needed, and how wide a column would have wrapped them otherwise. */
    private record Extent(double least, double below) {
        boolean fits(double width) {
            return fits(width, SLACK);
        }

        boolean fits(double width, double slack) {
            return least <= width * (1 + slack) && below > width * (1 - slack);
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
        return new Extent(least, breaks(type, lines).min().orElse(Double.MAX_VALUE));
    }

    /** For each line break how wide the line would have been with the next word on it. */
    private static DoubleStream breaks(TypeWidth type, List<String> lines) {
        return IntStream.range(0, lines.size() - 1)
                .mapToDouble(i -> type.of(withNextWord(lines.get(i), lines.get(i + 1))));
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
        var fitting = new long[GRID][(extents.size() + 63) / 64];
        for (var e = 0; e < extents.size(); e++) {
            for (var g = 0; g < GRID; g++) {
                if (extents.get(e).fits(grid[g])) {
                    fitting[g][e / 64] |= 1L << e;
                }
            }
        }
        return new Search(grid, fitting).best(new int[count], 0, 0);
    }

    /** Tries all choices of widths from a grid; for each width one bit says of each item whether it fits. */
    private static final class Search {
        private final double[] grid;
        private final long[][] fitting;
        private int most = -1;
        private double[] best = {};

        Search(double[] grid, long[][] fitting) {
            this.grid = grid;
            this.fitting = fitting;
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
            var explained = 0;
            for (var word = 0; word < fitting[0].length; word++) {
                var any = 0L;
                for (var g : chosen) {
                    any |= fitting[g][word];
                }
                explained += Long.bitCount(any);
            }
            if (explained > most) {
                most = explained;
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
     * The widest that a column of this width can be, for a heading that stands on one line in it: a little more than its
     * longest line, or than what two fifths of its items were already too wide for.
     */
    double widest(int width, List<Unit> units) {
        var members =
                wrapped(units).filter(extent -> possible(extent) == 1 << width).toList();
        if (members.size() < FEWEST_MEMBERS) {
            return Double.MAX_VALUE;
        }
        var longest = members.stream().mapToDouble(Extent::least).max().orElseThrow();
        var limits = members.stream().mapToDouble(Extent::below).sorted().toArray();
        return Math.max(longest * 1.05, limits[limits.length * 2 / 5]);
    }

    /**
     * Whether the unit seems to stand in a narrow column because of a single line break that left little more room than a
     * typesetter sometimes leaves in a wider one.
     */
    boolean restsOnOneBreak(Unit unit) {
        var possible = possible(unit);
        var width = Integer.numberOfTrailingZeros(possible);
        if (Integer.bitCount(possible) != 1 || width + 1 == widths.size()) {
            return false;
        }
        var wider = widths.get(width + 1);
        var telling = unit.items().stream()
                .flatMapToDouble(lines -> breaks(type, lines))
                .filter(below -> below <= (widths.get(width) + wider) / 2)
                .toArray();
        return telling.length < 2 && Arrays.stream(telling).noneMatch(below -> below <= wider * CLEARLY_EARLY);
    }

    /**
     * The highest share of strangers in a width: items that could stand in no other width, and do not fit this one well
     * either. Many of them mean that the columns have more widths than were found.
     */
    double strangers(List<Unit> units) {
        return IntStream.range(0, widths.size())
                .mapToDouble(w -> strangers(units, w))
                .max()
                .orElse(0);
    }

    private double strangers(List<Unit> units, int width) {
        var members =
                wrapped(units).filter(extent -> possible(extent) == 1 << width).toList();
        var strangers = members.stream()
                .filter(extent -> !extent.fits(widths.get(width), STRANGER))
                .count();
        return strangers / Math.max(1.0, members.size());
    }

    /** The share of wrapped items that fit no width: someone's hand must have broken their lines. */
    double contradictory(List<Unit> units) {
        var wrapped = wrapped(units).toList();
        return wrapped.stream().filter(extent -> possible(extent) == 0).count() / Math.max(1.0, wrapped.size());
    }

    private Stream<Extent> wrapped(List<Unit> units) {
        return units.stream()
                .flatMap(unit -> unit.items().stream())
                .map(lines -> extent(type, lines))
                .filter(extent -> extent.below < Double.MAX_VALUE);
    }
}
