package org.espalier.importing.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Block.Furniture;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.espalier.importing.reading.OutlineBuilder.CellDraft;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A web page: what it says in headings, paragraphs, lists and tables; menus and the like become furniture. */
final class HtmlReader {

    private static final Pattern START = Pattern.compile(
            "(?is)\\s*(?:<\\?xml[^>]{0,200}\\?>\\s*)?(?:<!--.{0,2000}?-->\\s*)*"
                    + "<(?:!doctype\\s+html|html|head|body|main|article|section|header|div|table|h[1-6]|p|ul|ol|dl)\\b.*");
    private static final Set<String> SILENT =
            Set.of("script", "style", "template", "noscript", "head", "svg", "math", "iframe", "object", "datalist");
    private static final Pattern ASIDE = Pattern.compile(
            "(?i)(?<![a-z])(?:cookies?|cookie-?(?:banner|notice)|(?:main-|site-|top-)?menu|navbar|nav|navigation|breadcrumbs?|(?:site-|page-)?footer|sidebar|share|social|skip-?link|newsletter)(?![a-z])");
    private static final Set<String> CONTROLS = Set.of("button", "select", "textarea");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
            "tt", "u", "var", "wbr", "o:p", "img");

    private final OutlineBuilder outline = new OutlineBuilder(Format.HTML);
    private final Deque<Integer> numbers = new ArrayDeque<>();
    private List<String> lines = new ArrayList<>();
    private StringBuilder line = new StringBuilder();
    private int listDepth = -1;
    private @Nullable String marker;
    private boolean mainOnly;

    private HtmlReader() {}

    static boolean alike(String text) {
        return START.matcher(text.substring(0, Math.min(text.length(), 4000))).matches();
    }

    static DocumentOutline read(String text) {
        var document = org.jsoup.Jsoup.parse(text, "", Parser.htmlParser().setMaxDepth(Limits.DEPTH * 2));
        var reader = new HtmlReader();
        reader.mainOnly = document.selectFirst("main, [role=main]") != null;
        reader.body(document);
        return reader.outline.outline();
    }

    private void body(Document document) {
        children(document.body(), 0);
        flush();
    }

    private void children(Element parent, int depth) {
        Limits.depth(depth);
        for (var child : parent.childNodes()) {
            node(child, depth + 1);
        }
    }

    private void node(Node node, int depth) {
        switch (node) {
            case TextNode text -> line.append(text.getWholeText());
            case Element element -> element(element, depth);
            default -> {}
        }
    }

    private void element(Element element, int depth) {
        var tag = element.normalName();
        if (SILENT.contains(tag)) {
            return;
        }
        if (CONTROLS.contains(tag) || furniture(element)) {
            flush();
            furniture(element, depth);
            return;
        }
        switch (tag) {
            case "br" -> lineBreak();
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, tag.charAt(1) - '0');
            case "summary" -> heading(element, 0);
            case "ul", "ol", "menu", "dir" -> list(element, depth);
            case "li" -> item(element, depth);
            case "dl" -> definitions(element);
            case "table" -> table(element, depth);
            case "p" -> paragraph(element, depth);
            case "pre" -> preformatted(element);
            case "sup" -> superscript(element, depth);
            default -> {
                endBlock(tag);
                children(element, depth);
                endBlock(tag);
            }
        }
    }

    /** A block ends a paragraph; inside a list item it only ends a line. */
    private void endBlock(String tag) {
        if (INLINE.contains(tag)) {
            return;
        }
        if (listDepth >= 0) {
            endLine();
        } else {
            flush();
        }
    }

    /** Menus, page headers and page footers; with a main part on the page, everything outside it. */
    private boolean furniture(Element element) {
        var tag = element.normalName();
        var role = element.attr("role").toLowerCase(Locale.ROOT);
        if (tag.equals("nav")
                || role.equals("navigation")
                || role.equals("banner")
                || role.equals("contentinfo")
                || role.equals("search")) {
            return true;
        }
        if (element.parent() == null || element.parent().normalName().equals("html")) {
            return false;
        }
        if (ASIDE.matcher(element.id() + " " + element.className()).find()
                && !INLINE.contains(tag)
                && element.selectFirst("h1, main, table") == null) {
            return true;
        }
        if (mainOnly) {
            return element.closest("main, [role=main]") == null
                    && element.selectFirst("main, [role=main]") == null
                    && !INLINE.contains(tag);
        }
        return (tag.equals("header") || tag.equals("footer")) && element.closest("article, section, main") == null;
    }

    /** The lines of a page footer apart, as each may say something else; a menu as one. */
    private void furniture(Element element, int depth) {
        Limits.depth(depth);
        var parts = element.children().stream()
                .filter(child -> !INLINE.contains(child.normalName()) && !SILENT.contains(child.normalName()))
                .toList();
        var menu = element.normalName().equals("nav") || element.closest("nav, ul, ol") != null;
        if (parts.isEmpty() || menu || Wording.spaced(element.ownText()).length() > 0) {
            var text = new StringBuilder();
            element.traverse((node, at) -> {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText());
                } else if (node instanceof Element inner && !INLINE.contains(inner.normalName())) {
                    text.append(' ');
                }
            });
            outline.furniture(Furniture.Kind.NAVIGATION, text.toString());
        } else {
            element.children().stream()
                    .filter(child -> !SILENT.contains(child.normalName()))
                    .forEach(child -> furniture(child, depth + 1));
        }
    }

    private void lineBreak() {
        var blank = Wording.blank(line.toString());
        endLine();
        if (blank && !lines.isEmpty()) {
            flush();
        }
    }

    private void endLine() {
        if (!Wording.blank(line.toString())) {
            lines.add(line.toString());
        }
        line = new StringBuilder();
    }

    /** Ends the paragraph or the list item that is being gathered. */
    private void flush() {
        endLine();
        if (!lines.isEmpty()) {
            if (listDepth >= 0) {
                outline.item(listDepth, marker, lines);
                marker = null;
            } else {
                outline.paragraphOrItem(lines);
            }
        }
        lines = new ArrayList<>();
    }

    private void heading(Element element, int depth) {
        flush();
        outline.heading(depth, element.wholeText());
    }

    private void paragraph(Element element, int depth) {
        if (listDepth >= 0) {
            endLine();
            children(element, depth);
            endLine();
            return;
        }
        flush();
        var words = Wording.spaced(element.wholeText());
        if (allStrong(element, words)
                && HeadingLook.alike(words)
                && Bullet.at(words).isEmpty()) {
            outline.heading(0, words);
            return;
        }
        children(element, depth);
        flush();
    }

    /** A paragraph that is bold from end to end. */
    private static boolean allStrong(Element element, String words) {
        var strong = new StringBuilder();
        for (var child : element.childNodes()) {
            if (child instanceof Element inner
                    && (inner.normalName().equals("strong")
                            || inner.normalName().equals("b"))) {
                strong.append(inner.wholeText());
            }
        }
        return !words.isEmpty() && Wording.spaced(strong.toString()).equals(words);
    }

    private void list(Element element, int depth) {
        flush();
        var outer = marker;
        listDepth++;
        numbers.push(element.normalName().equals("ol") ? start(element) : -1);
        children(element, depth);
        flush();
        numbers.pop();
        listDepth--;
        marker = outer;
    }

    private static int start(Element list) {
        var start = list.attr("start");
        return start.matches("[0-9]{1,6}") ? Integer.parseInt(start) : 1;
    }

    private void item(Element element, int depth) {
        flush();
        if (listDepth < 0) {
            outline.item(0, "•", List.of(element.wholeText()));
            return;
        }
        var number = numbers.pop();
        marker = number < 0 ? "•" : number + ".";
        numbers.push(number < 0 ? -1 : number + 1);
        children(element, depth);
        flush();
    }

    /** Terms and what is said about them: a table of two columns. */
    private void definitions(Element element) {
        flush();
        var rows = new ArrayList<List<CellDraft>>();
        var terms = new ArrayList<Block.Line>();
        var said = new ArrayList<Block.Line>();
        for (var part : element.select("dt, dd")) {
            if (part.normalName().equals("dt")) {
                if (!said.isEmpty()) {
                    addDefinition(rows, terms, said);
                }
                terms.add(new Block.Line(1, part.wholeText()));
            } else {
                said.addAll(cellLines(part));
            }
        }
        addDefinition(rows, terms, said);
        outline.table(rows);
    }

    private static void addDefinition(List<List<CellDraft>> rows, List<Block.Line> terms, List<Block.Line> said) {
        if (!terms.isEmpty() || !said.isEmpty()) {
            rows.add(List.of(new CellDraft(terms, 1, 1, true), new CellDraft(said, 1, 1, false)));
        }
        terms.clear();
        said.clear();
    }

    private void table(Element table, int depth) {
        flush();
        if (layout(table)) {
            children(table, depth);
            flush();
            return;
        }
        var caption = table.selectFirst("> caption");
        if (caption != null) {
            outline.paragraph(caption.wholeText());
        }
        var grid = new Grid();
        for (var row : table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr")) {
            for (var cell : row.children()) {
                if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
                    grid.cell(new CellDraft(
                            cellLines(cell),
                            span(cell, "colspan"),
                            span(cell, "rowspan"),
                            cell.normalName().equals("th")));
                }
            }
            grid.endRow();
        }
        outline.table(grid.rows());
    }

    /** A table that only arranges the page: it holds other tables or headings, or has a single cell. */
    private static boolean layout(Element table) {
        return table.attr("role").equals("presentation")
                || table.select("table").size() > 1
                || table.selectFirst("h1, h2, h3") != null
                || table.select("td, th").size() <= 1;
    }

    private static int span(Element cell, String attribute) {
        var value = cell.attr(attribute).strip();
        if (!value.matches("[0-9]{1,9}")) {
            return 1;
        }
        return Math.clamp(Integer.parseInt(value), 1, attribute.equals("rowspan") ? 1000 : Integer.MAX_VALUE);
    }

    /** The paragraphs and list items of a cell, one each. */
    private static List<Block.Line> cellLines(Element cell) {
        var lines = new ArrayList<Block.Line>();
        var text = new StringBuilder();
        cellLines(cell, lines, text, null);
        end(lines, text, null);
        return lines;
    }

    private static void cellLines(Element parent, List<Block.Line> lines, StringBuilder text, @Nullable String marker) {
        for (var child : parent.childNodes()) {
            if (child instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (child instanceof Element element && !SILENT.contains(element.normalName())) {
                var tag = element.normalName();
                if (INLINE.contains(tag)) {
                    cellLines(element, lines, text, marker);
                } else {
                    end(lines, text, marker);
                    cellLines(element, lines, text, tag.equals("li") ? "•" : marker);
                    end(lines, text, tag.equals("li") ? "•" : marker);
                }
            }
        }
    }

    private static void end(List<Block.Line> lines, StringBuilder text, @Nullable String marker) {
        var words = Wording.spaced(text.toString());
        text.setLength(0);
        if (!words.isEmpty()) {
            lines.add(marker == null ? PipeTable.line(1, words) : new Block.Line(1, words, marker));
        }
    }

    private void preformatted(Element element) {
        flush();
        for (var part : element.wholeText().split("\\R\\s*\\R", -1)) {
            outline.paragraphOrItem(List.of(part.split("\\R", -1)));
        }
    }

    private void superscript(Element element, int depth) {
        var digits = element.text();
        if (digits.matches("[0-9]{1,3}")) {
            line.append(Wording.superscript(digits));
        } else {
            children(element, depth);
        }
    }
}
