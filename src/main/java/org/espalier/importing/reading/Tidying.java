package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import org.espalier.importing.outline.Block;

/** What can only be seen when all blocks are there: tables cut by pages, numbered headings. */
final class Tidying {

    private static final int LONGEST_HEADER = 60;

    private Tidying() {}

    /** For text, where a number at the start of a line may mean a list or a heading. */
    static List<Block> text(List<Block> blocks) {
        return withNumberedHeadings(withJoinedTables(blocks));
    }

    /** A table whose header row repeats that of the table before it goes on with that table. */
    static List<Block> withJoinedTables(List<Block> blocks) {
        var joined = new ArrayList<Block>();
        var open = -1;
        for (var block : blocks) {
            if (block instanceof Block.Table table) {
                var repeated =
                        open >= 0 && joined.get(open) instanceof Block.Table before ? repeated(before, table) : 0;
                if (repeated > 0 && joined.get(open) instanceof Block.Table before) {
                    var rows = new ArrayList<>(before.rows());
                    rows.addAll(table.rows().subList(repeated, table.rows().size()));
                    joined.set(open, new Block.Table(rows, before.span().through(table.span())));
                    for (var header : table.rows().subList(0, repeated)) {
                        joined.add(new Block.Furniture(
                                Block.Furniture.Kind.REPEATED_HEADING, text(header), header.span()));
                    }
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

    /** How many rows at the top of a table say the same as those at the top of the one before it. */
    private static int repeated(Block.Table one, Block.Table other) {
        var rows = 0;
        while (rows + 1 < one.rows().size()
                && rows < other.rows().size()
                && header(other.rows().get(rows), rows == 0)
                && words(one.rows().get(rows))
                        .equalsIgnoreCase(words(other.rows().get(rows)))) {
            rows++;
        }
        return rows;
    }

    /** Several cells, all short in every row but the first. */
    private static boolean header(Block.Row row, boolean first) {
        return (!first
                        || row.cells().stream()
                                        .filter(cell -> !cell.text().isEmpty())
                                        .count()
                                > 1)
                && (first || row.cells().stream().allMatch(cell -> cell.text().length() <= LONGEST_HEADER));
    }

    /** What a row says, whichever of its cells says it: rules that are missing in print make one cell of two. */
    private static String words(Block.Row row) {
        return Wording.spaced(
                String.join(" ", row.cells().stream().map(Block.Cell::text).toList()));
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
                    && !onlyOne(blocks, i)
                    && !neighbour(blocks, i, -1)
                    && !neighbour(blocks, i, 1)) {
                result.set(i, new Block.Heading(0, item.marker() + " " + item.text(), item.span()));
            }
        }
        return result;
    }

    /** Whether an item stands right below one heading and right before another: a list of one, which heads nothing. */
    private static boolean onlyOne(List<Block> blocks, int index) {
        return index > 0
                && blocks.get(index - 1) instanceof Block.Heading above
                && above.span().last() + 1 == blocks.get(index).span().first()
                && (index + 1 == blocks.size() || blocks.get(index + 1) instanceof Block.Heading);
    }

    /** Whether the next item of the same depth in this direction is numbered too. */
    private static boolean neighbour(List<Block> blocks, int from, int step) {
        var depth = ((Block.ListItem) blocks.get(from)).depth();
        for (var i = from + step; i >= 0 && i < blocks.size(); i += step) {
            if (!(blocks.get(i) instanceof Block.ListItem item) || item.depth() < depth) {
                return false;
            }
            if (item.depth() == depth) {
                return numbered(item);
            }
        }
        return false;
    }

    private static boolean numbered(Block.ListItem item) {
        return item.marker() != null && item.marker().matches("\\(?[0-9A-Za-z]+[.)]");
    }
}
