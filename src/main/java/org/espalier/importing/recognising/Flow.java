package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;

/**
 * The blocks of an outline as running text: page furniture and footnotes left away, sentences that they cut made whole,
 * and a table of a single column, which a spreadsheet makes of a page of text, opened into headings, paragraphs and
 * items.
 */
final class Flow {

    private Flow() {}

    static List<Block> of(DocumentOutline outline) {
        var flow = new ArrayList<Block>();
        var asides = Asides.in(outline.blocks());
        var interrupted = false;
        for (var block : outline.blocks()) {
            if (block instanceof Block.Furniture || asides.reason(block).isPresent()) {
                interrupted = true;
                continue;
            }
            if (interrupted && !flow.isEmpty() && cut(flow.getLast(), block)) {
                flow.add(joined(flow.removeLast(), block));
                continue;
            }
            interrupted = false;
            switch (block) {
                case Block.Furniture furniture -> {}
                case Block.Table table when singleColumn(table) -> open(table, flow);
                case Block.Heading heading -> flow.add(heading);
                case Block.Paragraph paragraph -> flow.add(paragraph);
                case Block.ListItem item -> flow.add(item);
                case Block.Table table -> flow.add(table);
            }
        }
        return flow;
    }

    /** Whether a sentence that a page's end cut goes on with this block. */
    private static boolean cut(Block before, Block block) {
        return (before instanceof Block.Paragraph || before instanceof Block.ListItem)
                && block instanceof Block.Paragraph
                && Phrase.startsInLowerCase(text(block))
                && !Phrase.endsSentence(text(before))
                && !Phrase.introduces(text(before));
    }

    private static Block joined(Block before, Block rest) {
        var lines = Stream.of(before, rest)
                .flatMap(block -> BlockText.lines(block).stream())
                .toList();
        var text = text(before) + " " + text(rest);
        var span = before.span().through(rest.span());
        return before instanceof Block.ListItem item
                ? new Block.ListItem(item.depth(), item.marker(), text, lines, span)
                : new Block.Paragraph(text, lines, span);
    }

    /** Whether a block can be read as a heading: one, or a label that stands alone. */
    static boolean headingLike(Block block) {
        return switch (block) {
            case Block.Heading heading -> !Phrase.introduces(heading.text());
            case Block.Paragraph paragraph -> paragraph.lines().size() <= 1 && Phrase.label(paragraph.text());
            case Block.ListItem item -> false;
            case Block.Table table -> false;
            case Block.Furniture furniture -> false;
        };
    }

    /** A short line that ends in a colon and governs what follows it. */
    static boolean introduction(Block block) {
        return (block instanceof Block.Heading || block instanceof Block.Paragraph)
                && Phrase.introduces(text(block))
                && Phrase.wordCount(text(block)) <= 30;
    }

    static String text(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.text();
            case Block.Paragraph paragraph -> paragraph.text();
            case Block.ListItem item -> item.text();
            case Block.Furniture furniture -> furniture.text();
            case Block.Table table -> "";
        };
    }

    /** The depth of a heading, 0 when its format does not say or the block is none. */
    static int depth(Block block) {
        return block instanceof Block.Heading heading ? heading.depth() : 0;
    }

    private static boolean singleColumn(Block.Table table) {
        return table.rows().stream()
                .allMatch(row -> row.cells().stream()
                                .filter(cell -> !cell.text().isBlank())
                                .count()
                        <= 1);
    }

    private static void open(Block.Table table, List<Block> flow) {
        for (var row : table.rows()) {
            row.cells().stream().filter(cell -> !cell.text().isBlank()).forEach(cell -> open(cell, row, flow));
        }
    }

    private static void open(Block.Cell cell, Block.Row row, List<Block> flow) {
        var bullet = cell.text().replaceFirst("^[•●▪◦‣·*–-]\\s+", "");
        var lines = cell.lines().isEmpty() ? List.of(new Block.Line(row.span().first(), cell.text())) : cell.lines();
        if (!bullet.equals(cell.text())) {
            flow.add(new Block.ListItem(0, cell.text().substring(0, 1), bullet, lines, row.span()));
        } else if (lines.size() == 1 && Phrase.label(cell.text())) {
            flow.add(new Block.Heading(0, cell.text(), row.span()));
        } else {
            flow.add(new Block.Paragraph(cell.text(), lines, row.span()));
        }
    }
}
