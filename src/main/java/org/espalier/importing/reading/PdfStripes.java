package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tables of which every other row is shaded: each shaded row is drawn as a grid of its own, and the rows between them,
 * above the first and below the last are known by standing in the same columns.
 */
final class PdfStripes {

    private static final double NEAR = 6;
    private static final double GAP = 0.8;
    private static final double REACH = 2.2;
    private static final double TALLEST_ROW = 60;
    private static final double LARGER = 1.12;

    private final List<PdfWord> words;

    private PdfStripes(List<PdfWord> words) {
        this.words = words;
    }

    /** The grids with those joined that are stripes of one table, top to bottom. */
    static List<PdfGrid> joined(List<PdfGrid> grids, List<PdfWord> words) {
        var stripes = new PdfStripes(words);
        var joined = new ArrayList<PdfGrid>();
        var sorted = new ArrayList<>(grids);
        sorted.sort(Comparator.comparingDouble(grid -> grid.box().y0()));
        for (var grid : sorted) {
            if (!joined.isEmpty() && stripes.belong(joined.getLast(), grid)) {
                joined.add(stripes.with(joined.removeLast(), grid));
            } else {
                joined.add(grid);
            }
        }
        joined.replaceAll(grid -> striped(grid, grids) ? stripes.extended(grid) : grid);
        return joined;
    }

    /** Whether a grid is a stripe, or was made of stripes. */
    private static boolean striped(PdfGrid grid, List<PdfGrid> drawn) {
        return grid.rows().size() == 1 || !drawn.contains(grid);
    }

    private boolean belong(PdfGrid above, PdfGrid below) {
        return sameColumns(above, below)
                && (above.rows().size() == 1 || below.rows().size() == 1)
                && row(between(above, above.box().y1(), below.box().y0()), above);
    }

    private static boolean sameColumns(PdfGrid one, PdfGrid other) {
        return one.columnStarts().size() == other.columnStarts().size()
                && Math.abs(one.box().x1() - other.box().x1()) < NEAR
                && IntStream.range(0, one.columnStarts().size())
                        .allMatch(i -> Math.abs(one.columnStarts().get(i)
                                        - other.columnStarts().get(i))
                                < NEAR);
    }

    private List<PdfWord> between(PdfGrid grid, double top, double foot) {
        return words.stream()
                .filter(PdfWord::level)
                .filter(word -> word.box().middleY() > top && word.box().middleY() < foot)
                .filter(word -> word.box().middleX() > grid.box().x0()
                        && word.box().middleX() < grid.box().x1())
                .toList();
    }

    /** Whether these words stand in two or more columns, clear of the edges between them, and none is a heading's. */
    private boolean row(List<PdfWord> row, PdfGrid grid) {
        var starts = grid.columnStarts();
        var filled =
                row.stream().mapToInt(word -> column(starts, word)).distinct().count();
        var usual = between(grid, grid.box().y0(), grid.box().y1()).stream()
                .mapToDouble(PdfWord::size)
                .max()
                .orElse(0);
        return filled >= 2
                && row.stream().allMatch(word -> word.size() < usual * LARGER)
                && row.stream().allMatch(word -> clear(word, row, starts));
    }

    private static boolean clear(PdfWord word, List<PdfWord> row, List<Double> starts) {
        var column = column(starts, word);
        var end = column + 1 < starts.size() ? starts.get(column + 1) : Double.MAX_VALUE;
        return word.box().x0() >= starts.get(column) - 1
                && word.box().x1() <= end + 1
                && row.stream()
                        .filter(other ->
                                Math.abs(other.box().middleY() - word.box().middleY()) < word.size() / 2)
                        .filter(other -> column(starts, other) > column)
                        .allMatch(other -> other.box().x0() - word.box().x1() > word.size() * GAP);
    }

    private static int column(List<Double> starts, PdfWord word) {
        var column = 0;
        while (column + 1 < starts.size() && word.box().middleX() >= starts.get(column + 1)) {
            column++;
        }
        return column;
    }

    private PdfGrid with(PdfGrid above, PdfGrid below) {
        var rows = new ArrayList<>(above.rows());
        var starts = new ArrayList<>(above.rowStarts());
        rows.add(cells(above, above.box().y1(), below.box().y0()));
        starts.add(above.box().y1());
        rows.addAll(below.rows());
        starts.addAll(below.rowStarts());
        return new PdfGrid(above.box().with(below.box()), above.columnStarts(), starts, rows);
    }

    private static List<PdfGrid.Cell> cells(PdfGrid grid, double top, double foot) {
        var starts = grid.columnStarts();
        return IntStream.range(0, starts.size())
                .mapToObj(i -> new PdfGrid.Cell(
                        new PdfBox(
                                starts.get(i),
                                top,
                                i + 1 < starts.size()
                                        ? starts.get(i + 1)
                                        : grid.box().x1(),
                                foot),
                        1,
                        1,
                        false))
                .toList();
    }

    /** The grid with the row above its first stripe and the one below its last. */
    private PdfGrid extended(PdfGrid grid) {
        var box = grid.box();
        var top = edge(grid, box.y0(), -1);
        var foot = edge(grid, box.y1(), 1);
        var rows = new ArrayList<>(grid.rows());
        var starts = new ArrayList<>(grid.rowStarts());
        if (top < box.y0()) {
            rows.addFirst(cells(grid, top, box.y0()));
            starts.addFirst(top);
        }
        if (foot > box.y1()) {
            rows.add(cells(grid, box.y1(), foot));
            starts.add(box.y1());
        }
        return new PdfGrid(new PdfBox(box.x0(), top, box.x1(), foot), grid.columnStarts(), starts, rows);
    }

    /** How far the row beyond this edge reaches; the edge itself when none stands there. */
    private double edge(PdfGrid grid, double from, int way) {
        var edge = from;
        var reach = REACH;
        while (true) {
            var nearest = edge;
            for (var word : words) {
                var near = way < 0 ? word.box().y1() : word.box().y0();
                var far = way < 0 ? word.box().y0() - 1 : word.box().y1() + 1;
                var away = (near - edge) * way;
                if (away > -word.size() / 2 && away < word.size() * reach && (far - nearest) * way > 0) {
                    nearest = far;
                }
            }
            if (nearest == edge || Math.abs(nearest - from) > TALLEST_ROW) {
                break;
            }
            edge = nearest;
            reach = 0.5;
        }
        var row = between(grid, Math.min(from, edge), Math.max(from, edge));
        return row(row, grid) ? edge : from;
    }
}
