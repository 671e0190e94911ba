package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Block.Furniture;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.outline.Span;
import org.jspecify.annotations.Nullable;

/**
 * Makes the outline of a format that has no lines of its own. Its text form has one line for each line of a paragraph,
 * for each list item and for each row of a table, whose cells are held apart by tabs.
 */
final class OutlineBuilder {

    private final Format format;
    private final List<SourceLine> lines = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable Integer page;
    private List<Integer> pages = List.of();
    private long characters;

    OutlineBuilder(Format format) {
        this.format = format;
    }

    /** From here on everything stands on this page. */
    void page(int number) {
        page = number;
    }

    void heading(int depth, String text) {
        var words = Wording.spaced(text);
        if (!words.isEmpty()) {
            blocks.add(new Block.Heading(depth, words, line(words)));
        }
    }

    /** A paragraph of these lines, each of them one line of the text form. */
    void paragraph(List<String> texts) {
        var made = lines(texts, "");
        if (!made.isEmpty()) {
            blocks.add(new Block.Paragraph(Wording.joined(made), made, span(made)));
        }
    }

    /** A paragraph whose lines stand on these pages. */
    void paragraph(List<String> texts, List<Integer> on) {
        pages = List.copyOf(on);
        paragraph(texts);
        pages = List.of();
    }

    /** A list item whose lines stand on these pages. */
    void item(int depth, String marker, List<String> texts, List<Integer> on) {
        pages = List.copyOf(on);
        item(depth, marker, texts);
        pages = List.of();
    }

    /** A table whose rows stand on these pages. */
    void table(List<List<CellDraft>> rows, List<Integer> on) {
        pages = List.copyOf(on);
        table(rows);
        pages = List.of();
    }

    void paragraph(String text) {
        paragraph(List.of(text));
    }

    void item(int depth, @Nullable String marker, List<String> texts) {
        var made = lines(texts, "  ".repeat(depth) + (marker == null ? "" : marker + " "));
        if (!made.isEmpty()) {
            blocks.add(new Block.ListItem(depth, marker, Wording.joined(made), made, span(made)));
        }
    }

    void furniture(Furniture.Kind kind, String text) {
        var words = Wording.spaced(text);
        if (!words.isEmpty()) {
            blocks.add(new Furniture(kind, words, line(words)));
        }
    }

    /** A paragraph that begins with a bullet is a list item, whatever the format calls it. */
    void paragraphOrItem(List<String> texts) {
        var bullet = texts.isEmpty()
                ? java.util.Optional.<Bullet>empty()
                : Bullet.at(texts.getFirst())
                        .filter(found -> found.sure() || found.kind().equals("-"));
        if (bullet.isPresent()
                && (texts.size() > 1 || !Wording.blank(bullet.get().rest()))) {
            var rest = new ArrayList<>(texts);
            rest.set(0, bullet.get().rest());
            item(0, bullet.get().marker(), rest);
        } else {
            paragraph(texts);
        }
    }

    /**
     * What a reader knows about a cell: its paragraphs and list items, and the places it covers.
     *
     * @param source all it holds, before it was taken apart
     */
    record CellDraft(List<Block.Line> lines, int columns, int rows, boolean header, String source) {
        static final CellDraft BLANK = new CellDraft(List.of(), 1, 1, false);

        CellDraft {
            lines = List.copyOf(lines);
        }

        CellDraft(List<Block.Line> lines, int columns, int rows, boolean header) {
            this(lines, columns, rows, header, "");
        }

        boolean blank() {
            return lines.isEmpty();
        }
    }

    /** A table whose rows have a cell, blank or not, at every place. */
    void table(List<List<CellDraft>> drafts) {
        var rows = new ArrayList<Block.Row>();
        for (var i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            Limits.columns(draft.size());
            turnTo(i);
            if (draft.stream().allMatch(cell -> text(cell).isEmpty())) {
                continue;
            }
            var text = new ArrayList<String>();
            draft.forEach(cell -> text.add(text(cell)));
            var span = line(String.join("\t", text));
            var cells = new ArrayList<Block.Cell>();
            for (var cell : draft) {
                var parts = new ArrayList<Block.Line>();
                for (var part : cell.lines()) {
                    var words = Wording.spaced(part.text());
                    if (!words.isEmpty()) {
                        parts.add(new Block.Line(span.first(), words, part.marker()));
                    }
                }
                cells.add(new Block.Cell(text(cell), parts, cell.columns(), cell.rows(), cell.header(), span));
            }
            rows.add(new Block.Row(cells, span));
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(
                    rows, rows.getFirst().span().through(rows.getLast().span())));
        }
    }

    /** The outline, or nothing when the document shows no words. */
    DocumentOutline outline() {
        return new DocumentOutline(format, lines, Tidying.withJoinedTables(blocks));
    }

    private static String text(CellDraft cell) {
        var text = new ArrayList<String>();
        for (var line : cell.lines()) {
            text.add((line.marker() == null ? "" : line.marker() + " ") + line.text());
        }
        return Wording.spaced(String.join(" ", text));
    }

    private List<Block.Line> lines(List<String> texts, String before) {
        var made = new ArrayList<Block.Line>();
        for (var i = 0; i < texts.size(); i++) {
            var words = Wording.spaced(texts.get(i));
            turnTo(i);
            if (!words.isEmpty()) {
                var span = line(made.isEmpty() ? before + words : words);
                made.add(new Block.Line(span.first(), words));
            }
        }
        return made;
    }

    private void turnTo(int part) {
        if (part < pages.size()) {
            page = pages.get(part);
        }
    }

    private static Span span(List<Block.Line> lines) {
        return new Span(lines.getFirst().number(), lines.getLast().number());
    }

    private Span line(String text) {
        characters += text.length();
        Limits.characters(characters);
        Limits.lines(lines.size() + 1);
        lines.add(new SourceLine(lines.size() + 1, page, text));
        return new Span(lines.size(), lines.size());
    }
}
