package org.espalier.importing.recognising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.Span;

/**
 * Takes apart what a text without blank lines ran together: a heading and the paragraph below it, a heading and the
 * items below it, sentences that were ended on purpose. Only what shows by its own words, by coming again as a whole
 * line, or by its number is taken to be a line of its own.
 */
final class ShortLines {

    private static final Pattern ITEM =
            Pattern.compile("(?<marker>\\(?(?:[a-z]|\\d{1,2}|[ivx]{1,5})[.)])\\s+(?<text>\\S.*)");
    private static final Pattern FACT = Pattern.compile("\\p{Lu}[\\p{L} ]{1,30}:\\s+\\S.*");
    private static final int BRIEF = 5;
    private static final int FEWEST_WORDS = 3;
    private static final int NARROW = 40;
    private static final double SHORT = 0.6;

    private final List<Block> blocks;
    private final Map<String, Integer> standing = new HashMap<>();
    private final int width;

    private ShortLines(DocumentOutline outline) {
        this.blocks = outline.blocks();
        for (var block : blocks) {
            if (!(block instanceof Block.Table) && !(block instanceof Block.Furniture)) {
                BlockText.lines(block).forEach(line -> standing.merge(line.text(), 1, Integer::sum));
            }
        }
        this.width = blocks.stream()
                .filter(block -> !(block instanceof Block.Table) && !(block instanceof Block.Furniture))
                .flatMap(block -> BlockText.lines(block).stream())
                .mapToInt(line -> line.text().length())
                .max()
                .orElse(0);
    }

    static DocumentOutline apart(DocumentOutline outline) {
        var lines = new ShortLines(outline);
        var apart = new ArrayList<Block>();
        for (var block : outline.blocks()) {
            if (block instanceof Block.Paragraph paragraph && paragraph.lines().size() > 1) {
                apart.addAll(lines.apart(paragraph));
            } else {
                apart.add(block);
            }
        }
        return new DocumentOutline(outline.format(), outline.lines(), apart);
    }

    private List<Block> apart(Block.Paragraph paragraph) {
        var lines = paragraph.lines();
        var parts = new ArrayList<Block>();
        var open = new ArrayList<Block.Line>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var item = ITEM.matcher(line.text());
            if (heading(lines, i, parts)) {
                close(open, parts);
                parts.add(new Block.Heading(0, line.text(), new Span(line.number(), line.number())));
            } else if (item.matches() && open.isEmpty() && !parts.isEmpty()) {
                parts.add(item(line, item.group("marker"), item.group("text")));
            } else {
                open.add(line);
            }
        }
        if (parts.isEmpty()) {
            return List.of(paragraph);
        }
        close(open, parts);
        return parts;
    }

    private static Block item(Block.Line line, String marker, String text) {
        var rest = new Block.Line(line.number(), text);
        return new Block.ListItem(0, marker, text, List.of(rest), new Span(line.number(), line.number()));
    }

    private void close(List<Block.Line> open, List<Block> parts) {
        if (open.isEmpty()) {
            return;
        }
        var sentences = endedOnPurpose(open) ? open.stream().map(List::of).toList() : List.of(List.copyOf(open));
        for (var lines : sentences) {
            parts.add(new Block.Paragraph(
                    String.join(" ", lines.stream().map(Block.Line::text).toList()),
                    lines,
                    new Span(lines.getFirst().number(), lines.getLast().number())));
        }
        open.clear();
    }

    /** Whether every line is a sentence and far shorter than the text is wide. */
    private boolean endedOnPurpose(List<Block.Line> lines) {
        return lines.stream()
                .allMatch(line -> Phrase.endsSentence(line.text())
                        && !Phrase.startsInLowerCase(line.text())
                        && (line == lines.getLast() || line.text().length() < width * SHORT));
    }

    private boolean heading(List<Block.Line> lines, int index, List<Block> parts) {
        if (index + 1 == lines.size()) {
            return false;
        }
        var text = lines.get(index).text();
        var next = lines.get(index + 1).text();
        var before = index == 0 ? "" : lines.get(index - 1).text();
        var afterHeading = index > 0
                && !parts.isEmpty()
                && parts.getLast().span().last() == lines.get(index - 1).number();
        var begins = index == 0 || Phrase.endsSentence(before) || afterHeading;
        if (!begins
                || !Phrase.label(text)
                || ITEM.matcher(text).matches()
                || FACT.matcher(text).matches()) {
            return false;
        }
        var lettered = ITEM.matcher(next).matches();
        if (CodedStatements.coded(text)) {
            return index == 0 && (lettered || Phrase.introduces(next)) && lines.size() > 1;
        }
        var below = lettered || CodedStatements.coded(next);
        if ((Phrase.startsInLowerCase(next) || next.startsWith("(")) && !below) {
            return false;
        }
        return below && index == 0
                || known(text)
                || (index == 0 && Vocabulary.backMatter(text))
                || (standing.getOrDefault(text, 0) > 1 && Phrase.wordCount(text) <= BRIEF && !allNames(lines, index))
                || (index == 0 && introduced(lines))
                || (index == 0 && facts(lines));
    }

    /** Whether the lines below are a name or two, as under one another in a logo. */
    private static boolean allNames(List<Block.Line> lines, int index) {
        var below = lines.subList(index + 1, lines.size()).stream()
                .flatMap(line -> Stream.of(line.text().split(" ")))
                .toList();
        return below.size() < FEWEST_WORDS && below.stream().noneMatch(Phrase::startsInLowerCase);
    }

    /** Whether the words are those of a heading in any framework. */
    private static boolean known(String text) {
        return Vocabulary.group(text).isPresent()
                || Vocabulary.field(text).isPresent()
                || Vocabulary.statements(text)
                || RoleWords.layer(text).isPresent()
                || RoleWords.part(text)
                        .filter(part -> part == RoleWords.Part.CPD)
                        .isPresent()
                || LevelName.of(text).isPresent();
    }

    /** A short line over one that introduces what follows. */
    private static boolean introduced(List<Block.Line> lines) {
        return lines.size() == 2
                && lines.getFirst().text().length() < NARROW
                && Phrase.wordCount(lines.getFirst().text()) <= BRIEF
                && Phrase.introduces(lines.getLast().text());
    }

    /** A title over a number of facts. */
    private static boolean facts(List<Block.Line> lines) {
        return lines.size() > 2
                && lines.subList(1, lines.size()).stream()
                        .allMatch(line -> FACT.matcher(line.text()).matches());
    }
}
