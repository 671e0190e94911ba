package org.espalier.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.importing.reading.OutlineLaws.outlined;
import static org.espalier.importing.reading.OutlineLaws.sketch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.junit.jupiter.api.Test;

class DocxReaderTests {

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    static byte[] docx(String body, Map<String, String> parts) {
        var types = new StringBuilder();
        var relations = new StringBuilder();
        var all = new TreeMap<String, String>();
        parts.forEach((name, xml) -> {
            var type = name.replaceAll("[0-9]", "");
            types.append(
                    "<Override PartName=\"/word/%s.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml\"/>"
                            .formatted(name, type));
            relations.append(
                    "<Relationship Id=\"r%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s.xml\"/>"
                            .formatted(name, type, name));
            all.put("word/" + name + ".xml", xml);
        });
        all.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                        + types + "</Types>");
        all.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        all.put(
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                        + "</Relationships>");
        all.put("word/document.xml", "<w:document " + W + "><w:body>" + body + "</w:body></w:document>");
        return zip(all);
    }

    static byte[] zip(Map<String, String> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static String p(String properties, String... runs) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + String.join("", runs) + "</w:p>";
    }

    private static String r(String text) {
        return "<w:r><w:t>" + text + "</w:t></w:r>";
    }

    private static String tc(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p("", r(text)) + "</w:tc>";
    }

    private static DocumentOutline read(String body, Map<String, String> parts) {
        var outline = outlined(docx(body, parts));
        OutlineLaws.hold(outline);
        assertThat(outline.format()).isEqualTo(Format.DOCX);
        return outline;
    }

    @Test
    void findsHeadingsByOutlineLevelByStyleAndByLook() {
        var styles = "<w:styles " + W + "><w:style w:styleId=\"U1\"><w:name w:val=\"heading 2\"/></w:style>"
                + "<w:style w:styleId=\"U2\"><w:name w:val=\"Ours\"/><w:basedOn w:val=\"U1\"/></w:style></w:styles>";

        var outline = read(
                p("<w:outlineLvl w:val=\"0\"/>", r("Post"))
                        + p("<w:pStyle w:val=\"U2\"/>", r("Letters"))
                        + p("", "<w:r><w:rPr><w:b/></w:rPr><w:t>Grade 2</w:t></w:r>")
                        + p("", "<w:r><w:rPr><w:b/></w:rPr><w:t>Note </w:t></w:r>", r("that it rains")),
                Map.of("styles", styles));

        assertThat(outline.blocks())
                .extracting(block -> block instanceof Block.Heading heading ? heading.depth() : -1)
                .containsExactly(1, 2, 0, -1);
    }

    @Test
    void numbersListsAsWordDoes() {
        var numbering = "<w:numbering " + W + "><w:abstractNum w:abstractNumId=\"5\">"
                + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
                + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1%2)\"/></w:lvl>"
                + "<w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\uF0B7\"/></w:lvl>"
                + "</w:abstractNum><w:num w:numId=\"7\"><w:abstractNumId w:val=\"5\"/></w:num></w:numbering>";

        var outline = read(
                item(0, "One")
                        + item(1, "First")
                        + item(1, "Second")
                        + item(2, "Dot")
                        + item(0, "Two")
                        + item(1, "Again"),
                Map.of("numbering", numbering));

        assertThat(outline.blocks())
                .extracting(block -> ((Block.ListItem) block).marker())
                .containsExactly("1.", "1a)", "1b)", "•", "2.", "2a)");
    }

    private static String item(int depth, String text) {
        return p("<w:numPr><w:ilvl w:val=\"" + depth + "\"/><w:numId w:val=\"7\"/></w:numPr>", r(text));
    }

    @Test
    void readsTrackedChangesAsAccepted() {
        var outline = read(
                p(
                                "",
                                r("Sorts "),
                                "<w:del><w:r><w:delText>some</w:delText></w:r></w:del>",
                                "<w:ins>" + r("all") + "</w:ins>",
                                r(" post"))
                        + p("<w:rPr><w:del/></w:rPr>", r("Two become "))
                        + p("", r("one.")),
                Map.of());

        assertThat(sketch(outline)).isEqualTo("Sorts all post\nTwo become one.");
    }

    @Test
    void keepsEveryColumnInItsPlaceUnderSpans() {
        var outline = read(
                "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + tc("<w:vMerge w:val=\"restart\"/>", "Strand")
                        + tc("<w:gridSpan w:val=\"2\"/>", "Grade") + "</w:tr><w:tr>" + tc("<w:vMerge/>", "")
                        + tc("", "Two")
                        + tc("", "Three") + "</w:tr><w:tr>" + tc("", "Post") + tc("", "Sorts") + tc("", "• Sends")
                        + "</w:tr></w:tbl>",
                Map.of());

        assertThat(sketch(outline)).isEqualTo("| Strand | Grade | \n|  | Two | Three\n| Post | Sorts | • Sends");
        var table = (Block.Table) outline.blocks().getFirst();
        assertThat(table.rows().getFirst().cells().getFirst().rows()).isEqualTo(2);
        assertThat(table.rows().getFirst().cells().getFirst().header()).isTrue();
        assertThat(table.rows().getFirst().cells().get(1).columns()).isEqualTo(2);
        assertThat(table.rows().get(2).cells().get(2).lines()).containsExactly(new Block.Line(3, "Sends", "•"));
    }

    @Test
    void setsPageFurnitureAsideAndFootnotesAtTheEnd() {
        var outline = read(
                p("", r("Sorts post"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>", r(" well.")),
                Map.of(
                        "header1", "<w:hdr " + W + ">" + p("", r("A document")) + "</w:hdr>",
                        "footnotes",
                                "<w:footnotes " + W + "><w:footnote w:type=\"separator\" w:id=\"0\">" + p("", r("---"))
                                        + "</w:footnote><w:footnote w:id=\"2\">" + p("", r("Letters and parcels."))
                                        + "</w:footnote></w:footnotes>"));

        assertThat(sketch(outline)).isEqualTo("(PAGE_FURNITURE) A document\nSorts post² well.\n² Letters and parcels.");
    }

    @Test
    void readsContentControlsAndTextBoxesOnce() {
        var outline = read(
                "<w:sdt><w:sdtContent>" + p("", r("Inside")) + "</w:sdtContent></w:sdt>"
                        + "<w:p><w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
                        + "<mc:Choice><w:txbxContent>" + p("", r("Boxed words.")) + "</w:txbxContent></mc:Choice>"
                        + "<mc:Fallback><w:txbxContent>" + p("", r("Boxed words.")) + "</w:txbxContent></mc:Fallback>"
                        + "</mc:AlternateContent></w:r></w:p>",
                Map.of());

        assertThat(sketch(outline)).isEqualTo("Inside\nBoxed words.");
    }

    @Test
    void refusesEntitiesAndDepth() {
        var bomb = "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:hdr " + W + ">" + p("", r("&a;"))
                + "</w:hdr>";

        assertThat(DocumentReader.read(docx(p("", r("x")), Map.of("header1", bomb)), "x"))
                .isInstanceOf(Reading.Refused.class);
        assertThat(DocumentReader.read(docx("<w:tbl><w:tr><w:tc>".repeat(20_000), Map.of()), "x"))
                .isInstanceOf(Reading.Refused.class);
        var deep = "<w:sdt><w:sdtContent>".repeat(5_000) + p("", r("x")) + "</w:sdtContent></w:sdt>".repeat(5_000);
        assertThat(DocumentReader.read(docx(deep, Map.of()), "x")).isInstanceOf(Reading.Refused.class);
    }
}
