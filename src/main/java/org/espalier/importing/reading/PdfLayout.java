package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.importing.outline.Block;
import org.espalier.importing.reading.OutlineBuilder.CellDraft;
import org.espalier.importing.reading.PdfPage.Rule;

/** A page in reading order: columns one after the other, tables drawn with rules or with white space as tables. */
final class PdfLayout {

    /** A part of a page. */
    sealed interface Part {
        record Text(List<PdfParagraphs.Paragraph> paragraphs) implements Part {}

        record Table(List<List<CellDraft>> rows, List<Double> columns, double top) implements Part {}
    }

    private static final double COLUMN_GAP = 1.1;
    private static final double NARROWEST = 5;
    private static final double LARGER = 1.12;
    private static final int MOST_TEXT_COLUMNS = 3;
    private static final int FEWEST_LINES = 5;
    private static final double A_LITTLE = 0.25;

    private final PdfPage page;
    private final List<Part> parts = new ArrayList<>();

    private PdfLayout(PdfPage page) {
        this.page = page;
    }

    /** The parts of a page, made of the words that are no furniture. */
    static List<Part> of(PdfPage page, List<PdfWord> words) {
        var layout = new PdfLayout(page);
        layout.read(
                words.stream().filter(PdfWord::level).toList(),
                words.stream().filter(word -> !word.level()).toList());
        return layout.parts;
    }

    private void read(List<PdfWord> words, List<PdfWord> turned) {
        var grids = new ArrayList<>(PdfGrid.of(page.rules()));
        grids.removeIf(grid -> words.stream().noneMatch(word -> inside(grid, word)));
        var tables = PdfStripes.joined(grids, words);
        var free = words.stream()
                .filter(word -> tables.stream().noneMatch(grid -> inside(grid, word)))
                .toList();
        var from = Double.NEGATIVE_INFINITY;
        for (var grid : tables) {
            var top = from;
            zone(free.stream()
                    .filter(word -> word.box().middleY() > top
                            && word.box().middleY() <= grid.box().y0())
                    .toList());
            var all = new ArrayList<>(words);
            all.addAll(turned);
            parts.add(table(grid, all));
            from = Math.max(from, grid.box().y0());
        }
        var top = from;
        zone(free.stream().filter(word -> word.box().middleY() > top).toList());
    }

    private static boolean inside(PdfGrid grid, PdfWord word) {
        return grid.box().holds(word.box().middleX(), word.box().middleY());
    }

    private Part.Table table(PdfGrid grid, List<PdfWord> words) {
        var rows = new ArrayList<List<CellDraft>>();
        var byCell = grid.wordsByCell(words);
        for (var row : grid.rows()) {
            var cells = new ArrayList<CellDraft>();
            for (var cell : row) {
                cells.add(
                        cell.covered()
                                ? CellDraft.BLANK
                                : new CellDraft(
                                        cellLines(byCell.getOrDefault(cell.box(), List.of()), cell.box()),
                                        cell.columns(),
                                        cell.rows(),
                                        false));
            }
            rows.add(cells);
        }
        return new Part.Table(rows, grid.columnStarts(), grid.box().y0());
    }

    private List<Block.Line> cellLines(List<PdfWord> words, PdfBox cell) {
        var lines = new ArrayList<Block.Line>();
        var level = words.stream().filter(PdfWord::level).toList();
        if (!level.isEmpty()) {
            var made = PdfLine.of(page.number(), level, Double.MAX_VALUE);
            var left = made.stream().mapToDouble(line -> line.box().x0()).min().orElse(cell.x0());
            var right = cell.x1() - Math.clamp(left - cell.x0(), 0, 12);
            for (var paragraph : PdfParagraphs.of(made, right, true, page.dots())) {
                lines.add(new Block.Line(1, paragraph.text(), paragraph.marker));
            }
        }
        var turned =
                words.stream().filter(word -> !word.level()).map(PdfWord::text).collect(Collectors.joining(" "));
        if (!turned.isEmpty()) {
            lines.add(new Block.Line(1, turned));
        }
        return lines;
    }

    /** Words outside drawn tables: bands of lines, each with its own gutters. */
    private void zone(List<PdfWord> words) {
        if (words.isEmpty()) {
            return;
        }
        var levels = levels(PdfLine.of(page.number(), words, COLUMN_GAP));
        var open = new ArrayList<PdfLine>();
        var at = 0;
        while (at < levels.size()) {
            var table = PdfColumns.at(levels, at).filter(found -> !isText(found));
            if (table.isPresent()) {
                text(open);
                open.clear();
                parts.add(table(table.get()));
                at = table.get().end();
                continue;
            }
            var end = bandEnd(levels, at);
            var band = levels.subList(at, end);
            if (end - at < 2 || band.stream().filter(level -> level.size() > 1).count() < 2) {
                open.add(whole(levels.get(at)));
                at++;
            } else {
                var above = besideBand(open, band);
                text(open.subList(0, open.size() - above));
                band(levels.subList(at - above, end));
                open.clear();
                at = end;
            }
        }
        text(open);
    }

    /** How many of the lines above a band stand to the right of its first gutter, at the top of a further column. */
    private static int besideBand(List<PdfLine> above, List<List<PdfLine>> band) {
        var second = columns(band).size() < 2 ? Double.MAX_VALUE : columns(band).get(1) - 2;
        var count = 0;
        for (var i = 1; i <= above.size(); i++) {
            if (above.get(above.size() - i).box().x0() >= second) {
                count = i;
            } else if (above.get(above.size() - i).box().x1() >= second) {
                break;
            }
        }
        return count;
    }

    private PdfLine whole(List<PdfLine> level) {
        return level.size() == 1
                ? level.getFirst()
                : PdfLine.of(
                        page.number(),
                        level.stream().flatMap(line -> line.words().stream()).toList());
    }

    private void text(List<PdfLine> lines) {
        if (!lines.isEmpty()) {
            var right =
                    lines.stream().mapToDouble(line -> line.box().x1()).max().orElse(0);
            parts.add(new Part.Text(PdfParagraphs.of(lines, right, false, page.dots())));
        }
    }

    /** The pieces of a line that gaps hold apart, line by line. */
    private static List<List<PdfLine>> levels(List<PdfLine> lines) {
        var levels = new ArrayList<List<PdfLine>>();
        for (var line : lines) {
            var same = !levels.isEmpty()
                    && line.box().x0() > levels.getLast().getLast().box().x1()
                    && Math.abs(line.box().middleY()
                                    - levels.getLast().getLast().box().middleY())
                            < line.size() * 0.45;
            if (same) {
                levels.getLast().add(line);
            } else {
                levels.add(new ArrayList<>(List.of(line)));
            }
        }
        return levels;
    }

    /** Where the lines end that share a gutter with this one. */
    private int bandEnd(List<List<PdfLine>> levels, int from) {
        var gutters = gaps(levels.get(from));
        var end = from + 1;
        var last = from + 1;
        while (end < levels.size() && !gutters.isEmpty()) {
            var next = levels.get(end);
            var white = next.getFirst().box().y0()
                    - levels.get(end - 1).getFirst().box().y1();
            if (next.size() == 1
                    && (white > next.getFirst().size() * 2.5 || headsWhatFollows(levels.get(from), next.getFirst()))) {
                break;
            }
            gutters = narrowed(gutters, next);
            end++;
            if (!gutters.isEmpty()) {
                last = next.size() > 1 || white < next.getFirst().size() * 0.9 ? end : last;
            }
        }
        return last;
    }

    /** Whether a line is a heading below a table with rules between its rows, and no part of a column. */
    private boolean headsWhatFollows(List<PdfLine> first, PdfLine line) {
        var left = first.getFirst().box();
        var right = first.getLast().box();
        return line.size() >= first.getFirst().size() * LARGER
                && line.box().x0() <= left.x0() + 2
                && page.rules().stream()
                        .anyMatch(rule -> rule.horizontal()
                                && rule.y0() > left.y0()
                                && rule.y0() < line.box().y0()
                                && rule.x1() > left.x0() + NARROWEST
                                && rule.x0() < right.x1() - NARROWEST);
    }

    private static List<double[]> gaps(List<PdfLine> level) {
        var gaps = new ArrayList<double[]>();
        for (var i = 1; i < level.size(); i++) {
            gaps.add(new double[] {
                level.get(i - 1).box().x1(), level.get(i).box().x0()
            });
        }
        return gaps;
    }

    private static List<double[]> narrowed(List<double[]> gutters, List<PdfLine> level) {
        var left = new ArrayList<double[]>();
        for (var gutter : gutters) {
            var x0 = gutter[0];
            var x1 = gutter[1];
            for (var line : level) {
                if (line.box().x1() <= (x0 + x1) / 2
                        || (line.box().x0() < x0 && line.box().x1() < x1)) {
                    x0 = Math.max(x0, line.box().x1());
                } else if (line.box().x0() >= (x0 + x1) / 2
                        || (line.box().x0() > x0 && line.box().x1() > x1)) {
                    x1 = Math.min(x1, line.box().x0());
                } else if (line.box().x1() > x0 && line.box().x0() < x1) {
                    x1 = x0;
                }
            }
            if (x1 - x0 >= NARROWEST) {
                left.add(new double[] {x0, x1});
            }
        }
        return left;
    }

    private boolean isText(PdfColumns table) {
        var columns = columns(table.levels(), table.starts());
        return (prose(columns) || sections(columns)) && !ruled(table.levels());
    }

    private Part.Table table(PdfColumns table) {
        var rows = new ArrayList<List<CellDraft>>();
        var rowGap = rowGap(table.levels());
        var open = new ArrayList<List<PdfLine>>();
        for (var i = 0; i < table.levels().size(); i++) {
            var level = table.levels().get(i);
            if (table.across(i)) {
                close(open, table.starts(), rowGap, rows);
                var cells = new ArrayList<CellDraft>();
                cells.add(new CellDraft(
                        List.of(new Block.Line(1, level.getFirst().text())),
                        table.starts().size(),
                        1,
                        false));
                while (cells.size() < table.starts().size()) {
                    cells.add(CellDraft.BLANK);
                }
                rows.add(cells);
            } else {
                open.add(level);
            }
        }
        close(open, table.starts(), rowGap, rows);
        return new Part.Table(
                rows, table.starts(), table.levels().getFirst().getFirst().box().y0());
    }

    private void close(List<List<PdfLine>> open, List<Double> starts, double rowGap, List<List<CellDraft>> rows) {
        if (!open.isEmpty()) {
            rows.addAll(rows(open, starts, rowGap));
            open.clear();
        }
    }

    private static List<List<PdfLine>> columns(List<List<PdfLine>> levels, List<Double> starts) {
        var columns = new ArrayList<List<PdfLine>>();
        starts.forEach(start -> columns.add(new ArrayList<>()));
        for (var level : levels) {
            for (var line : level) {
                columns.get(column(starts, line)).add(line);
            }
        }
        return columns;
    }

    private void band(List<List<PdfLine>> levels) {
        var starts = columns(levels);
        var columns = columns(levels, starts);
        if ((prose(columns) || sections(columns)) && !ruled(levels)) {
            columns.forEach(this::text);
        } else {
            parts.add(new Part.Table(
                    rows(levels, starts, rowGap(levels)),
                    starts,
                    levels.getFirst().getFirst().box().y0()));
        }
    }

    /** Where columns begin: left edges that no line, or hardly any, crosses. */
    private static List<Double> columns(List<List<PdfLine>> levels) {
        var lines = levels.stream().flatMap(List::stream).toList();
        var edges = lines.stream().map(line -> line.box().x0()).sorted().toList();
        var starts = new ArrayList<Double>();
        for (var edge : edges) {
            var crossing = lines.stream()
                    .filter(line -> line.box().x0() < edge - 1 && line.box().x1() > edge - NARROWEST / 2)
                    .count();
            var near = !starts.isEmpty() && edge - starts.getLast() < NARROWEST;
            if (!near && (starts.isEmpty() || crossing <= levels.size() * 0.15)) {
                starts.add(edge);
            }
        }
        Limits.columns(starts.size());
        return starts;
    }

    private static int column(List<Double> starts, PdfLine line) {
        var column = 0;
        while (column + 1 < starts.size() && line.box().x0() >= starts.get(column + 1) - 2) {
            column++;
        }
        return column;
    }

    /** Whether columns are running text side by side: long, of like width, and filled to their right edge. */
    private static boolean prose(List<List<PdfLine>> columns) {
        var widths = columns.stream().map(PdfLayout::width).toList();
        var widest = widths.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        for (var i = 0; i < columns.size(); i++) {
            var width = widths.get(i);
            var full = columns.get(i).stream()
                    .filter(line -> line.box().width() > width * 0.8)
                    .count();
            if (columns.get(i).size() < 5 || full < columns.get(i).size() * 0.45 || width < widest * 0.5) {
                return false;
            }
        }
        return columns.size() <= 4 && !commonGaps(columns);
    }

    /** Whether columns hold parts of a text rather than cells: headings within them, or lists in each of them. */
    private static boolean sections(List<List<PdfLine>> columns) {
        var widest = columns.stream().mapToDouble(PdfLayout::width).max().orElse(0);
        var alike = columns.size() <= MOST_TEXT_COLUMNS
                && columns.stream().allMatch(column -> column.size() >= FEWEST_LINES && width(column) >= widest * 0.5);
        var smallest = columns.stream()
                .flatMap(List::stream)
                .mapToDouble(PdfLine::size)
                .min()
                .orElse(0);
        var headed = columns.stream()
                .filter(column -> column.stream().skip(2).anyMatch(line -> line.size() >= smallest * LARGER))
                .count();
        var listed = columns.stream().allMatch(column -> bullets(column) >= 2);
        return alike && !commonGaps(columns) && (headed * 2 >= columns.size() || listed);
    }

    private static long bullets(List<PdfLine> column) {
        return column.stream()
                .filter(line -> Bullet.at(line.text()).filter(Bullet::sure).isPresent())
                .count();
    }

    private static double width(List<PdfLine> column) {
        var x0 = column.stream().mapToDouble(line -> line.box().x0()).min().orElse(0);
        var x1 = column.stream().mapToDouble(line -> line.box().x1()).max().orElse(0);
        return x1 - x0;
    }

    /** Whether paragraphs end at the same heights in all columns, as rows of a table do. */
    private static boolean commonGaps(List<List<PdfLine>> columns) {
        var starts = new ArrayList<List<Double>>();
        for (var column : columns) {
            var tops = new ArrayList<Double>();
            for (var i = 1; i < column.size(); i++) {
                var white = column.get(i).box().y0() - column.get(i - 1).box().y1();
                if (white > column.get(i).size() * 0.7) {
                    tops.add(column.get(i).box().y0());
                }
            }
            starts.add(tops);
        }
        var common = starts.getFirst().stream()
                .filter(top ->
                        starts.stream().allMatch(tops -> tops.stream().anyMatch(other -> Math.abs(other - top) < 3)))
                .count();
        var most = starts.stream().mapToInt(List::size).max().orElse(0);
        return common >= 2 && common >= most * 0.7;
    }

    private boolean ruled(List<List<PdfLine>> levels) {
        return !rowRules(levels).isEmpty();
    }

    /** Horizontal rules between the lines, at least two of them. */
    private List<Double> rowRules(List<List<PdfLine>> levels) {
        var top = levels.getFirst().getFirst().box().y0();
        var foot = levels.getLast().getFirst().box().y1();
        var x0 = levels.stream()
                .mapToDouble(level -> level.getFirst().box().x0())
                .min()
                .orElse(0);
        var x1 = levels.stream()
                .mapToDouble(level -> level.getLast().box().x1())
                .max()
                .orElse(0);
        var heights = page.rules().stream()
                .filter(Rule::horizontal)
                .filter(rule -> rule.y0() > top && rule.y0() < foot)
                .filter(rule -> Math.min(rule.x1(), x1) - Math.max(rule.x0(), x0) > (x1 - x0) * 0.5)
                .map(Rule::y0)
                .sorted()
                .toList();
        return heights.size() < 2 ? List.of() : heights;
    }

    private List<List<CellDraft>> rows(List<List<PdfLine>> levels, List<Double> starts, double rowGap) {
        var rows = new ArrayList<List<CellDraft>>();
        var row = new ArrayList<List<PdfLine>>();
        var rules = rowRules(levels);
        for (var i = 0; i < levels.size(); i++) {
            if (i > 0 && newRow(levels, i, starts, rules, rowGap)) {
                rows.add(row(row, starts));
                row.clear();
            }
            row.add(levels.get(i));
        }
        rows.add(row(row, starts));
        return rows;
    }

    /** The white, in ems, that is wider than between lines of one cell; none when all lines are equally far apart. */
    private static double rowGap(List<List<PdfLine>> levels) {
        var whites = new ArrayList<Double>();
        for (var i = 1; i < levels.size(); i++) {
            whites.add(white(levels, i));
        }
        whites.sort(null);
        var narrow = whites.getFirst();
        var wide = whites.getLast();
        return wide - narrow > 0.3 ? (Math.max(narrow, 0) + wide) / 2 : Double.MAX_VALUE;
    }

    private static double white(List<List<PdfLine>> levels, int i) {
        var line = levels.get(i).getFirst();
        return (line.box().y0() - levels.get(i - 1).getFirst().box().y1()) / line.size();
    }

    private static boolean newRow(
            List<List<PdfLine>> levels, int i, List<Double> starts, List<Double> rules, double rowGap) {
        if (!rules.isEmpty()) {
            var above = levels.get(i - 1).getFirst().box().middleY();
            var below = levels.get(i).getFirst().box().middleY();
            return rules.stream().anyMatch(rule -> rule > above && rule < below);
        }
        if (rowGap < Double.MAX_VALUE) {
            return white(levels, i) > rowGap || beginsAnew(levels, i, starts);
        }
        var first = levels.get(i).getFirst();
        return !Character.isLowerCase(first.text().codePointAt(0))
                && (column(starts, first) == 0
                        || Wrapping.ends(levels.get(i - 1).getLast().text()));
    }

    /** Whether a line has a label and begins every cell it writes into, a little below the line before. */
    private static boolean beginsAnew(List<List<PdfLine>> levels, int i, List<Double> starts) {
        var narrowest = IntStream.range(1, levels.size())
                .mapToDouble(other -> white(levels, other))
                .min()
                .orElse(0);
        return levels.get(i).size() == starts.size()
                && white(levels, i) > narrowest + A_LITTLE
                && levels.get(i).stream()
                        .noneMatch(line -> Character.isLowerCase(line.text().codePointAt(0)));
    }

    private List<CellDraft> row(List<List<PdfLine>> levels, List<Double> starts) {
        var cells = new ArrayList<CellDraft>();
        for (var column = 0; column < starts.size(); column++) {
            var at = column;
            var lines = levels.stream()
                    .flatMap(List::stream)
                    .filter(line -> column(starts, line) == at)
                    .toList();
            var right = column + 1 < starts.size()
                    ? starts.get(column + 1) - 4
                    : lines.stream().mapToDouble(line -> line.box().x1()).max().orElse(0);
            var made = new ArrayList<Block.Line>();
            for (var paragraph : PdfParagraphs.of(lines, right, true, page.dots())) {
                made.add(new Block.Line(1, paragraph.text(), paragraph.marker));
            }
            cells.add(made.isEmpty() ? CellDraft.BLANK : new CellDraft(made, 1, 1, false));
        }
        return cells;
    }
}
