package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;

/**
 * Headings that a reader took for items because they are numbered: "I. Safety" over "i. Checks the wind". Each stands
 * apart, is no sentence, and has items under it that are counted in another way and begin anew, or that count on from its
 * own number; or it stands alone and another heading has the number before or after it.
 */
final class NumberedHeadings {

    private static final Map<String, String> SHAPES =
            Map.of("\\d{1,2}", "number", "[A-Z]{1,5}", "capital", "[a-z]{1,5}", "small");
    private static final int FEWEST = 2;

    private NumberedHeadings() {}

    static List<Block> of(DocumentOutline outline, List<Block> blocks) {
        var headings = new HashMap<String, List<Integer>>();
        for (var i = 0; i + 1 < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.ListItem item
                    && item.marker() != null
                    && apart(outline, blocks, i)
                    && Phrase.label(item.text())
                    && blocks.get(i + 1) instanceof Block.ListItem below
                    && begins(below)
                    && !shape(below).equals(shape(item))) {
                headings.computeIfAbsent(shape(item), unseen -> new ArrayList<>())
                        .add(i);
            }
        }
        var found = new HashSet<Integer>();
        headings.forEach((shape, indexes) -> {
            if (indexes.size() >= FEWEST && !shape.isEmpty() && all(blocks, shape, indexes)) {
                found.addAll(indexes);
            }
        });
        for (var i = 0; i < blocks.size(); i++) {
            if (countedBelow(outline, blocks, i) || alone(outline, blocks, i)) {
                found.add(i);
            }
        }
        return found.isEmpty() ? blocks : replaced(blocks, found);
    }

    /** Whether what follows counts on from an item's own number: "2. Working lawfully" over "2.1 Knows the rules". */
    private static boolean countedBelow(DocumentOutline outline, List<Block> blocks, int index) {
        return index + 1 < blocks.size()
                && blocks.get(index) instanceof Block.ListItem item
                && number(item) > 0
                && apart(outline, blocks, index)
                && !Phrase.endsSentence(item.text())
                && text(blocks.get(index + 1)).matches(number(item) + "\\.1[a-z]?[.):]?\\s.*");
    }

    private static String text(Block block) {
        return block instanceof Block.ListItem item && item.marker() != null
                ? item.marker() + " " + item.text()
                : Flow.text(block);
    }

    /** Whether an item has no like beside it, and a heading somewhere has the number before or after its own. */
    private static boolean alone(DocumentOutline outline, List<Block> blocks, int index) {
        return index > 0
                && index + 1 < blocks.size()
                && blocks.get(index) instanceof Block.ListItem item
                && number(item) > 0
                && apart(outline, blocks, index)
                && Phrase.label(item.text())
                && !(blocks.get(index - 1) instanceof Block.ListItem)
                && blocks.get(index + 1) instanceof Block.Paragraph
                && blocks.get(index + 1).span().first() > item.span().last() + 1
                && blocks.stream().filter(Block.Heading.class::isInstance).anyMatch(heading -> Flow.text(heading)
                        .matches("(?:" + (number(item) - 1) + "|" + (number(item) + 1) + ")[.)]?\\s+\\p{Lu}.*"));
    }

    /** The number of an item that is counted by one; 0 when it is not. */
    private static int number(Block.ListItem item) {
        var marker = item.marker() == null ? "" : item.marker();
        return marker.matches("\\d{1,2}[.)]?") ? Integer.parseInt(marker.replaceAll("\\D", "")) : 0;
    }

    private static List<Block> replaced(List<Block> blocks, Set<Integer> headings) {
        var replaced = new ArrayList<Block>();
        for (var i = 0; i < blocks.size(); i++) {
            replaced.add(
                    headings.contains(i) && blocks.get(i) instanceof Block.ListItem item
                            ? new Block.Heading(0, item.marker() + " " + item.text(), item.span())
                            : blocks.get(i));
        }
        return replaced;
    }

    /** Whether no other item is counted in the same way. */
    private static boolean all(List<Block> blocks, String shape, List<Integer> headings) {
        for (var i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.ListItem item && shape(item).equals(shape) && !headings.contains(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean apart(DocumentOutline outline, List<Block> blocks, int index) {
        var line = blocks.get(index).span().first();
        return line == 1
                || outline.lines().get(line - 2).blank()
                || (index > 0 && blocks.get(index - 1) instanceof Block.Heading);
    }

    /** Whether an item is the first of those that are counted as it is. */
    private static boolean begins(Block.ListItem item) {
        var marker = item.marker() == null ? "" : item.marker().replaceAll("[^\\p{Alnum}]", "");
        return marker.isEmpty() || marker.matches("1|[aA]|[iI]");
    }

    /** How an item is counted; empty when it is not. */
    private static String shape(Block.ListItem item) {
        var marker = item.marker() == null ? "" : item.marker();
        if (!marker.matches("\\(?(?:\\d{1,2}|[A-Za-z]|[IVXivx]{1,5})[.)]?")) {
            return "";
        }
        return SHAPES.entrySet().stream()
                .filter(shape -> marker.matches("\\(?" + shape.getKey() + "[.)]?"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
