package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Block.Cell;
import org.espalier.importing.outline.Block.Line;
import org.espalier.importing.outline.Span;
import org.espalier.importing.recognising.PillarSection.Item;
import org.espalier.importing.recognising.PillarSection.Words;
import org.jspecify.annotations.Nullable;

/** Reads the rows of real tables: the pillar and its aspects in the first cell, the items of each column in the others. */
final class TabledSections {

    private TabledSections() {}

    static List<PillarSection> read(Block.Table table) {
        var sections = new ArrayList<PillarSection>();
        var width = table.rows().getFirst().cells().size();
        for (var row : table.rows().subList(1, table.rows().size())) {
            var first = row.cells().isEmpty() ? null : row.cells().getFirst();
            var named = first != null && !first.text().isBlank();
            if (!named && sections.isEmpty()) {
                continue;
            }
            var lines = first != null && named ? parts(first) : List.<Words>of();
            var title = named ? lines.getFirst() : sections.getLast().title();
            var aspects = named ? lines.subList(1, lines.size()) : List.<Words>of();
            var items = new ArrayList<Item>();
            for (var column = 1; column < Math.min(row.cells().size(), width); column++) {
                items.addAll(items(row.cells().get(column), column - 1));
            }
            sections.add(new PillarSection(
                    new Words(BlockText.withoutContinued(title.text()), title.span()), aspects, items));
        }
        return sections;
    }

    static List<Words> parts(Cell cell) {
        if (cell.lines().isEmpty()) {
            return List.of(new Words(cell.text(), cell.span()));
        }
        if (cell.lines().size() == 1) {
            return Separators.apart(cell.text()).stream()
                    .map(part -> new Words(part, cell.span()))
                    .toList();
        }
        return cell.lines().stream().map(TabledSections::words).toList();
    }

    private static Words words(Line line) {
        return new Words(line.text(), new Span(line.number(), line.number()));
    }

    private static List<Item> items(Cell cell, int column) {
        if (cell.text().isBlank()) {
            return List.of();
        }
        var items = new ArrayList<Item>();
        var lines = cell.lines().isEmpty() ? List.of(new Line(cell.span().first(), cell.text())) : cell.lines();
        @Nullable Line leadIn = null;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (leadIn != null && !nested(line, leadIn)) {
                leadIn = null;
            }
            if (line.text().endsWith(":") && i + 1 < lines.size() && nested(lines.get(i + 1), line)) {
                leadIn = line;
            } else {
                items.add(
                        new Item(words(line), List.of(), leadIn == null ? null : words(leadIn), 0, true, column, true));
            }
        }
        return items;
    }

    /** Bullets below a lead-in have a mark that it has not, or go on with its sentence. */
    private static boolean nested(Line line, Line leadIn) {
        return !Objects.equals(line.marker(), leadIn.marker())
                || (!line.text().isEmpty() && Character.isLowerCase(line.text().codePointAt(0)));
    }
}
