package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** The words of one Word paragraph, what was deleted left out and what was inserted kept. */
final class WordText {

    private final List<String> lines = new ArrayList<>();
    private final List<Element> boxes = new ArrayList<>();
    private StringBuilder line = new StringBuilder();
    private boolean plain;

    WordText(Element paragraph) {
        read(paragraph, 0);
        endLine();
    }

    /** The text, cut where the writer cut a line by hand. */
    List<String> lines() {
        return lines;
    }

    /** The contents of text boxes that hang on the paragraph. */
    List<Element> boxes() {
        return boxes;
    }

    /** Whether every word is bold. */
    boolean bold() {
        return !plain;
    }

    private void read(Element parent, int depth) {
        Limits.depth(depth);
        for (var child : Xml.children(parent)) {
            switch (Xml.name(child)) {
                case "t" -> line.append(child.getTextContent());
                case "tab", "ptab" -> line.append('\t');
                case "br", "cr" -> endLine();
                case "noBreakHyphen" -> line.append('-');
                case "sym" -> symbol(child);
                case "footnoteReference", "endnoteReference" -> reference(child);
                case "r" -> run(child, depth);
                case "txbxContent" -> boxes.add(child);
                case "pPr", "rPr", "del", "moveFrom", "instrText", "delText", "Fallback", "softHyphen", "docPr" -> {}
                default -> read(child, depth + 1);
            }
        }
    }

    private void run(Element run, int depth) {
        if (Xml.on(run, "rPr", "vanish")) {
            return;
        }
        var before = line.length();
        read(run, depth + 1);
        if (line.length() > before && !line.substring(before).isBlank() && !Xml.on(run, "rPr", "b")) {
            plain = true;
        }
    }

    private void symbol(Element symbol) {
        var code = Xml.attribute(symbol, "char");
        if (code != null && code.matches("[0-9A-Fa-f]{1,4}")) {
            line.append((char) Integer.parseInt(code, 16));
        }
    }

    private void reference(Element reference) {
        var id = Xml.attribute(reference, "id");
        if (id != null && id.matches("[0-9]{1,5}")) {
            line.append(Wording.superscript(id));
        }
    }

    private void endLine() {
        if (!Wording.blank(line.toString())) {
            lines.add(line.toString());
        }
        line = new StringBuilder();
    }
}
