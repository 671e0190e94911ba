package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
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
        return cell.lines().stream().map(TabledSections::words).toList();
    }

    private static Words words(Line line) {
        return new Words(line.text().replaceFirst("^[•‣◦▪●○■–-]\\s*", ""), new Span(line.number(), line.number()));
    }

    private static List<Item> items(Cell cell, int column) {
        if (cell.text().isBlank()) {
            return List.of();
        }
        var items = new ArrayList<Item>();
        var parts = parts(cell);
        @Nullable Words leadIn = null;
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            if (leadIn != null && !nested(part)) {
                leadIn = null;
            }
            if (part.text().endsWith(":") && i + 1 < parts.size() && nested(parts.get(i + 1))) {
                leadIn = part;
            } else {
                items.add(new Item(part, List.of(), leadIn, 0, column, true));
            }
        }
        return items;
    }

    /** Bullets below a lead-in go on with its sentence. */
    private static boolean nested(Words part) {
        return !part.text().isEmpty() && Character.isLowerCase(part.text().codePointAt(0));
    }
}
