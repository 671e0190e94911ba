package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.Span;

/** An outline as shapes are looked for in it: without tables of contents, and with the headings of levels apart. */
final class ShapeOutline {

    private static final int LONGEST_HEADING = 80;
    private static final Pattern NAMED = Pattern.compile(
            "(?<name>\\p{L}+ (?:\\d{1,2}[a-d]?|[IVX]{1,4}|[A-H]|\\p{L}{3,5})(?:\\s*[.:–—-]\\s*\\p{Lu}[^.:]{2,40})?)\\s*[.:–—]\\s+(?<rest>\\p{Lu}.{12,})");

    private static final Pattern LEADER = Pattern.compile("\\p{L}\\S*\\s*(?:\\.{4,}|(?:\\. ){4,}|…{2,})\\s*\\d{1,3}$");

    private ShapeOutline() {}

    static DocumentOutline of(DocumentOutline outline) {
        var blocks = new ArrayList<Block>();
        var inline = outline.blocks().stream()
                .map(ShapeOutline::inline)
                .flatMap(Optional::stream)
                .map(name -> Phrase.key(name))
                .distinct()
                .count();
        var names = outline.blocks().stream()
                .filter(block -> longName(block) || Flow.headingLike(block))
                .map(block -> LevelName.of(Flow.text(block)))
                .flatMap(Optional::stream)
                .map(LevelName::key)
                .distinct()
                .count();
        for (var block : outline.blocks()) {
            var name = inline < 2 ? Optional.<String>empty() : inline(block);
            if (longName(block) && names > 1) {
                blocks.add(new Block.Heading(0, Flow.text(block), block.span()));
                continue;
            }
            if (name.isPresent() && block instanceof Block.Paragraph paragraph) {
                apart(paragraph, name.get(), blocks);
                continue;
            }
            switch (block) {
                case Block.Table table when contents(table) -> {}
                case Block.Paragraph _, Block.Heading _, Block.ListItem _ when contents(block) -> {}
                case Block.Paragraph paragraph when namesALevel(paragraph) -> apart(paragraph, blocks);
                case Block.Heading _, Block.Paragraph _, Block.ListItem _, Block.Table _, Block.Furniture _ ->
                    blocks.add(block);
            }
        }
        return new DocumentOutline(
                outline.format(),
                outline.lines(),
                LinesBelowHeadings.of(outline.format(), NumberedHeadings.of(outline, ItemsOverItems.of(blocks))));
    }

    /** Whether every line leads by dots to the number of a page. */
    private static boolean contents(Block block) {
        return BlockText.lines(block).stream()
                .allMatch(line -> LEADER.matcher(line.text()).find());
    }

    /** Whether every row is an entry and the number of a page, the numbers rising. */
    static boolean contents(Block.Table table) {
        var page = -1;
        for (var row : table.rows()) {
            var filled =
                    row.cells().stream().filter(cell -> !cell.text().isBlank()).toList();
            if (filled.size() > 2
                    || filled.isEmpty()
                    || (filled.size() == 1 && page >= 0)
                    || (filled.size() == 2 && !filled.getLast().text().matches("\\d{1,3}"))) {
                return false;
            }
            if (filled.size() == 2) {
                var next = Integer.parseInt(filled.getLast().text());
                if (next < page) {
                    return false;
                }
                page = next;
            }
        }
        return page >= 0 && table.rows().size() > 1;
    }

    /** The name of a level with which a paragraph begins, as in "Level 2: Competent. Works alone." */
    private static Optional<String> inline(Block block) {
        if (!(block instanceof Block.Paragraph paragraph)) {
            return Optional.empty();
        }
        var match = NAMED.matcher(paragraph.text());
        return match.matches() && LevelName.of(match.group("name")).isPresent()
                ? Optional.of(match.group("name"))
                : Optional.empty();
    }

    /** Whether a paragraph names a level in words too many for a heading, and says no sentence. */
    private static boolean longName(Block block) {
        return inline(block).isPresent()
                && !Phrase.endsSentence(Flow.text(block))
                && LevelName.of(Flow.text(block)).isPresent();
    }

    private static void apart(Block.Paragraph paragraph, String name, List<Block> blocks) {
        var first = new Span(paragraph.span().first(), paragraph.span().first());
        var rest = paragraph.text().substring(name.length()).replaceFirst("^\\s*[.:–—-]\\s*", "");
        blocks.add(new Block.Heading(0, name, first));
        blocks.add(new Block.Paragraph(rest, paragraph.lines(), paragraph.span()));
    }

    /** Whether the first of several lines is the heading of a level: what follows begins anew. */
    private static boolean namesALevel(Block.Paragraph paragraph) {
        var lines = paragraph.lines();
        return lines.size() > 1
                && lines.getFirst().text().length() <= LONGEST_HEADING
                && Phrase.label(lines.getFirst().text())
                && LevelName.of(lines.getFirst().text()).isPresent()
                && !Phrase.startsInLowerCase(lines.get(1).text());
    }

    /** The heading, a second one where the next line stands as its title, and what is left. */
    private static void apart(Block.Paragraph paragraph, List<Block> blocks) {
        var lines = paragraph.lines();
        var from = 1;
        blocks.add(heading(lines.getFirst()));
        while (from < lines.size() && labels(lines, from)) {
            blocks.add(heading(lines.get(from)));
            from++;
        }
        var rest = lines.subList(from, lines.size());
        if (!rest.isEmpty()) {
            blocks.add(new Block.Paragraph(
                    String.join(" ", rest.stream().map(Block.Line::text).toList()),
                    rest,
                    new Span(rest.getFirst().number(), rest.getLast().number())));
        }
    }

    /** Whether a line is no sentence and no sentence goes on behind it. */
    private static boolean labels(List<Block.Line> lines, int index) {
        var next = index + 1 < lines.size() ? lines.get(index + 1).text() : "";
        return Phrase.label(lines.get(index).text()) && !Phrase.startsInLowerCase(next);
    }

    private static Block heading(Block.Line line) {
        return new Block.Heading(0, line.text(), new Span(line.number(), line.number()));
    }
}
