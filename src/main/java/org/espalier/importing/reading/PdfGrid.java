package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.espalier.importing.reading.PdfPage.Rule;

/** The cells that rules draw on a page; rules that are missing between two cells make them one. */
record PdfGrid(PdfBox box, List<Double> columnStarts, List<Double> rowStarts, List<List<Cell>> rows) {

    private static final double NEAR = 3;
    private static final double SHORTEST = 6;
    private static final int FEWEST_UPRIGHT = 3;
    private static final int MOST_UPRIGHT = 1000;
    private static final int MOST_CELLS = 50_000;

    /** A cell at its first place, or what a cell covers beside it, which has no box. */
    record Cell(PdfBox box, int columns, int rows, boolean covered) {}

    /** The words of each cell by its first place, in the order they came in. */
    Map<PdfBox, List<PdfWord>> wordsByCell(List<PdfWord> words) {
        var byCell = new HashMap<PdfBox, List<PdfWord>>();
        for (var word : words) {
            if (box.holds(word.box().middleX(), word.box().middleY())) {
                var cell = rows.get(place(rowStarts, word.box().middleY()))
                        .get(place(columnStarts, word.box().middleX()));
                byCell.computeIfAbsent(cell.box(), key -> new ArrayList<>()).add(word);
            }
        }
        return byCell;
    }

    private static int place(List<Double> starts, double at) {
        var found = Collections.binarySearch(starts, at);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    /** The grids of at least two columns that these rules draw. */
    static List<PdfGrid> of(List<Rule> rules) {
        var upright = merged(rules.stream().filter(rule -> !rule.horizontal()).toList(), false);
        var level = merged(
                Stream.concat(rules.stream().filter(Rule::horizontal), openEnds(upright).stream())
                        .toList(),
                true);
        if (upright.isEmpty() || level.isEmpty() || (long) upright.size() * level.size() > 4_000_000) {
            return List.of();
        }
        var group = new int[level.size() + upright.size()];
        Arrays.setAll(group, i -> i);
        for (var h = 0; h < level.size(); h++) {
            for (var v = 0; v < upright.size(); v++) {
                if (touch(level.get(h), upright.get(v))) {
                    group[root(group, h)] = root(group, level.size() + v);
                }
            }
        }
        var groups = new TreeMap<Integer, List<Rule>>();
        for (var i = 0; i < group.length; i++) {
            groups.computeIfAbsent(root(group, i), key -> new ArrayList<>())
                    .add(i < level.size() ? level.get(i) : upright.get(i - level.size()));
        }
        var grids = new ArrayList<PdfGrid>();
        for (var members : groups.values()) {
            var grid = grid(members);
            if (grid != null) {
                grids.add(grid);
            }
        }
        return grids.stream()
                .filter(grid -> grids.stream()
                        .noneMatch(other -> other != grid
                                && other.box.width() * other.box.height() >= grid.box.width() * grid.box.height()
                                && other.box.holds(grid.box.middleX(), grid.box.middleY())))
                .toList();
    }

    /** A page may cut a table without a rule at the cut: there, three or more upright rules begin or end together. */
    private static List<Rule> openEnds(List<Rule> upright) {
        var ends = new ArrayList<Rule>();
        for (var rule : upright.size() > MOST_UPRIGHT ? List.<Rule>of() : upright) {
            var alike = upright.stream()
                    .filter(other -> Math.abs(other.y0() - rule.y0()) < NEAR && Math.abs(other.y1() - rule.y1()) < NEAR)
                    .toList();
            if (alike.size() >= FEWEST_UPRIGHT && alike.getFirst() == rule) {
                var x0 = alike.stream().mapToDouble(Rule::x0).min().orElse(0);
                var x1 = alike.stream().mapToDouble(Rule::x0).max().orElse(0);
                ends.add(new Rule(x0, rule.y0(), x1, rule.y0()));
                ends.add(new Rule(x0, rule.y1(), x1, rule.y1()));
            }
        }
        return ends;
    }

    private static boolean touch(Rule h, Rule v) {
        return v.x0() > h.x0() - NEAR && v.x0() < h.x1() + NEAR && h.y0() > v.y0() - NEAR && h.y0() < v.y1() + NEAR;
    }

    private static int root(int[] group, int i) {
        while (group[i] != i) {
            group[i] = group[group[i]];
            i = group[i];
        }
        return i;
    }

    /** Rules on one line that meet, as one. */
    private static List<Rule> merged(List<Rule> rules, boolean horizontal) {
        var sorted = new ArrayList<>(rules);
        sorted.sort((a, b) -> {
            var across = horizontal ? Double.compare(a.y0(), b.y0()) : Double.compare(a.x0(), b.x0());
            return across;
        });
        var merged = new ArrayList<Rule>();
        for (var rule : sorted) {
            var found = false;
            for (var i = merged.size() - 1; i >= 0 && !found; i--) {
                var other = merged.get(i);
                var apart = horizontal ? rule.y0() - other.y0() : rule.x0() - other.x0();
                if (apart > 1.5) {
                    break;
                }
                var meet = horizontal
                        ? rule.x0() <= other.x1() + NEAR && rule.x1() >= other.x0() - NEAR
                        : rule.y0() <= other.y1() + NEAR && rule.y1() >= other.y0() - NEAR;
                if (meet) {
                    merged.set(
                            i,
                            horizontal
                                    ? new Rule(
                                            Math.min(rule.x0(), other.x0()),
                                            other.y0(),
                                            Math.max(rule.x1(), other.x1()),
                                            other.y0())
                                    : new Rule(
                                            other.x0(),
                                            Math.min(rule.y0(), other.y0()),
                                            other.x0(),
                                            Math.max(rule.y1(), other.y1())));
                    found = true;
                }
            }
            if (!found) {
                merged.add(rule);
            }
        }
        return merged.stream()
                .filter(rule -> Math.max(rule.x1() - rule.x0(), rule.y1() - rule.y0()) >= SHORTEST)
                .toList();
    }

    private static @org.jspecify.annotations.Nullable PdfGrid grid(List<Rule> rules) {
        var level = rules.stream().filter(Rule::horizontal).toList();
        var upright = rules.stream().filter(rule -> !rule.horizontal()).toList();
        if (level.size() < 2 || upright.isEmpty()) {
            return null;
        }
        var xs = new ArrayList<Double>();
        var ys = new ArrayList<Double>();
        upright.forEach(rule -> xs.add(rule.x0()));
        level.forEach(rule -> {
            xs.add(rule.x0());
            xs.add(rule.x1());
            ys.add(rule.y0());
        });
        upright.forEach(rule -> {
            ys.add(rule.y0());
            ys.add(rule.y1());
        });
        var x = distinct(xs);
        var y = distinct(ys);
        if (x.length < 3 || y.length < 2) {
            return null;
        }
        Limits.columns(x.length - 1);
        if ((long) x.length * y.length > MOST_CELLS) {
            return null;
        }
        return new PdfGrid(
                new PdfBox(x[0], y[0], x[x.length - 1], y[y.length - 1]),
                starts(x),
                starts(y),
                cells(x, y, level, upright));
    }

    private static List<Double> starts(double[] edges) {
        return Arrays.stream(edges, 0, edges.length - 1).boxed().toList();
    }

    private static double[] distinct(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var distinct = new ArrayList<Double>();
        for (var value : sorted) {
            if (distinct.isEmpty() || value - distinct.getLast() > NEAR * 1.5) {
                distinct.add(value);
            }
        }
        return distinct.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<List<Cell>> cells(double[] x, double[] y, List<Rule> level, List<Rule> upright) {
        var columns = x.length - 1;
        var rows = y.length - 1;
        var part = new int[rows * columns];
        Arrays.setAll(part, i -> i);
        var edges = near(x, upright, Rule::x0);
        var feet = near(y, level, Rule::y0);
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                var midX = (x[column] + x[column + 1]) / 2;
                var midY = (y[row] + y[row + 1]) / 2;
                if (column + 1 < columns
                        && edges.get(column + 1).stream().noneMatch(rule -> rule.y0() <= midY && rule.y1() >= midY)) {
                    part[root(part, row * columns + column + 1)] = root(part, row * columns + column);
                }
                if (row + 1 < rows
                        && feet.get(row + 1).stream().noneMatch(rule -> rule.x0() <= midX && rule.x1() >= midX)) {
                    part[root(part, (row + 1) * columns + column)] = root(part, row * columns + column);
                }
            }
        }
        return cells(x, y, part);
    }

    /** The rules that stand at each of these places. */
    private static List<List<Rule>> near(double[] places, List<Rule> rules, ToDoubleFunction<Rule> place) {
        var near = new ArrayList<List<Rule>>();
        for (var at : places) {
            near.add(rules.stream()
                    .filter(rule -> Math.abs(place.applyAsDouble(rule) - at) < NEAR * 1.5)
                    .toList());
        }
        return near;
    }

    private static List<List<Cell>> cells(double[] x, double[] y, int[] part) {
        var columns = x.length - 1;
        var last = new TreeMap<Integer, int[]>();
        for (var i = 0; i < part.length; i++) {
            var place = new int[] {i / columns, i % columns};
            last.merge(root(part, i), place, (a, b) -> new int[] {Math.max(a[0], b[0]), Math.max(a[1], b[1])});
        }
        var first = new HashMap<Integer, int[]>();
        var cells = new ArrayList<List<Cell>>();
        for (var row = 0; row < y.length - 1; row++) {
            var line = new ArrayList<Cell>();
            for (var column = 0; column < columns; column++) {
                var whole = root(part, row * columns + column);
                var place = new int[] {row, column};
                var start = first.computeIfAbsent(whole, key -> place);
                var end = last.getOrDefault(whole, place);
                var covered = start[0] != row || start[1] != column;
                line.add(new Cell(
                        new PdfBox(x[start[1]], y[start[0]], x[end[1] + 1], y[end[0] + 1]),
                        covered ? 1 : end[1] - column + 1,
                        covered ? 1 : end[0] - row + 1,
                        covered));
            }
            cells.add(line);
        }
        return cells;
    }
}
