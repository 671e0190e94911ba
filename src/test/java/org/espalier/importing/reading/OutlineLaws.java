package org.espalier.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.Span;

/** What holds for every outline, whatever it was read from. */
final class OutlineLaws {

    private OutlineLaws() {}

    static void hold(DocumentOutline outline) {
        linesAreNumberedWithoutGaps(outline);
        everyLineStandsInOneBlock(outline);
        blocksAreInReadingOrder(outline);
        noBlockIsEmpty(outline);
        everyWordIsKept(outline);
    }

    private static void linesAreNumberedWithoutGaps(DocumentOutline outline) {
        for (var i = 0; i < outline.lines().size(); i++) {
            assertThat(outline.lines().get(i).number()).isEqualTo(i + 1);
        }
    }

    private static void everyLineStandsInOneBlock(DocumentOutline outline) {
        var covered = new int[outline.lines().size() + 1];
        for (var block : outline.blocks()) {
            for (var span : ownSpans(block)) {
                for (var line = span.first(); line <= span.last(); line++) {
                    covered[line]++;
                }
            }
        }
        for (var line : outline.lines()) {
            if (Wording.blank(line.text())) {
                assertThat(covered[line.number()]).as("blank line %s", line).isLessThanOrEqualTo(1);
            } else {
                assertThat(covered[line.number()]).as("%s", line).isEqualTo(1);
            }
        }
    }

    /** A table's own lines are those of its rows. */
    private static List<Span> ownSpans(Block block) {
        return block instanceof Block.Table table
                ? table.rows().stream().map(Block.Row::span).toList()
                : List.of(block.span());
    }

    private static void blocksAreInReadingOrder(DocumentOutline outline) {
        for (var i = 1; i < outline.blocks().size(); i++) {
            assertThat(outline.blocks().get(i).span().first())
                    .as("%s", outline.blocks().get(i))
                    .isGreaterThanOrEqualTo(outline.blocks().get(i - 1).span().first());
        }
    }

    private static void noBlockIsEmpty(DocumentOutline outline) {
        assertThat(outline.blocks()).allSatisfy(block -> assertThat(text(block)).isNotBlank());
    }

    /** The letters and digits of the blocks are those of the lines: nothing is lost and nothing invented. */
    private static void everyWordIsKept(DocumentOutline outline) {
        var fromLines = new HashMap<Integer, Integer>();
        for (var line : outline.lines()) {
            count(Wording.plain(line.text()), fromLines, 1);
        }
        var fromBlocks = new HashMap<Integer, Integer>();
        outline.blocks().forEach(block -> count(text(block), fromBlocks, 1));
        assertThat(fromBlocks).isEqualTo(fromLines);
    }

    private static void count(String text, Map<Integer, Integer> counts, int by) {
        text.codePoints().filter(Character::isLetterOrDigit).forEach(c -> counts.merge(c, by, Integer::sum));
    }

    static String text(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.text();
            case Block.Paragraph paragraph -> paragraph.text();
            case Block.ListItem item -> (item.marker() == null ? "" : item.marker() + " ") + item.text();
            case Block.Furniture furniture -> furniture.text();
            case Block.Table table ->
                String.join("\n", table.rows().stream().map(OutlineLaws::text).toList());
        };
    }

    private static String text(Block.Row row) {
        return String.join("\t", row.cells().stream().map(Block.Cell::text).toList());
    }

    /** The blocks one a line, without their places: what must not depend on the format. */
    static String sketch(DocumentOutline outline) {
        var sketch = new ArrayList<String>();
        for (var block : outline.blocks()) {
            sketch.add(
                    switch (block) {
                        case Block.Heading heading -> "# " + heading.text();
                        case Block.Paragraph paragraph -> paragraph.text();
                        case Block.ListItem item -> "  ".repeat(item.depth()) + "• " + item.text();
                        case Block.Furniture furniture -> "(" + furniture.kind() + ") " + furniture.text();
                        case Block.Table table ->
                            String.join(
                                    "\n",
                                    table.rows().stream()
                                            .map(row -> "| " + text(row).replace("\t", " | "))
                                            .toList());
                    });
        }
        return String.join("\n", sketch);
    }

    static DocumentOutline outlined(byte[] content) {
        return switch (DocumentReader.read(content, "file")) {
            case Reading.Outlined(var outline) -> outline;
            case Reading.Ready ready -> throw new AssertionError(ready);
            case Reading.Refused(var reason) -> throw new AssertionError(reason);
        };
    }

    static String lines(String... lines) {
        return String.join("\n", Arrays.asList(lines)) + "\n";
    }
}
