package org.espalier.importing.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;

/**
 * Words that a line's end cut in two. The hyphen goes where the document shows that it was the wrap's and not the
 * word's: the whole word stands elsewhere without one, or the first part is no word of the document and the second no
 * more than an ending.
 */
final class Hyphens {

    private static final Pattern ENDING = Pattern.compile(".*?(?<part>\\p{L}{2,})[-\\u2010]");
    private static final Pattern BEGINNING = Pattern.compile("(?<part>\\p{Ll}{2,}).*");
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:[-\\u2010]\\p{L}+)*");
    private static final Pattern SUFFIX = Pattern.compile(
            "(?:[eai]nc(?:e|es|y)|m?ent(?:s|al)?|[st]ions?|[st]ional|ations?|ing|ings|ed|ers?|ly|ally|ness|[ai]ble|i?ties|i?ty|ous|ive|ture|tures|ists?|cal)");

    private final Set<String> words = new HashSet<>();

    private Hyphens(List<Block> blocks) {
        for (var block : blocks) {
            switch (block) {
                case Block.Heading heading -> learn(heading.text());
                case Block.Paragraph paragraph -> learn(paragraph.lines());
                case Block.ListItem item -> learn(item.lines());
                case Block.Table table ->
                    table.rows().forEach(row -> row.cells().forEach(cell -> learn(cell.text())));
                case Block.Furniture _ -> {}
            }
        }
    }

    /** The outline with such words made whole. */
    static DocumentOutline joined(DocumentOutline outline) {
        if (outline.blocks().stream().noneMatch(Hyphens::cut)) {
            return outline;
        }
        var hyphens = new Hyphens(outline.blocks());
        return new DocumentOutline(
                outline.format(),
                outline.lines(),
                outline.blocks().stream().map(hyphens::joined).toList());
    }

    private static boolean cut(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> cut(paragraph.lines());
            case Block.ListItem item -> cut(item.lines());
            case Block.Heading _, Block.Table _, Block.Furniture _ -> false;
        };
    }

    private static boolean cut(List<Block.Line> lines) {
        return lines.size() > 1
                && lines.subList(0, lines.size() - 1).stream()
                        .anyMatch(
                                line -> line.text().endsWith("-") || line.text().endsWith("\u2010"));
    }

    /** The first and the last word of a line may be parts of words. */
    private void learn(List<Block.Line> lines) {
        for (var i = 0; i < lines.size(); i++) {
            var text = lines.get(i).text();
            var hyphen = text.endsWith("-") || text.endsWith("\u2010");
            var after = i > 0 && lines.get(i - 1).text().matches(".*[-\u2010]");
            learn(text.substring(
                    after ? Math.max(0, text.indexOf(' ')) : 0,
                    hyphen ? Math.max(0, text.lastIndexOf(' ')) : text.length()));
        }
    }

    private void learn(String text) {
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group().replace('\u2010', '-'));
        }
    }

    private Block joined(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph
            when cut(paragraph) ->
                new Block.Paragraph(joined(paragraph.text(), paragraph.lines()), paragraph.lines(), paragraph.span());
            case Block.ListItem item
            when cut(item) ->
                new Block.ListItem(
                        item.depth(), item.marker(), joined(item.text(), item.lines()), item.lines(), item.span());
            case Block other -> other;
        };
    }

    private String joined(String text, List<Block.Line> lines) {
        var whole = text;
        for (var i = 0; i + 1 < lines.size(); i++) {
            var ending = ENDING.matcher(lines.get(i).text());
            var beginning = BEGINNING.matcher(lines.get(i + 1).text());
            if (ending.matches() && beginning.matches() && ofTheWrap(ending.group("part"), beginning.group("part"))) {
                whole = whole.replaceFirst(
                        "(?<!\\p{L})" + ending.group("part") + "[-\\u2010]" + beginning.group("part"),
                        ending.group("part") + beginning.group("part"));
            }
        }
        return whole;
    }

    private boolean ofTheWrap(String before, String after) {
        var first = before.toLowerCase(Locale.ROOT);
        if (words.contains(first + "-" + after)) {
            return false;
        }
        return words.contains(first + after)
                || (!words.contains(first) && SUFFIX.matcher(after).matches());
    }
}
