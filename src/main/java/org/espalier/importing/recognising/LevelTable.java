package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.importing.outline.Block;

/**
 * A table whose header row may name levels.
 *
 * @param block where the table stands among the blocks
 * @param header the row of the header
 * @param names what the header calls each column of the body; empty for a column without a name
 */
record LevelTable(int block, Grid grid, int header, List<String> names) {

    private static final int HEADER_WITHIN = 3;
    private static final int FEWEST_COLUMNS = 2;
    private static final int SHORT_LABEL = 8;

    /** A name that a column bears, as printed. */
    record Column(int index, String name) {}

    static Optional<LevelTable> of(int block, Block.Table table) {
        var grid = Grid.of(table);
        var header = header(grid);
        if (header < 0 || header + 1 >= grid.rows().size()) {
            return Optional.empty();
        }
        var names = new ArrayList<String>();
        if (shifted(grid, header)) {
            names.add("");
        }
        names.addAll(numbered(names(grid, header)));
        return Optional.of(new LevelTable(block, grid, header, List.copyOf(names)));
    }

    /** What the header row calls its columns; over a blank cell the row above may say it. */
    private static List<String> names(Grid grid, int header) {
        var names = new ArrayList<String>();
        var row = grid.rows().get(header);
        for (var column = 0; column < row.slots().size(); column++) {
            var slot = row.slot(column);
            var above = header > 0 ? grid.rows().get(header - 1).slot(column) : slot;
            var own = slot.text().isBlank() && completes(row) ? above : slot;
            names.add(own.reach() == Grid.Reach.FROM_THE_LEFT ? "" : own.text());
        }
        return names;
    }

    /** Numbers under "Band" in the first cell are the bands. */
    private static List<String> numbered(List<String> names) {
        var word = names.getFirst().strip();
        var others = names.stream().skip(1).filter(name -> !name.isBlank()).toList();
        if (!LevelWords.levelColumn(word)
                || others.size() < FEWEST_COLUMNS
                || !others.stream()
                        .allMatch(name -> LevelName.of(word + " " + name).isPresent())) {
            return names;
        }
        var numbered = new ArrayList<>(List.of(""));
        names.stream().skip(1).forEach(name -> numbered.add(name.isBlank() ? "" : word + " " + name));
        return numbered;
    }

    List<Grid.Row> body() {
        return grid.rows().subList(header + 1, grid.rows().size());
    }

    /** The rows above the header: a title over the whole table, or names over several columns. */
    List<Grid.Row> above() {
        return grid.rows().subList(0, header);
    }

    Grid.Row headerRow() {
        return grid.rows().get(header);
    }

    List<Column> named() {
        return IntStream.range(0, names.size())
                .filter(index -> !names.get(index).isBlank())
                .mapToObj(index -> new Column(index, names.get(index)))
                .toList();
    }

    /** Whether the rows are levels: each begins with the name of one. */
    boolean levelsDownwards() {
        var firsts = body().stream()
                .map(row -> row.text(0))
                .filter(text -> !text.isBlank())
                .toList();
        var names = firsts.stream().filter(LevelWords::name).count();
        return LevelWords.levelColumn(names().getFirst())
                || (firsts.size() > 1 && names == firsts.size() && levelNames(headerRow()) < FEWEST_COLUMNS);
    }

    /** Whether a row repeats the header, as after a page cut. */
    boolean repeatsHeader(Grid.Row row) {
        return Phrase.key(row.joined()).equals(Phrase.key(headerRow().joined()));
    }

    /** The first row with more than two cells or two names of levels, or the row of levels that completes it. */
    private static int header(Grid grid) {
        for (var i = 0; i < Math.min(HEADER_WITHIN, grid.rows().size()); i++) {
            var row = grid.rows().get(i);
            if (levelNames(row) >= FEWEST_COLUMNS) {
                return i;
            }
            if (row.filled() > FEWEST_COLUMNS) {
                return i + 1 < grid.rows().size() && completes(grid.rows().get(i + 1)) ? i + 1 : i;
            }
        }
        return -1;
    }

    /** A row with nothing of its own over the labels, and names of levels beside them. */
    private static boolean completes(Grid.Row row) {
        var first = row.slot(0);
        return (first.text().isBlank() || first.reach() == Grid.Reach.FROM_ABOVE)
                && levelNames(row) >= FEWEST_COLUMNS
                && levelNames(row) == row.filled();
    }

    private static long levelNames(Grid.Row row) {
        return row.slots().stream()
                .filter(slot -> slot.reach() == Grid.Reach.OWN && LevelWords.name(slot.text()))
                .count();
    }

    /** A header one cell short: its first name stands over the labels and belongs to the column after them. */
    private static boolean shifted(Grid grid, int header) {
        var row = grid.rows().get(header);
        var first = row.text(0);
        if (first.isBlank() || (LevelWords.column(first) && !LevelWords.name(first)) || LevelWords.levelColumn(first)) {
            return false;
        }
        var body = grid.rows().subList(header + 1, grid.rows().size()).stream()
                .filter(other -> other.filled() > 1)
                .toList();
        var coded = body.stream().filter(other -> codes(other.text(0))).count();
        var codedBeside = body.stream().filter(other -> codes(other.text(1))).count();
        var width = body.stream().mapToInt(Grid.Row::width).max().orElse(0);
        if (!body.isEmpty()
                && coded * 2 > body.size()
                && codedBeside * 2 <= body.size()
                && (LevelWords.name(first) || width == row.width() + 1)) {
            return true;
        }
        return width == row.width() + 1
                && body.stream().allMatch(other -> Phrase.wordCount(other.text(0)) <= SHORT_LABEL);
    }

    private static boolean codes(String text) {
        return Vocabulary.coded(text).isPresent() || Vocabulary.code(text);
    }
}
