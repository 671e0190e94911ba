package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table without rules, seen by the left edges of its columns: those of its header, at which cell after cell begins however
 * little white there is before it. Lines that run across the columns, such as the name of the group whose rows follow, are
 * part of it.
 *
 * @param starts where the columns begin, from left to right
 * @param levels the lines, cut at the columns; one that runs across is in one piece
 * @param end the first level of the page that is no part of it
 */
record PdfColumns(List<Double> starts, List<List<PdfLine>> levels, int end) {
    private static final double NEAR = 2;
    private static final double LABEL = 25;
    private static final double SPACE = 0.4;
    private static final int FEWEST = 3;
    private static final int FEWEST_ROWS = 3;
    private static final double MOST_WHITE = 4;

    /** The table whose header is the line at this level, if there is one. */
    static Optional<PdfColumns> at(List<List<PdfLine>> levels, int from) {
        var header = levels.get(from);
        if (header.size() < FEWEST - 1) {
            return Optional.empty();
        }
        var starts =
                new ArrayList<>(header.stream().map(line -> line.box().x0()).toList());
        labels(levels, from, starts.getFirst()).ifPresent(left -> starts.addFirst(left));
        if (starts.size() < FEWEST) {
            return Optional.empty();
        }
        var taken = new ArrayList<List<PdfLine>>();
        taken.add(header);
        var end = from + 1;
        for (var i = from + 1; i < levels.size() && !farBelow(levels, i); i++) {
            var cut = cut(levels.get(i), starts);
            if (!fits(cut, starts)) {
                if (!across(levels.get(i), starts, header) || !goesOn(levels, i + 1, starts)) {
                    break;
                }
                cut = levels.get(i);
            }
            taken.add(cut);
            end = i + 1;
        }
        var found = new PdfColumns(List.copyOf(starts), taken, end);
        return found.isTable() ? Optional.of(found) : Optional.empty();
    }

    /** Whether this line of the table runs across its columns. */
    boolean across(int level) {
        return !fits(levels.get(level), starts);
    }

    /** Several lines of several cells, which begin at each of the columns again and again. */
    private boolean isTable() {
        var several = levels.stream().skip(1).filter(level -> level.size() > 1).count();
        var met = starts.stream()
                .filter(start -> levels.stream()
                                .flatMap(List::stream)
                                .filter(line -> Math.abs(line.box().x0() - start) <= NEAR)
                                .count()
                        >= FEWEST_ROWS)
                .count();
        return several >= FEWEST_ROWS - 1 && met == starts.size();
    }

    /** Where the labels stand that have no heading of their own, left of the first heading. */
    private static Optional<Double> labels(List<List<PdfLine>> levels, int from, double first) {
        return levels.subList(from + 1, levels.size()).stream()
                .filter(level -> level.size() > 1 && level.getFirst().box().x0() < first - LABEL)
                .map(level -> level.getFirst().box().x0())
                .findFirst();
    }

    private static boolean farBelow(List<List<PdfLine>> levels, int index) {
        var line = levels.get(index).getFirst();
        return line.box().y0() - levels.get(index - 1).getFirst().box().y1() > line.size() * MOST_WHITE;
    }

    /** The pieces of a line, cut once more where a word begins at a column and is not merely the next word. */
    private static List<PdfLine> cut(List<PdfLine> level, List<Double> starts) {
        var pieces = new ArrayList<PdfLine>();
        for (var line : level) {
            var open = new ArrayList<PdfWord>();
            for (var word : line.words()) {
                if (!open.isEmpty()
                        && word.box().x0() - open.getLast().box().x1() > SPACE * word.size()
                        && starts.stream().anyMatch(start -> Math.abs(word.box().x0() - start) <= NEAR)) {
                    pieces.add(PdfLine.of(line.page(), open));
                    open.clear();
                }
                open.add(word);
            }
            pieces.add(PdfLine.of(line.page(), open));
        }
        return pieces;
    }

    /** Whether every piece stands within one column. */
    private static boolean fits(List<PdfLine> level, List<Double> starts) {
        return level.stream().allMatch(line -> {
            var column = column(line, starts);
            return column >= 0 && (column + 1 == starts.size() || line.box().x1() < starts.get(column + 1));
        });
    }

    private static int column(PdfLine line, List<Double> starts) {
        var column = -1;
        while (column + 1 < starts.size() && line.box().x0() >= starts.get(column + 1) - NEAR) {
            column++;
        }
        return column;
    }

    private static boolean across(List<PdfLine> level, List<Double> starts, List<PdfLine> header) {
        var line = level.getFirst();
        return level.size() == 1
                && Math.abs(line.box().x0() - starts.getFirst()) <= NEAR
                && line.size() <= header.getFirst().size() * 1.3
                && HeadingLook.alike(line.text());
    }

    private static boolean goesOn(List<List<PdfLine>> levels, int next, List<Double> starts) {
        if (next >= levels.size()) {
            return false;
        }
        var cut = cut(levels.get(next), starts);
        return cut.size() > 1 && fits(cut, starts);
    }
}
