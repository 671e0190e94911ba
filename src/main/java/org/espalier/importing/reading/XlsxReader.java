package org.espalier.importing.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.espalier.importing.outline.Block.Furniture;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.espalier.importing.reading.OutlineBuilder.CellDraft;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An Excel workbook, sheet by sheet, as it is shown: numbers and dates in their formats, formulas by the value that was
 * saved with them and never calculated. Hidden sheets are furniture.
 */
final class XlsxReader {

    private static final Pattern USUAL_NAME =
            Pattern.compile("(?i)(?:sheet|tabelle|feuil|hoja|foglio|blad|taflen|worksheet)\\s?[0-9]{0,4}");

    private XlsxReader() {}

    static DocumentOutline read(byte[] content) {
        try (var pack = OPCPackage.open(new ByteArrayInputStream(content))) {
            return read(pack);
        } catch (Unreadable unreadable) {
            throw unreadable;
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            throw FileKind.broken();
        }
    }

    private static DocumentOutline read(OPCPackage pack)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var outline = new OutlineBuilder(Format.XLSX);
        var reader = new XSSFReader(pack);
        var texts = new ReadOnlySharedStringsTable(pack);
        var hidden = hidden(reader);
        var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        while (sheets.hasNext()) {
            try (var in = sheets.next()) {
                var cells = cells(in, reader, texts);
                if (hidden.contains(sheets.getSheetName())) {
                    outline.furniture(Furniture.Kind.PAGE_FURNITURE, sheets.getSheetName() + ": " + cells.words());
                } else {
                    if (!USUAL_NAME.matcher(sheets.getSheetName()).matches() && !cells.values.isEmpty()) {
                        outline.heading(1, sheets.getSheetName());
                    }
                    Sheet.read(cells.rows(), outline);
                }
            }
        }
        return outline.outline();
    }

    private static Set<String> hidden(XSSFReader reader) throws IOException, OpenXML4JException {
        var hidden = new HashSet<String>();
        try (var in = reader.getWorkbookData()) {
            for (var sheets : Xml.children(Xml.root(in))) {
                if (Xml.name(sheets).equals("sheets")) {
                    for (var sheet : Xml.children(sheets)) {
                        var state = Xml.attribute(sheet, "state");
                        if (state != null && !state.equals("visible")) {
                            hidden.add(String.valueOf(Xml.attribute(sheet, "name")));
                        }
                    }
                }
            }
        }
        return hidden;
    }

    private static Cells cells(InputStream in, XSSFReader reader, ReadOnlySharedStringsTable texts)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var cells = new Cells();
        var parser = XMLHelper.newXMLReader();
        parser.setErrorHandler(new DefaultHandler());
        parser.setContentHandler(
                new XSSFSheetXMLHandler(reader.getStylesTable(), null, texts, cells, new DataFormatter(), false) {
                    @Override
                    public void startElement(
                            @Nullable String uri, @Nullable String local, @Nullable String name, Attributes attributes)
                            throws SAXException {
                        super.startElement(uri, local, name, attributes);
                        if ("mergeCell".equals(local)) {
                            cells.merge(attributes.getValue("ref"));
                        }
                    }
                });
        parser.parse(new InputSource(in));
        return cells;
    }

    /** The cells of one sheet that hold something. */
    private static final class Cells implements SheetContentsHandler {

        private final Map<Integer, Map<Integer, String>> values = new HashMap<>();
        private final Map<Integer, Map<Integer, CellRangeAddress>> merged = new HashMap<>();
        private int row;
        private int column;
        private int lastRow = -1;
        private long characters;

        @Override
        public void startRow(int number) {
            row = number;
            column = -1;
        }

        @Override
        public void endRow(int number) {}

        @Override
        public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            column = reference == null ? column + 1 : new CellReference(reference).getCol();
            if (value == null || Wording.blank(value)) {
                return;
            }
            characters += value.length();
            Limits.characters(characters);
            values.computeIfAbsent(row, key -> new HashMap<>()).put(column, value);
            Limits.lines(values.size());
            lastRow = Math.max(lastRow, row);
        }

        void merge(@Nullable String reference) {
            if (reference != null && reference.matches("[A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7}")) {
                var range = CellRangeAddress.valueOf(reference);
                merged.computeIfAbsent(range.getFirstRow(), key -> new HashMap<>())
                        .put(range.getFirstColumn(), range);
            }
        }

        /** Every row that holds something, and one blank row where rows were left free. */
        List<List<CellDraft>> rows() {
            var rows = new ArrayList<List<CellDraft>>();
            var before = -1;
            for (var number : values.keySet().stream().sorted().toList()) {
                if (number > before + 1) {
                    rows.add(List.of());
                }
                before = number;
                rows.add(row(number, values.getOrDefault(number, Map.of())));
            }
            return rows;
        }

        private List<CellDraft> row(int number, Map<Integer, String> cells) {
            var row = new ArrayList<CellDraft>();
            var last = cells.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
            for (var at = 0; at <= last; at++) {
                var text = cells.get(at);
                if (text == null) {
                    row.add(CellDraft.BLANK);
                } else {
                    var range = merged.getOrDefault(number, Map.of()).get(at);
                    row.add(
                            range == null
                                    ? Sheet.cell(text, 1, 1)
                                    : Sheet.cell(
                                            text,
                                            Math.min(range.getLastColumn() - at + 1, Limits.COLUMNS),
                                            Math.min(range.getLastRow(), lastRow) - number + 1));
                }
            }
            return row;
        }

        String words() {
            var words = new StringBuilder();
            for (var number : values.keySet().stream().sorted().toList()) {
                var cells = values.getOrDefault(number, Map.of());
                cells.keySet().stream().sorted().forEach(at -> words.append(cells.get(at))
                        .append(' '));
            }
            return words.toString();
        }
    }
}
