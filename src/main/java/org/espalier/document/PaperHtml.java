package org.espalier.document;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.document.Paper.Block;
import org.espalier.document.Paper.Bullets;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Symbol;
import org.espalier.document.Paper.Table;

/** A paper as XHTML for the page layout of {@link Pdf}. */
final class PaperHtml {
    private static final String STYLE = """
            @page { size: A4; margin: 20mm 18mm 22mm 18mm;
              @bottom-left { content: %s; font-family: Text, Other; font-size: 8.5pt; color: #505a5f; }
              @bottom-right { content: %s; font-family: Text, Other; font-size: 8.5pt; color: #505a5f; } }
            body { font-family: Text, Other; font-size: 10.5pt; line-height: 1.4; color: #0b0c0c; }
            h1 { font-size: 21pt; line-height: 1.15; color: #0f5132; margin: 0 0 10pt; }
            h2 { font-size: 14.5pt; line-height: 1.2; color: #0f5132; margin: 16pt 0 5pt; page-break-after: avoid; -fs-page-break-min-height: 170pt; }
            h3 { font-size: 11.5pt; margin: 11pt 0 3pt; page-break-after: avoid; -fs-page-break-min-height: 140pt; }
            h4 { font-size: 10.5pt; margin: 9pt 0 2pt; page-break-after: avoid; }
            p { margin: 0 0 6pt; }
            ul { margin: 0 0 8pt; padding-left: 14pt; }
            li { margin-bottom: 2pt; }
            table { width: 100%%; border-collapse: collapse; margin: 4pt 0 12pt; -fs-table-paginate: paginate; }
            .room { -fs-page-break-min-height: 120pt; }
            caption { text-align: left; font-weight: 700; padding-bottom: 4pt; }
            th, td { text-align: left; vertical-align: top; padding: 3.5pt 8pt 3.5pt 0; border-bottom: 0.5pt solid #c8d3cc; font-weight: 400; }
            thead th { font-weight: 700; border-bottom: 1pt solid #0f5132; }
            tr { page-break-inside: avoid; }
            .symbol { display: inline-block; width: 9.5pt; height: 9.5pt; margin-right: 3pt; vertical-align: -1pt; background-size: 9.5pt 9.5pt; background-repeat: no-repeat; }
            """;

    private final StringBuilder out = new StringBuilder(8_000);
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();

    private String heading = "";

    private PaperHtml() {}

    static String of(Paper paper) {
        var html = new PaperHtml();
        paper.blocks().forEach(html::block);
        return html.page(paper);
    }

    private String page(Paper paper) {
        var style = new StringBuilder(STYLE.formatted(cssString(paper.footer()), pageNumber(paper.pageOf())));
        symbols.forEach((name, symbol) -> style.append(".symbol-")
                .append(name)
                .append(" { background-image: url(data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(symbol.png()))
                .append("); }\n"));
        return "<html lang=\"" + escaped(paper.language()) + "\"><head><title>" + escaped(paper.title())
                + "</title><meta name=\"subject\" content=\"" + escaped(paper.about()) + "\"/><style>"
                + style.toString().replace("&", "&amp;").replace("<", "&lt;") + "</style></head><body><h1>"
                + escaped(paper.title()) + "</h1>"
                + out
                + "</body></html>";
    }

    private void block(Block block) {
        switch (block) {
            case Heading heading -> {
                out.append("<h%d>%s</h%d>".formatted(heading.level(), escaped(heading.text()), heading.level()));
                this.heading = heading.text();
            }
            case Paragraph paragraph -> element("p", paragraph.line());
            case Bullets bullets -> {
                out.append("<ul>");
                bullets.items().forEach(item -> element("li", item));
                out.append("</ul>");
            }
            case Table table -> table(table);
        }
    }

    private void table(Table table) {
        out.append("<div class=\"room\"></div><table>"); // for its headings and a row at least
        if (!table.caption().equals(heading)) {
            out.append("<caption>").append(escaped(table.caption())).append("</caption>");
        }
        out.append("<thead><tr>");
        for (var n = 0; n < table.head().size(); n++) {
            out.append("<th scope=\"col\" style=\"width: ")
                    .append(table.widths().get(n))
                    .append("%\">")
                    .append(escaped(table.head().get(n)))
                    .append("</th>");
        }
        out.append("</tr></thead><tbody>");
        for (var row : table.rows()) {
            out.append("<tr>");
            for (var n = 0; n < row.size(); n++) {
                out.append(n == 0 ? "<th scope=\"row\">" : "<td>");
                line(row.get(n));
                out.append(n == 0 ? "</th>" : "</td>");
            }
            out.append("</tr>");
        }
        out.append("</tbody></table>");
    }

    private void element(String name, Line line) {
        out.append('<').append(name).append('>');
        line(line);
        out.append("</").append(name).append('>');
    }

    private void line(Line line) {
        for (var run : line.runs()) {
            var symbol = run.symbol();
            if (symbol != null) {
                symbols.putIfAbsent(symbol.name(), symbol);
                out.append("<span class=\"symbol symbol-").append(symbol.name()).append("\"></span>");
            }
            out.append(run.bold() ? "<strong>" : "").append(escaped(run.text())).append(run.bold() ? "</strong>" : "");
        }
    }

    private static String pageNumber(String pageOf) {
        return cssString(pageOf).replace("{0}", "\" counter(page) \"").replace("{1}", "\" counter(pages) \"");
    }

    private static String cssString(String text) {
        return '"'
                + Characters.legal(text)
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", " ")
                + '"';
    }

    private static String escaped(String text) {
        return Characters.legal(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br/>");
    }
}
