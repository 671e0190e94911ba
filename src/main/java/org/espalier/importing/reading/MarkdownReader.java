package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Block.Furniture;
import org.espalier.importing.outline.Block.Line;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.espalier.importing.outline.SourceLine;
import org.espalier.importing.outline.Span;

/**
 * Markdown as it is specified, with tables. A text that only resembles it (tables held together by tabs, a header row that
 * is a cell short) is none, and is read as plain text, which knows such things.
 */
final class MarkdownReader {

    private static final Pattern HEADING = Pattern.compile("\\s{0,3}#{1,6}\\s+\\S.*");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)*\\|?\\s*");
    private static final Pattern OTHER_BREAK = Pattern.compile("[\\f\\u000B\\u0085\\u2028\\u2029]");

    private final List<SourceLine> lines;
    private final List<Block> blocks = new ArrayList<>();

    private MarkdownReader(List<SourceLine> lines) {
        this.lines = lines;
    }

    /** The outline, if the text is Markdown through and through. */
    static Optional<DocumentOutline> read(String text) {
        if (OTHER_BREAK.matcher(text).find()) {
            return Optional.empty();
        }
        var lines = TextLines.of(text);
        if (!alike(lines)) {
            return Optional.empty();
        }
        var document = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(text);
        var reader = new MarkdownReader(lines);
        reader.children(document, -1);
        reader.coverWordless();
        return reader.everyLineOnce()
                ? Optional.of(new DocumentOutline(Format.MARKDOWN, lines, Tidying.withJoinedTables(reader.blocks)))
                : Optional.empty();
    }

    private static boolean alike(List<SourceLine> lines) {
        var signs = 0;
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).text();
            Limits.depth(quotes(line));
            if (TabTable.end(lines, i) > i) {
                return false;
            }
            signs += HEADING.matcher(line).matches() ? 1 : 0;
            if (line.indexOf('|') >= 0 && SEPARATOR.matcher(line).matches() && i > 0) {
                if (!table(lines, i)) {
                    return false;
                }
                signs++;
            }
        }
        return signs > 0;
    }

    /** How many quotations the line stands in. */
    private static int quotes(String line) {
        var quotes = 0;
        for (var i = 0; i < line.length() && (line.charAt(i) == '>' || line.charAt(i) == ' '); i++) {
            quotes += line.charAt(i) == '>' ? 1 : 0;
        }
        return quotes;
    }

    /** Whether the line above this separator is a full header row that stands apart from the text before it. */
    private static boolean table(List<SourceLine> lines, int separator) {
        var header = lines.get(separator - 1).text();
        var cells = PipeTable.cells(header);
        return header.strip().startsWith("|")
                && cells.size() == PipeTable.cells(lines.get(separator).text()).size()
                && (separator < 2 || Wording.blank(lines.get(separator - 2).text()));
    }

    /** Lines that only hold mark-up, such as an empty line of a quotation. */
    private void coverWordless() {
        var covered = covered();
        for (var line : lines) {
            if (covered[line.number()] == 0
                    && !Wording.blank(line.text())
                    && line.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
                var at = 0;
                while (at < blocks.size() && blocks.get(at).span().first() < line.number()) {
                    at++;
                }
                blocks.add(
                        at,
                        new Furniture(
                                Furniture.Kind.PAGE_FURNITURE,
                                Wording.spaced(line.text()),
                                new Span(line.number(), line.number())));
            }
        }
    }

    private boolean everyLineOnce() {
        var covered = covered();
        return lines.stream()
                .allMatch(line ->
                        covered[line.number()] == 1 || (covered[line.number()] == 0 && Wording.blank(line.text())));
    }

    private int[] covered() {
        var covered = new int[lines.size() + 1];
        for (var block : blocks) {
            var spans = block instanceof Block.Table table
                    ? table.rows().stream().map(Block.Row::span).toList()
                    : List.of(block.span());
            for (var span : spans) {
                for (var line = span.first(); line <= span.last(); line++) {
                    covered[line]++;
                }
            }
        }
        return covered;
    }

    private void children(Node parent, int listDepth) {
        Limits.depth(listDepth);
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, listDepth);
        }
    }

    private void block(Node node, int listDepth) {
        switch (node) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph
            when piped(paragraph) ->
                blocks.add(PipeTable.read(
                        lines, span(paragraph).first() - 1, span(paragraph).last()));
            case Paragraph paragraph -> paragraph(paragraph);
            case BulletList list -> items(list, listDepth + 1);
            case OrderedList list -> items(list, listDepth + 1);
            case TableBlock table -> table(table);
            case org.commonmark.node.BlockQuote quote -> children(quote, listDepth);
            case org.commonmark.node.ThematicBreak rule -> furniture(rule);
            case org.commonmark.node.LinkReferenceDefinition definition -> furniture(definition);
            default -> verbatim(node);
        }
    }

    private void heading(Heading heading) {
        var words = Wording.spaced(String.join(" ", texts(heading)));
        if (words.isEmpty()) {
            furniture(heading);
        } else {
            blocks.add(new Block.Heading(heading.getLevel(), words, span(heading)));
        }
    }

    private void paragraph(Paragraph paragraph) {
        var made = made(paragraph);
        if (made.isEmpty()) {
            furniture(paragraph);
            return;
        }
        var text = Wording.joined(made);
        var bold = paragraph.getFirstChild() instanceof StrongEmphasis
                && paragraph.getFirstChild() == paragraph.getLastChild();
        blocks.add(
                bold && HeadingLook.alike(text)
                        ? new Block.Heading(0, text, span(paragraph))
                        : new Block.Paragraph(text, made, span(paragraph)));
    }

    private List<Line> made(Node paragraph) {
        var first = span(paragraph).first();
        var texts = texts(paragraph);
        var made = new ArrayList<Line>();
        for (var i = 0; i < texts.size(); i++) {
            var words = Wording.spaced(texts.get(i));
            if (!words.isEmpty()) {
                made.add(new Line(Math.min(first + i, span(paragraph).last()), words));
            }
        }
        return made;
    }

    /** Each item with the paragraphs that belong to it; lists inside it follow. */
    private void items(Node list, int depth) {
        Limits.depth(depth);
        var number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var marker =
                    switch (list) {
                        case BulletList bullets when bullets.getMarker() != null -> bullets.getMarker();
                        case OrderedList ordered ->
                            number + (ordered.getMarkerDelimiter() == null ? "." : ordered.getMarkerDelimiter());
                        default -> "-";
                    };
            number++;
            var own = new ArrayList<Line>();
            Span span = null;
            var child = item.getFirstChild();
            for (; child instanceof Paragraph paragraph; child = child.getNext()) {
                own.addAll(made(paragraph));
                span = span == null ? span(paragraph) : span.through(span(paragraph));
            }
            if (span != null && !own.isEmpty()) {
                blocks.add(new Block.ListItem(depth, marker, Wording.joined(own), own, span));
            } else if (child == null && !item.getSourceSpans().isEmpty()) {
                furniture(item);
            }
            for (; child != null; child = child.getNext()) {
                block(child, depth);
            }
        }
    }

    /** Rows of cells between strokes without the line that would make a table of them. */
    private boolean piped(Paragraph paragraph) {
        var span = span(paragraph);
        return lines.subList(span.first() - 1, span.last()).stream()
                .map(line -> line.text().strip())
                .allMatch(line -> line.startsWith("|")
                        && line.endsWith("|")
                        && line.codePoints().anyMatch(Character::isLetterOrDigit));
    }

    private void table(TableBlock table) {
        var rows = new ArrayList<Block.Row>();
        var line = span(table).first();
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                var header = rows.isEmpty();
                var span = new Span(line, header ? line + 1 : line);
                line = span.last() + 1;
                rows.add(new Block.Row(cells(row, span, header), span));
            }
        }
        if (rows.stream().allMatch(row -> row.cells().stream()
                .allMatch(cell -> cell.text().isEmpty()))) {
            furniture(table);
            return;
        }
        blocks.add(new Block.Table(rows, span(table)));
    }

    /** The cells of a row, those too that the specification leaves out because the header has fewer. */
    private List<Block.Cell> cells(Node row, Span span, boolean header) {
        var cells = new ArrayList<Block.Cell>();
        for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            var parts = new ArrayList<Line>();
            for (var text : texts(cell)) {
                if (!Wording.blank(text)) {
                    parts.add(PipeTable.line(span.first(), Wording.spaced(text)));
                }
            }
            cells.add(new Block.Cell(Wording.spaced(String.join(" ", texts(cell))), parts, 1, 1, header, span));
        }
        var printed = PipeTable.cells(lines.get(span.first() - 1).text());
        for (var extra : printed.subList(Math.min(cells.size(), printed.size()), printed.size())) {
            cells.add(PipeTable.cell(extra, span));
        }
        Limits.columns(cells.size());
        return cells;
    }

    /** Code and HTML: the words of each line, one paragraph. */
    private void verbatim(Node node) {
        if (node.getSourceSpans().isEmpty()) {
            return;
        }
        var span = span(node);
        var fenced = node instanceof FencedCodeBlock;
        var made = new ArrayList<Line>();
        for (var number = span.first() + (fenced ? 1 : 0); number <= span.last(); number++) {
            var words = Wording.plain(lines.get(number - 1).text());
            if (!words.isEmpty() && !(fenced && words.matches("[`~]{3,}"))) {
                made.add(new Line(number, words));
            }
        }
        if (made.isEmpty()) {
            furniture(node);
        } else {
            blocks.add(new Block.Paragraph(Wording.joined(made), made, span));
        }
    }

    private void furniture(Node node) {
        if (!node.getSourceSpans().isEmpty()) {
            var span = span(node);
            var text = new StringBuilder();
            lines.subList(span.first() - 1, span.last())
                    .forEach(line -> text.append(line.text()).append(' '));
            blocks.add(new Furniture(Furniture.Kind.PAGE_FURNITURE, Wording.spaced(text.toString()), span));
        }
    }

    private static Span span(Node node) {
        var spans = node.getSourceSpans();
        return new Span(spans.getFirst().getLineIndex() + 1, spans.getLast().getLineIndex() + 1);
    }

    /** The words of a block without their mark-up, line by line. */
    private static List<String> texts(Node block) {
        var texts = new ArrayList<StringBuilder>(List.of(new StringBuilder()));
        inline(block, texts, 0);
        return texts.stream().map(StringBuilder::toString).toList();
    }

    private static void inline(Node parent, List<StringBuilder> texts, int depth) {
        Limits.depth(depth);
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> texts.getLast().append(text.getLiteral());
                case Code code -> texts.getLast().append(code.getLiteral());
                case SoftLineBreak ignored -> texts.add(new StringBuilder());
                case HardLineBreak ignored -> texts.add(new StringBuilder());
                case HtmlInline html when html.getLiteral().matches("(?i)<br\\s*/?>") -> texts.add(new StringBuilder());
                default -> inline(node, texts, depth + 1);
            }
        }
    }
}
