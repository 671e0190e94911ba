package org.espalier.importing.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.Block.Furniture;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.espalier.importing.reading.OutlineBuilder.CellDraft;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A Word document as it reads when all tracked changes are accepted. Page headers and footers are furniture; footnotes
 * stand at the end.
 */
final class DocxReader {

    private static final Set<String> TRANSPARENT =
            Set.of("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag");

    private final OutlineBuilder outline = new OutlineBuilder(Format.DOCX);
    private final PackagePart main;
    private final WordStyles styles;
    private final WordNumbering numbering;
    private List<String> carried = List.of();

    private DocxReader(PackagePart main) throws IOException, OpenXML4JException {
        this.main = main;
        this.styles = new WordStyles(part("styles"));
        this.numbering = new WordNumbering(part("numbering"));
    }

    static DocumentOutline read(byte[] content) {
        try (var pack = OPCPackage.open(new ByteArrayInputStream(content))) {
            return new DocxReader(mainPart(pack)).read();
        } catch (IOException | OpenXML4JException e) {
            throw FileKind.broken();
        } catch (Unreadable unreadable) {
            throw unreadable;
        } catch (RuntimeException e) {
            throw FileKind.broken();
        }
    }

    private static PackagePart mainPart(OPCPackage pack) throws IOException {
        for (var relation : pack.getRelationships()) {
            if (relation.getRelationshipType().endsWith("/officeDocument")) {
                var part = pack.getPart(relation);
                if (part != null) {
                    return part;
                }
            }
        }
        throw new IOException("no main part");
    }

    private @Nullable Element part(String type) throws IOException, OpenXML4JException {
        var parts = parts(type);
        return parts.isEmpty() ? null : parts.getFirst();
    }

    private List<Element> parts(String type) throws IOException, OpenXML4JException {
        var parts = new ArrayList<Element>();
        for (var relation : main.getRelationships()) {
            if (relation.getRelationshipType().endsWith("/" + type)) {
                try (var in = main.getRelatedPart(relation).getInputStream()) {
                    parts.add(Xml.root(in));
                }
            }
        }
        return parts;
    }

    private DocumentOutline read() throws IOException, OpenXML4JException {
        furniture("header");
        try (var in = main.getInputStream()) {
            var body = Xml.at(Xml.root(in), "body").orElseThrow(() -> new IOException("no body"));
            blocks(body, 0);
        }
        notes("footnotes", "footnote");
        notes("endnotes", "endnote");
        furniture("footer");
        return outline.outline();
    }

    private void furniture(String type) throws IOException, OpenXML4JException {
        var seen = new LinkedHashSet<String>();
        for (var part : parts(type)) {
            seen.add(Wording.spaced(String.join(" ", words(part))));
        }
        seen.forEach(text -> outline.furniture(Furniture.Kind.PAGE_FURNITURE, text));
    }

    private void notes(String type, String name) throws IOException, OpenXML4JException {
        var notes = part(type);
        if (notes == null) {
            return;
        }
        for (var note : Xml.children(notes)) {
            var id = Xml.attribute(note, "id");
            if (Xml.name(note).equals(name)
                    && Xml.attribute(note, "type") == null
                    && id != null
                    && id.matches("[0-9]{1,5}")) {
                var text = Wording.spaced(String.join(" ", words(note)));
                outline.paragraph(text.isEmpty() ? "" : Wording.superscript(id) + " " + text);
            }
        }
    }

    /** All words below an element, a line for each paragraph. */
    private static List<String> words(Element parent) {
        var words = new ArrayList<String>();
        for (var child : Xml.children(parent)) {
            if (Xml.name(child).equals("p")) {
                words.addAll(new WordText(child).lines());
            } else {
                words.addAll(words(child));
            }
        }
        return words;
    }

    private void blocks(Element parent, int depth) {
        Limits.depth(depth);
        for (var child : Xml.children(parent)) {
            var name = Xml.name(child);
            if (name.equals("p")) {
                paragraph(child, depth);
            } else if (name.equals("tbl")) {
                table(child, depth);
            } else if (TRANSPARENT.contains(name)) {
                blocks(child, depth + 1);
            }
        }
    }

    private void paragraph(Element paragraph, int depth) {
        var text = new WordText(paragraph);
        var lines = new ArrayList<>(carried);
        if (!carried.isEmpty() && !text.lines().isEmpty()) {
            lines.set(lines.size() - 1, lines.getLast() + text.lines().getFirst());
            lines.addAll(text.lines().subList(1, text.lines().size()));
        } else {
            lines.addAll(text.lines());
        }
        carried = List.of();
        if (Xml.at(paragraph, "pPr", "rPr", "del").isPresent()) {
            carried = lines;
            return;
        }
        if (!Wording.blank(String.join(" ", lines))) {
            put(paragraph, text, lines);
        }
        text.boxes().forEach(box -> blocks(box, depth + 1));
    }

    private void put(Element paragraph, WordText text, List<String> lines) {
        var heading = styles.headingDepth(paragraph);
        var list = styles.list(paragraph);
        var words = Wording.spaced(String.join(" ", lines));
        if (heading > 0) {
            var number = list.map(id -> numbering.next(id, styles.listDepth(paragraph)) + " ");
            outline.heading(heading, number.filter(found -> !found.equals("• ")).orElse("") + words);
        } else if (list.isPresent()) {
            var depth = styles.listDepth(paragraph);
            outline.item(depth, numbering.next(list.get(), depth), lines);
        } else if (text.bold() && HeadingLook.alike(words) && Bullet.at(words).isEmpty()) {
            outline.heading(0, words);
        } else {
            outline.paragraphOrItem(lines);
        }
    }

    private void table(Element table, int depth) {
        Limits.depth(depth);
        var rows = rows(table);
        if (rows.size() == 1 && cells(rows.getFirst()).size() == 1) {
            blocks(cells(rows.getFirst()).getFirst(), depth + 1);
            return;
        }
        var drafts = new ArrayList<List<CellDraft>>();
        for (var row : rows) {
            var header = Xml.on(row, "trPr", "tblHeader");
            var draft = new ArrayList<CellDraft>();
            blanks(draft, Xml.number(row, "trPr", "gridBefore").orElse(0));
            for (var cell : cells(row)) {
                var columns = Xml.number(cell, "tcPr", "gridSpan").orElse(1);
                Limits.columns(draft.size() + columns);
                var lines = cellLines(cell);
                var at = draft.size();
                if (continues(cell) && growAbove(drafts, at, lines)) {
                    draft.add(CellDraft.BLANK);
                } else {
                    draft.add(new CellDraft(lines, columns, 1, header));
                }
                blanks(draft, columns - 1);
            }
            drafts.add(draft);
        }
        outline.table(drafts);
    }

    private static void blanks(List<CellDraft> row, int count) {
        Limits.columns(row.size() + count);
        for (var i = 0; i < count; i++) {
            row.add(CellDraft.BLANK);
        }
    }

    private static boolean continues(Element cell) {
        return Xml.at(cell, "tcPr", "vMerge")
                .filter(merge -> !"restart".equals(Xml.attribute(merge, "val")))
                .isPresent();
    }

    /** Adds a row to the cell above that this one continues; false when there is none. */
    private static boolean growAbove(List<List<CellDraft>> rows, int column, List<Block.Line> more) {
        for (var above = rows.size() - 1; above >= 0; above--) {
            var row = rows.get(above);
            var cell = column < row.size() ? row.get(column) : CellDraft.BLANK;
            if (cell != CellDraft.BLANK) {
                if (cell.rows() != rows.size() - above) {
                    return false;
                }
                var lines = new ArrayList<>(cell.lines());
                lines.addAll(more);
                row.set(column, new CellDraft(lines, cell.columns(), cell.rows() + 1, cell.header()));
                return true;
            }
        }
        return false;
    }

    /** The rows of a table, those of a deleted row left out. */
    private static List<Element> rows(Element table) {
        return inside(table, "tr").stream()
                .filter(row -> Xml.at(row, "trPr", "del").isEmpty())
                .toList();
    }

    private static List<Element> cells(Element row) {
        return inside(row, "tc");
    }

    private static List<Element> inside(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var child : Xml.children(parent)) {
            if (Xml.name(child).equals(name)) {
                found.add(child);
            } else if (TRANSPARENT.contains(Xml.name(child))) {
                found.addAll(inside(child, name));
            }
        }
        return found;
    }

    private List<Block.Line> cellLines(Element cell) {
        var lines = new ArrayList<Block.Line>();
        for (var child : Xml.children(cell)) {
            switch (Xml.name(child)) {
                case "p" -> {
                    var words = Wording.spaced(String.join(" ", new WordText(child).lines()));
                    if (!words.isEmpty()) {
                        var marker = styles.list(child).map(id -> numbering.next(id, styles.listDepth(child)));
                        lines.add(
                                marker.isPresent() ? new Block.Line(1, words, marker.get()) : PipeTable.line(1, words));
                    }
                }
                case "tcPr" -> {}
                default -> lines.addAll(cellLines(child));
            }
        }
        return lines;
    }
}
