package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.espalier.importing.outline.Span;

/**
 * Lines that look like headings and are none, for they stand directly below a heading: statements without bullets,
 * questions, or the sentence that says what the heading means. A plain text tells by the missing blank line; other formats
 * say themselves what is a heading.
 */
final class LinesBelowHeadings {

    private static final int FEWEST = 2;
    private static final int SENTENCE = 6;

    private final boolean plain;
    private final List<Block> blocks;
    private final Map<String, Integer> counts = new HashMap<>();

    private LinesBelowHeadings(Format format, List<Block> blocks) {
        this.plain = format == Format.TEXT;
        this.blocks = blocks;
        for (var block : blocks) {
            if (Flow.headingLike(block)) {
                counts.merge(Phrase.key(Flow.text(block)), 1, Integer::sum);
            }
        }
    }

    static List<Block> of(Format format, List<Block> blocks) {
        return new LinesBelowHeadings(format, blocks).read();
    }

    private List<Block> read() {
        var statements = new HashMap<String, Integer>();
        var meanings = 0;
        for (var i = 1; i < blocks.size(); i++) {
            if ((directlyBelow(i, false) || labels(i)) && again(blocks.get(i - 1))) {
                statements.merge(Phrase.key(Flow.text(blocks.get(i - 1))), 1, Integer::sum);
            }
            meanings += directlyBelow(i, false) && meaning(i) ? 1 : 0;
        }
        var read = new ArrayList<Block>();
        var below = false;
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var direct = i > 0 && directlyBelow(i, below);
            var stated = i > 0
                    && again(blocks.get(i - 1))
                    && statements.getOrDefault(Phrase.key(Flow.text(blocks.get(i - 1))), 0) >= FEWEST;
            below = direct && (below || question(block) || stated || (meanings >= FEWEST && meaning(i)));
            if (below) {
                var line = new Block.Line(block.span().first(), Flow.text(block));
                read.add(meaning(i) || question(block) ? line(line) : item(line));
            } else if (stated && labels(i) && block instanceof Block.Paragraph paragraph) {
                paragraph.lines().forEach(line -> read.add(item(line)));
            } else if (block instanceof Block.Paragraph paragraph && questions(paragraph)) {
                paragraph.lines().forEach(line -> read.add(line(line)));
            } else {
                read.add(block);
            }
        }
        return read;
    }

    private static Block line(Block.Line line) {
        return new Block.Paragraph(line.text(), List.of(line), new Span(line.number(), line.number()));
    }

    /** Whether a line that could be a heading follows one, or goes on below such a line, and comes only once. */
    private boolean directlyBelow(int index, boolean below) {
        var above = blocks.get(index - 1);
        var block = blocks.get(index);
        var standing = plain ? Flow.depth(above) == 0 && Flow.depth(block) == 0 : !(block instanceof Block.Heading);
        return (above instanceof Block.Heading || (below && Flow.headingLike(above)))
                && standing
                && (block instanceof Block.Heading || Flow.headingLike(block))
                && (!plain || block.span().first() == above.span().last() + 1)
                && counts.getOrDefault(Phrase.key(Flow.text(block)), 0) == 1
                && !CodedStatements.coded(Flow.text(block))
                && LevelName.of(Flow.text(block)).isEmpty()
                && Vocabulary.group(Flow.text(block)).isEmpty();
    }

    private static Block item(Block.Line line) {
        return new Block.ListItem(0, null, line.text(), List.of(line), new Span(line.number(), line.number()));
    }

    /** Whether every line of a paragraph directly below a heading reads like a label. */
    private boolean labels(int index) {
        return blocks.get(index) instanceof Block.Paragraph paragraph
                && blocks.get(index - 1) instanceof Block.Heading above
                && (!plain || above.depth() == 0)
                && paragraph.lines().size() > 1
                && paragraph.span().first() == above.span().last() + 1
                && paragraph.lines().stream()
                        .allMatch(line -> Phrase.label(line.text())
                                && LevelName.of(line.text()).isEmpty());
    }

    /** Whether a heading comes again, and not as the number of a level, which its title may follow. */
    private boolean again(Block heading) {
        return counts.getOrDefault(Phrase.key(Flow.text(heading)), 0) > 1
                && LevelName.of(Flow.text(heading)).isEmpty();
    }

    /** Whether a line is long enough to say what the numbered heading above it means. */
    private boolean meaning(int index) {
        return Vocabulary.coded(Flow.text(blocks.get(index - 1))).isPresent() && explains(blocks, index);
    }

    /** Whether a line is long enough to explain the heading directly above it. */
    static boolean explains(List<Block> blocks, int index) {
        return index > 0
                && blocks.get(index - 1) instanceof Block.Heading above
                && blocks.get(index).span().first() == above.span().last() + 1
                && Phrase.wordCount(Flow.text(blocks.get(index))) >= SENTENCE;
    }

    private static boolean question(Block block) {
        return Flow.text(block).endsWith("?");
    }

    private static boolean questions(Block.Paragraph paragraph) {
        return paragraph.lines().size() > 1
                && paragraph.lines().stream()
                        .allMatch(line -> line.text().endsWith("?") && !Phrase.startsInLowerCase(line.text()));
    }
}
