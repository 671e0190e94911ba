package org.espalier.document;

import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.docx4j.XmlUtils;
import org.docx4j.docProps.core.dc.elements.SimpleLiteral;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.WordprocessingML.BinaryPartAbstractImage;
import org.docx4j.openpackaging.parts.WordprocessingML.FooterPart;
import org.docx4j.openpackaging.parts.WordprocessingML.NumberingDefinitionsPart;
import org.docx4j.wml.CTLanguage;
import org.docx4j.wml.Ftr;
import org.docx4j.wml.Numbering;
import org.docx4j.wml.SectPr;
import org.docx4j.wml.Styles;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Bullets;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.document.Paper.Symbol;
import org.espalier.document.Paper.Table;

/** Writes papers as Word documents that people go on editing: real heading styles, lists and table headings. */
public final class Word {
    private static final String NAMESPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

    /** An inline picture that says nothing to a screen reader: %1$d its number, %2$s the image, %3$d its size. */
    private static final String PICTURE = """
            <w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%3$d" cy="%3$d"/>\
            <wp:docPr id="%1$d" name="Symbol %1$d" descr=""><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">\
            <adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>\
            </a:ext></a:extLst></wp:docPr><a:graphic>\
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>\
            <pic:nvPicPr><pic:cNvPr id="%1$d" name="Symbol %1$d"/><pic:cNvPicPr/></pic:nvPicPr>\
            <pic:blipFill><a:blip r:embed="%2$s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
            <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%3$d" cy="%3$d"/></a:xfrm>\
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
            </wp:inline></w:drawing></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>""";

    private static final int SYMBOL_SIZE = 133_350; // 10.5 points in English metric units
    private static final int TEXT_WIDTH = 9_638; // of an A4 page between margins of 20 mm, in twentieths of a point

    private final WordprocessingMLPackage file;
    private final Map<String, String> imagesBySymbol = new HashMap<>();
    private int pictures;
    private String heading = "";

    private Word(WordprocessingMLPackage file) {
        this.file = file;
    }

    public static byte[] of(Paper paper) {
        try {
            var word = new Word(WordprocessingMLPackage.createPackage());
            word.write(paper);
            var out = new ByteArrayOutputStream();
            word.file.save(out);
            return out.toByteArray();
        } catch (Docx4JException | JAXBException e) {
            throw new IllegalStateException("The Word document could not be written", e);
        }
    }

    private void write(Paper paper) throws Docx4JException, JAXBException {
        var main = file.getMainDocumentPart();
        main.getStyleDefinitionsPart().setJaxbElement(styles(paper.language()));
        var numbering = new NumberingDefinitionsPart();
        numbering.setJaxbElement(resource("word-numbering.xml", Numbering.class));
        main.addTargetPart(numbering);
        properties(paper);

        add(paragraph("Title", Line.of(paper.title())));
        for (var block : paper.blocks()) {
            add(block);
        }
        main.getContents().getBody().setSectPr(section(paper));
    }

    /** In the paper's language, so that Word checks its spelling by that one. */
    private static Styles styles(String language) throws JAXBException {
        var styles = resource("word-styles.xml", Styles.class);
        var spoken = new CTLanguage();
        spoken.setVal(language.equals("en") || language.equals("cy") ? language + "-GB" : language);
        styles.getDocDefaults().getRPrDefault().getRPr().setLang(spoken);
        return styles;
    }

    private void properties(Paper paper) throws Docx4JException {
        var core = file.getDocPropsCorePart().getContents();
        core.setTitle(new org.docx4j.docProps.core.dc.elements.ObjectFactory().createTitle(literal(paper.title())));
        core.setSubject(literal(paper.about()));
        core.setLanguage(literal(paper.language()));
    }

    private static SimpleLiteral literal(String text) {
        var literal = new SimpleLiteral();
        literal.getContent().add(Characters.legal(text));
        return literal;
    }

    private SectPr section(Paper paper) throws Docx4JException, JAXBException {
        var footer = new FooterPart();
        footer.setJaxbElement((Ftr)
                XmlUtils.unmarshalString("<w:ftr" + NAMESPACES + "><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
                        + text(paper.footer(), false) + "<w:r><w:tab/></w:r>"
                        + pageNumber(paper.pageOf()) + "</w:p></w:ftr>"));
        var relationship = file.getMainDocumentPart().addTargetPart(footer);
        return (SectPr) XmlUtils.unmarshalString(
                "<w:sectPr" + NAMESPACES + "><w:footerReference w:type=\"default\" r:id=\"" + relationship.getId()
                        + "\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\""
                        + " w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>");
    }

    private static String pageNumber(String pageOf) {
        return text(pageOf, false)
                .replace("{0}", "</w:t></w:r><w:fldSimple w:instr=\"PAGE\"/><w:r><w:t xml:space=\"preserve\">")
                .replace("{1}", "</w:t></w:r><w:fldSimple w:instr=\"NUMPAGES\"/><w:r><w:t xml:space=\"preserve\">");
    }

    private void add(Block block) throws Docx4JException, JAXBException {
        switch (block) {
            case Heading heading -> {
                add(paragraph("Heading" + (heading.level() - 1), Line.of(heading.text())));
                this.heading = heading.text();
            }
            case Paragraph paragraph -> add(paragraph("Normal", paragraph.line()));
            case Bullets bullets -> {
                for (var item : bullets.items()) {
                    add(paragraph("ListBullet", item));
                }
            }
            case Table table -> add(table);
        }
    }

    private void add(Table table) throws Docx4JException, JAXBException {
        if (!table.caption().equals(heading)) {
            add(paragraph("Caption", Line.of(table.caption())));
        }
        var xml = new StringBuilder(
                "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>"
                        + "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"04A0\" w:firstRow=\"1\" w:firstColumn=\"1\" w:lastRow=\"0\" w:lastColumn=\"0\"/></w:tblPr><w:tblGrid>");
        for (var width : table.widths()) {
            xml.append("<w:gridCol w:w=\"").append(width * TEXT_WIDTH / 100).append("\"/>");
        }
        xml.append("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (var head : table.head()) {
            xml.append("<w:tc><w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EDF4EF\"/></w:tcPr>")
                    .append("<w:p><w:pPr><w:keepNext/></w:pPr>")
                    .append(text(head, true))
                    .append("</w:p></w:tc>");
        }
        xml.append("</w:tr>");
        for (var row : table.rows()) {
            xml.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (var cell : row) {
                xml.append("<w:tc><w:p>").append(runs(cell)).append("</w:p></w:tc>");
            }
            xml.append("</w:tr>");
        }
        add(xml.append("</w:tbl>").toString());
        add(paragraph("Normal", Line.of("")));
    }

    /** Adds one element to the body; the namespaces are declared here. */
    private void add(String xml) throws JAXBException {
        var name = xml.indexOf('>');
        var declared = xml.substring(0, name) + NAMESPACES + xml.substring(name);
        file.getMainDocumentPart().getContent().add(XmlUtils.unmarshalString(declared));
    }

    private String paragraph(String style, Line line) throws Docx4JException {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + runs(line) + "</w:p>";
    }

    private String runs(Line line) throws Docx4JException {
        var xml = new StringBuilder();
        for (Run run : line.runs()) {
            var symbol = run.symbol();
            if (symbol != null) {
                xml.append(PICTURE.formatted(++pictures, image(symbol), SYMBOL_SIZE));
            }
            xml.append(text(run.text(), run.bold()));
        }
        return xml.toString();
    }

    private String image(Symbol symbol) throws Docx4JException {
        var known = imagesBySymbol.get(symbol.name());
        if (known != null) {
            return known;
        }
        try {
            var image = BinaryPartAbstractImage.createImagePart(file, symbol.png());
            var id = image.getRelLast().getId();
            imagesBySymbol.put(symbol.name(), id);
            return id;
        } catch (Docx4JException e) {
            throw e;
        } catch (Exception e) {
            throw new Docx4JException("The symbol " + symbol.name() + " could not be added", e);
        }
    }

    private static String text(String text, boolean bold) {
        var escaped = Characters.legal(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">");
        return "<w:r>" + (bold ? "<w:rPr><w:b/></w:rPr>" : "") + "<w:t xml:space=\"preserve\">" + escaped
                + "</w:t></w:r>";
    }

    private static <T> T resource(String name, Class<T> type) throws JAXBException {
        return type.cast(XmlUtils.unmarshal(Word.class.getResourceAsStream(name)));
    }
}
