package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/**
 * Statements that begin with a number in several parts, such as "2.1.3", or with a letter and a number, such as "K1:":
 * each is an item, its number the marker.
 */
final class CodedStatements {

    private static final String NUMBERED = "\\p{Lu}?\\d{1,2}(?:\\.\\d{1,3}){1,3}[a-z]?";
    private static final String LETTERED = "\\p{Lu}{1,3}\\d{1,3}(?=[.:)])";
    private static final String COUNTED = "(?:Duty|Task|Statement|Criterion|Indicator) \\d{1,2}";
    private static final Pattern CODED =
            Pattern.compile("(?<code>" + NUMBERED + "|" + LETTERED + "|" + COUNTED + ")[.):]?\\s+(?<text>\\p{L}.*)");
    private static final Pattern COUNTED_LINE =
            Pattern.compile("(?<letter>\\p{Lu}{1,3})(?<number>\\d{1,2})\\s+(?<text>\\p{L}.*)");
    private static final int FEWEST = 2;

    private CodedStatements() {}

    /** Whether a text begins with such a number. */
    static boolean coded(String text) {
        return CODED.matcher(text).matches();
    }

    /** The blocks with every coded one as an item, except those that stand as headings over something else. */
    static List<Block> asItems(List<Block> blocks) {
        var coded = new ArrayList<Block>();
        var found = 0;
        for (var i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var lines = lines(block);
            if (lines.isEmpty() || (headsSomething(blocks, i) && !goesOn(blocks, i, coded))) {
                coded.add(block);
            } else {
                coded.addAll(lines);
                found += lines.size();
            }
        }
        return found >= FEWEST || (found == 1 && coded.stream().anyMatch(CodedStatements::lowerCase)) ? coded : blocks;
    }

    private static boolean lowerCase(Block block) {
        return block instanceof Block.ListItem item && code(item) != null && Phrase.startsInLowerCase(item.text());
    }

    /** The number of an item that was made here. */
    static @Nullable String code(Block.ListItem item) {
        return item.marker() != null && item.marker().matches(NUMBERED + "|\\p{Lu}{1,3}\\d{1,3}|" + COUNTED)
                ? item.marker()
                : null;
    }

    /** One item, or one for each line when several lines that begin with a number were read as one paragraph. */
    private static List<Block> lines(Block block) {
        if (!BlockText.running(block)) {
            return List.of();
        }
        if (countedOn(BlockText.lines(block))) {
            return BlockText.lines(block).stream().map(CodedStatements::counted).toList();
        }
        var items = new ArrayList<Block>();
        var open = new ArrayList<Block.Line>();
        for (var line : BlockText.lines(block)) {
            if (CODED.matcher(line.text()).matches() && !open.isEmpty()) {
                items.add(item(open));
                open.clear();
            }
            open.add(line);
        }
        items.add(item(open));
        return CODED.matcher(BlockText.of(block)).matches() ? items : List.of();
    }

    /** Whether every line begins with the same letter and the next number: "A1", "A2". */
    private static boolean countedOn(List<Block.Line> lines) {
        for (var i = 0; i < lines.size(); i++) {
            var line = COUNTED_LINE.matcher(lines.get(i).text());
            var before = i == 0 ? null : COUNTED_LINE.matcher(lines.get(i - 1).text());
            if (!line.matches()
                    || (before != null
                            && !(before.matches()
                                    && before.group("letter").equals(line.group("letter"))
                                    && Integer.parseInt(before.group("number")) + 1
                                            == Integer.parseInt(line.group("number"))))) {
                return false;
            }
        }
        return lines.size() > 1;
    }

    private static Block counted(Block.Line line) {
        var match = COUNTED_LINE.matcher(line.text());
        return new Block.ListItem(
                0,
                match.matches() ? match.group("letter") + match.group("number") : null,
                match.matches() ? match.group("text") : line.text(),
                List.of(line),
                new Span(line.number(), line.number()));
    }

    private static Block item(List<Block.Line> lines) {
        var text = String.join(" ", lines.stream().map(Block.Line::text).toList());
        var match = CODED.matcher(text);
        var first = lines.getFirst().number();
        return new Block.ListItem(
                0,
                match.matches() ? match.group("code") : null,
                match.matches() ? match.group("text") : text,
                lines,
                new Span(first, lines.getLast().number()));
    }

    /** Whether a coded line in lower case cannot be a heading, or follows a statement that it goes on counting from. */
    private static boolean goesOn(List<Block> blocks, int index, List<Block> coded) {
        var match = CODED.matcher(BlockText.of(blocks.get(index)));
        if (!match.matches() || (index + 1 < blocks.size() && blocks.get(index + 1) instanceof Block.ListItem)) {
            return false;
        }
        return Phrase.startsInLowerCase(match.group("text")) || (!coded.isEmpty() && lowerCase(coded.getLast()));
    }

    /** Whether items or running text follow a short coded line, which then is a heading. */
    private static boolean headsSomething(List<Block> blocks, int index) {
        if (!Flow.headingLike(blocks.get(index)) || index + 1 >= blocks.size()) {
            return false;
        }
        var next = blocks.get(index + 1);
        return next instanceof Block.ListItem
                || next instanceof Block.Table
                || (next instanceof Block.Paragraph
                        && !CODED.matcher(BlockText.of(next)).matches())
                || (CODED.matcher(BlockText.of(next)).matches() && deeper(blocks.get(index), next));
    }

    private static boolean deeper(Block over, Block block) {
        return parts(block) > parts(over) || Flow.depth(block) > Flow.depth(over);
    }

    /** How many parts a number has behind its first: two in "2.1.3" and in "2.1b". */
    private static long parts(Block block) {
        var match = CODED.matcher(BlockText.of(block));
        return match.matches()
                ? match.group("code").chars().filter(c -> c == '.').count()
                        + (match.group("code").matches(".*\\d[a-z]") ? 1 : 0)
                : 0;
    }
}
