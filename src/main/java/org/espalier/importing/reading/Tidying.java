package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.SourceLine;

/** What can only be seen when all blocks are there: tables cut by pages, numbered headings. */
final class Tidying {

    private Tidying() {}

    static List<Block> tidy(List<Block> blocks, List<SourceLine> lines) {
        return withNumberedHeadings(withJoinedTables(blocks));
    }

    /** A table whose header row repeats that of the table before it goes on with that table. */
    static List<Block> withJoinedTables(List<Block> blocks) {
        var joined = new ArrayList<Block>();
        var open = -1;
        for (var block : blocks) {
            if (block instanceof Block.Table table) {
                if (open >= 0 && joined.get(open) instanceof Block.Table before && sameHeader(before, table)) {
                    var rows = new ArrayList<>(before.rows());
                    rows.addAll(table.rows().subList(1, table.rows().size()));
                    joined.set(open, new Block.Table(rows, before.span().through(table.span())));
                    var header = table.rows().getFirst();
                    joined.add(new Block.Furniture(Block.Furniture.Kind.REPEATED_HEADING, text(header), header.span()));
                    continue;
                }
                open = joined.size();
            } else if (!(block instanceof Block.Furniture)) {
                open = -1;
            }
            joined.add(block);
        }
        return joined;
    }

    private static boolean sameHeader(Block.Table one, Block.Table other) {
        var header = text(one.rows().getFirst());
        return one.rows().size() > 1
                && one.rows().getFirst().cells().stream()
                                .filter(cell -> !cell.text().isEmpty())
                                .count()
                        > 1
                && header.equalsIgnoreCase(text(other.rows().getFirst()));
    }

    private static String text(Block.Row row) {
        return String.join("\t", row.cells().stream().map(Block.Cell::text).toList());
    }

    /** A short numbered line with no numbered neighbour is a heading, not a list of one. */
    private static List<Block> withNumberedHeadings(List<Block> blocks) {
        var result = new ArrayList<Block>(blocks);
        for (var i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.ListItem item
                    && numbered(item)
                    && item.lines().size() == 1
                    && HeadingLook.alike(item.text())
                    && !neighbour(blocks, i - 1)
                    && !neighbour(blocks, i + 1)) {
                result.set(i, new Block.Heading(0, item.marker() + " " + item.text(), item.span()));
            }
        }
        return result;
    }

    private static boolean neighbour(List<Block> blocks, int index) {
        return index >= 0
                && index < blocks.size()
                && blocks.get(index) instanceof Block.ListItem item
                && numbered(item);
    }

    private static boolean numbered(Block.ListItem item) {
        return item.marker() != null && item.marker().matches("\\(?[0-9A-Za-z]+[.)]");
    }
}
