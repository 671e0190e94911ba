package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.espalier.framework.format.RoleEntry.Row;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;

/** The rows of a table of learning, or headings with lists, as rows of a title and items. */
final class LearningRows {

    private static final Pattern NEXT_BEGINS = Pattern.compile("(?<=[\\p{Ll})])\\s+(?=\\p{Lu})");
    private static final int FEWEST_RUN_TOGETHER = 3;
    private static final int LONG = 80;

    private final Places places;
    private final BiConsumer<String, Span> runTogether;
    private final List<Growing> rows = new ArrayList<>();

    private record Growing(String title, List<String> items, List<Span> spans) {}

    /**
     * @param runTogether hears of every cell whose items cannot be told apart
     */
    LearningRows(Places places, BiConsumer<String, Span> runTogether) {
        this.places = places;
        this.runTogether = runTogether;
    }

    void read(Block.Table table) {
        table.rows().forEach(this::row);
    }

    /** A row; one with a blank first cell goes on with the row above it. */
    private void row(Block.Row row) {
        if (!row.text(0).isBlank() || rows.isEmpty()) {
            rows.add(new Growing(row.text(0), new ArrayList<>(), new ArrayList<>()));
        }
        var open = rows.getLast();
        open.spans().add(row.span());
        var label = "";
        for (var cell :
                row.cells().subList(Math.min(1, row.cells().size()), row.cells().size())) {
            if (cell.text().isBlank()) {
                continue;
            }
            if (!label.isEmpty()) {
                open.items().removeLast();
                open.items().add(label + ": " + cell.text());
            } else {
                open.items().addAll(items(cell));
            }
            label = open.items().size() == 0 ? "" : open.items().getLast();
        }
    }

    void heading(Block heading) {
        rows.add(new Growing(BlockText.of(heading), new ArrayList<>(), new ArrayList<>(List.of(heading.span()))));
    }

    /** Adds a paragraph or list item below a heading; false when there is none. */
    boolean item(Block block) {
        if (rows.isEmpty()) {
            return false;
        }
        var lines = BlockText.lines(block);
        if (lines.size() > 1 && lines.stream().allMatch(line -> Phrase.label(line.text()))) {
            lines.forEach(line -> rows.getLast().items().add(line.text()));
        } else {
            rows.getLast().items().add(BlockText.of(block));
        }
        rows.getLast().spans().add(block.span());
        return true;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    private List<String> items(Block.Cell cell) {
        if (cell.lines().size() > 1) {
            return cell.lines().stream().map(Block.Line::text).toList();
        }
        var parts = cell.text().split("\\s*[;•▪]\\s*");
        if (parts.length > 2
                || (parts.length > 1
                        && (!Phrase.endsSentence(cell.text()) || cell.text().matches(".*[•▪].*")))) {
            return List.of(parts).stream().filter(part -> !part.isBlank()).toList();
        }
        if (cell.text().length() > LONG
                && !cell.text().matches(".*[.!?](?:\\s.*)?")
                && NEXT_BEGINS.splitAsStream(cell.text()).count() > FEWEST_RUN_TOGETHER) {
            runTogether.accept(cell.text(), cell.span());
        }
        return List.of(cell.text());
    }

    List<Row> rows() {
        return rows.stream()
                .map(row -> new Row(
                        row.title(),
                        row.items(),
                        places.of(row.spans().getFirst()),
                        places.all(row.spans().subList(1, row.spans().size()))))
                .toList();
    }
}
