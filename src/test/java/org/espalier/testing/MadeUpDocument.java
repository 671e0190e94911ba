package org.espalier.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** A made-up document that can be written in every format that the product reads, with the same content in each. */
public final class MadeUpDocument {

    private sealed interface Part {
        record Heading(int depth, String text) implements Part {}

        record Paragraph(String text) implements Part {}

        record Item(int depth, String text) implements Part {}

        record Table(List<List<String>> rows) implements Part {}
    }

    private final List<Part> parts = new ArrayList<>();

    public MadeUpDocument heading(int depth, String text) {
        parts.add(new Part.Heading(depth, text));
        return this;
    }

    public MadeUpDocument paragraph(String text) {
        parts.add(new Part.Paragraph(text));
        return this;
    }

    public MadeUpDocument item(String text) {
        return item(0, text);
    }

    public MadeUpDocument item(int depth, String text) {
        parts.add(new Part.Item(depth, text));
        return this;
    }

    /** Rows whose cells are held apart by strokes: {@code "Strand | Two | Three"}; the first row is the header. */
    public MadeUpDocument table(String... rows) {
        parts.add(
                new Part.Table(List.of(rows).stream().map(MadeUpDocument::cells).toList()));
        return this;
    }

    private static List<String> cells(String row) {
        return List.of(row.split("\\|", -1)).stream().map(String::strip).toList();
    }

    /** Every format, by name. */
    public static final List<String> FORMATS = List.of("text", "markdown", "html", "docx", "xlsx", "csv", "pdf");

    public byte[] bytes(String format) {
        return switch (format) {
            case "text" -> text(false).getBytes(StandardCharsets.UTF_8);
            case "aligned" -> text(true).getBytes(StandardCharsets.UTF_8);
            case "markdown" -> markdown().getBytes(StandardCharsets.UTF_8);
            case "html" -> html().getBytes(StandardCharsets.UTF_8);
            case "csv" -> csv().getBytes(StandardCharsets.UTF_8);
            case "docx" -> docx();
            case "xlsx" -> xlsx();
            case "pdf" -> pdf("1px solid #444");
            case "unruled pdf" -> pdf("none");
            default -> throw new IllegalArgumentException(format);
        };
    }

    /** Wrapped at 72 characters, as text that was taken out of a PDF. */
    public String text() {
        return text(false);
    }

    /** With tables held together by tabs, or by nothing but the place of their cells, as when a page's layout is kept. */
    private String text(boolean aligned) {
        var text = new StringBuilder();
        Part before = null;
        for (var part : parts) {
            if (before != null && !(before instanceof Part.Item && part instanceof Part.Item)) {
                text.append('\n');
            }
            switch (part) {
                case Part.Heading heading -> text.append(heading.text()).append('\n');
                case Part.Paragraph paragraph -> text.append(wrapped(paragraph.text(), "", ""));
                case Part.Item item -> {
                    var indent = "    ".repeat(item.depth());
                    text.append(wrapped(item.text(), indent + "• ", indent + "  "));
                }
                case Part.Table table when aligned -> aligned(table, text);
                case Part.Table table ->
                    table.rows()
                            .forEach(row -> text.append(String.join("\t", row)).append('\n'));
            }
            before = part;
        }
        return text.toString();
    }

    private static void aligned(Part.Table table, StringBuilder text) {
        var columns = table.rows().stream().mapToInt(List::size).max().orElse(1);
        for (var row : table.rows()) {
            if (row.stream().filter(cell -> !cell.isEmpty()).count() == 1
                    && !row.getFirst().isEmpty()) {
                text.append(row.getFirst()).append("\n\n");
                continue;
            }
            var cells = row.stream()
                    .map(cell -> wrapped(cell, "", "", 120 / columns).split("\n"))
                    .toList();
            var height = cells.stream().mapToInt(cell -> cell.length).max().orElse(1);
            for (var n = 0; n < height; n++) {
                var line = new StringBuilder();
                for (var cell : cells) {
                    line.append(String.format("%-" + (120 / columns + 4) + "s", n < cell.length ? cell[n] : ""));
                }
                text.append(line.toString().stripTrailing()).append('\n');
            }
            text.append('\n');
        }
    }

    private static String wrapped(String text, String first, String rest) {
        return wrapped(text, first, rest, 72);
    }

    private static String wrapped(String text, String first, String rest, int width) {
        var lines = new StringBuilder();
        var line = new StringBuilder(first);
        for (var word : text.split(" ")) {
            if (line.length() + word.length() > width) {
                lines.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(rest);
            }
            line.append(word).append(' ');
        }
        return lines.append(line.toString().stripTrailing()).append('\n').toString();
    }

    public String markdown() {
        var text = new StringBuilder();
        Part before = null;
        for (var part : parts) {
            if (before != null && !(before instanceof Part.Item && part instanceof Part.Item)) {
                text.append('\n');
            }
            switch (part) {
                case Part.Heading heading ->
                    text.append("#".repeat(heading.depth()))
                            .append(' ')
                            .append(heading.text())
                            .append('\n');
                case Part.Paragraph paragraph -> text.append(paragraph.text()).append('\n');
                case Part.Item item ->
                    text.append("  ".repeat(item.depth()))
                            .append("- ")
                            .append(item.text())
                            .append('\n');
                case Part.Table table -> {
                    for (var i = 0; i < table.rows().size(); i++) {
                        text.append("| ")
                                .append(String.join(" | ", table.rows().get(i)))
                                .append(" |\n");
                        if (i == 0) {
                            text.append("|---".repeat(table.rows().getFirst().size()))
                                    .append("|\n");
                        }
                    }
                }
            }
            before = part;
        }
        return text.toString();
    }

    public String html() {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><body>\n");
        var depth = -1;
        for (var part : parts) {
            var wanted = part instanceof Part.Item item ? item.depth() : -1;
            for (; depth > wanted; depth--) {
                html.append("</li></ul>");
            }
            if (part instanceof Part.Item && depth == wanted) {
                html.append("</li>");
            }
            for (; depth < wanted; depth++) {
                html.append("<ul>");
            }
            switch (part) {
                case Part.Heading heading ->
                    html.append("<h%d>%s</h%d>\n".formatted(heading.depth(), escaped(heading.text()), heading.depth()));
                case Part.Paragraph paragraph ->
                    html.append("<p>").append(escaped(paragraph.text())).append("</p>\n");
                case Part.Item item -> html.append("<li>").append(escaped(item.text()));
                case Part.Table table -> {
                    html.append("<table>");
                    var cell = "th";
                    for (var row : table.rows()) {
                        html.append("<tr>");
                        for (var text : row) {
                            html.append("<%s>%s</%s>".formatted(cell, escaped(text), cell));
                        }
                        html.append("</tr>\n");
                        cell = "td";
                    }
                    html.append("</table>\n");
                }
            }
        }
        for (; depth > -1; depth--) {
            html.append("</li></ul>");
        }
        return html.append("</body></html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** A sheet as people lay one out: headings, paragraphs and bullets in the first column. */
    private List<List<String>> sheet() {
        var rows = new ArrayList<List<String>>();
        Part before = null;
        for (var part : parts) {
            if (before != null && !(before instanceof Part.Item && part instanceof Part.Item)) {
                rows.add(List.of());
            }
            switch (part) {
                case Part.Heading heading -> rows.add(List.of(heading.text()));
                case Part.Paragraph paragraph -> rows.add(List.of(paragraph.text()));
                case Part.Item item -> rows.add(List.of("  ".repeat(item.depth()) + "• " + item.text()));
                case Part.Table table -> rows.addAll(table.rows());
            }
            before = part;
        }
        return rows;
    }

    public String csv() {
        var rows = sheet();
        var columns = rows.stream().mapToInt(List::size).max().orElse(1);
        var csv = new StringBuilder();
        for (var row : rows) {
            for (var column = 0; column < columns; column++) {
                var text = column < row.size() ? row.get(column) : "";
                csv.append(column == 0 ? "" : ",")
                        .append(
                                text.contains(",") || text.contains("\"")
                                        ? '"' + text.replace("\"", "\"\"") + '"'
                                        : text);
            }
            csv.append("\r\n");
        }
        return csv.toString();
    }

    public byte[] xlsx() {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Sheet1");
            for (var text : sheet()) {
                var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (var column = 0; column < text.size(); column++) {
                    if (!text.get(column).isEmpty()) {
                        row.createCell(column).setCellValue(text.get(column));
                    }
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] docx() {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            var bullets = bullets(document);
            for (var part : parts) {
                switch (part) {
                    case Part.Heading heading -> {
                        var paragraph = document.createParagraph();
                        paragraph.setStyle("Heading" + heading.depth());
                        paragraph.createRun().setText(heading.text());
                    }
                    case Part.Paragraph paragraph ->
                        document.createParagraph().createRun().setText(paragraph.text());
                    case Part.Item item -> {
                        var paragraph = document.createParagraph();
                        paragraph.setNumID(bullets);
                        paragraph.setNumILvl(BigInteger.valueOf(item.depth()));
                        paragraph.createRun().setText(item.text());
                    }
                    case Part.Table rows -> {
                        var table = document.createTable(
                                rows.rows().size(), rows.rows().getFirst().size());
                        for (var r = 0; r < rows.rows().size(); r++) {
                            for (var c = 0; c < rows.rows().get(r).size(); c++) {
                                table.getRow(r)
                                        .getCell(c)
                                        .setText(rows.rows().get(r).get(c));
                            }
                        }
                    }
                }
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BigInteger bullets(XWPFDocument document) {
        var shape = CTAbstractNum.Factory.newInstance();
        shape.setAbstractNumId(BigInteger.ZERO);
        for (var depth = 0; depth < 3; depth++) {
            var level = shape.addNewLvl();
            level.setIlvl(BigInteger.valueOf(depth));
            level.addNewNumFmt().setVal(STNumberFormat.BULLET);
            level.addNewLvlText().setVal("•");
        }
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(shape)));
    }

    private byte[] pdf(String border) {
        try (var out = new ByteArrayOutputStream()) {
            var style = """
                    <style>@page { size: A4; margin: 2cm } body { font-family: sans-serif; font-size: 11pt }
                    table { border-collapse: collapse; width: 100%% } td, th { border: %s; padding: 4px;
                    vertical-align: top; text-align: left; font-weight: normal } tr { page-break-inside: avoid }
                    </style>""".formatted(border);
            var html = org.jsoup.Jsoup.parse(html().replace("<body>", "<head>" + style + "</head><body>"));
            html.outputSettings().syntax(org.jsoup.nodes.Document.OutputSettings.Syntax.xml);
            new com.openhtmltopdf.pdfboxout.PdfRendererBuilder()
                    .withW3cDocument(new org.jsoup.helper.W3CDom().fromJsoup(html), "/")
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
