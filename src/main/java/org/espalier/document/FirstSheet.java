package org.espalier.document;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.espalier.document.TableFile.Cell;
import org.espalier.document.TableFile.Row;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The first sheet of an Excel workbook, read as a stream; days come as {@code 2026-11-21}, numbers in full. */
final class FirstSheet implements SheetContentsHandler {
    private static final int COLUMNS = 100;

    private final List<Row> rows = new ArrayList<>();
    private final Set<String> formulas = new HashSet<>();
    private final TableFile.Limits limits;
    private List<Cell> row = new ArrayList<>();

    private FirstSheet(TableFile.Limits limits) {
        this.limits = limits;
    }

    /** Rows that hold something; at most one more than the limit, and the head. */
    static List<Row> read(InputStream content, TableFile.Limits limits) throws IOException {
        var sheet = new FirstSheet(limits);
        try (var workbook = OPCPackage.open(content)) {
            var reader = new XSSFReader(workbook);
            var sheets = reader.getSheetsData();
            if (sheets.hasNext()) {
                try (var first = sheets.next()) {
                    var parser = XMLHelper.newXMLReader();
                    parser.setErrorHandler(new DefaultHandler());
                    parser.setContentHandler(
                            new SeesFormulas(reader.getStylesTable(), new ReadOnlySharedStringsTable(workbook), sheet));
                    parser.parse(new InputSource(first));
                }
            }
            return sheet.rows;
        } catch (OpenXML4JException | SAXException | ParserConfigurationException broken) {
            throw new IOException(broken);
        }
    }

    /** Notes in which cells a formula stands; POI alone gives only what came out of it. */
    private static final class SeesFormulas extends XSSFSheetXMLHandler {
        private final FirstSheet sheet;
        private String cell = "";

        SeesFormulas(StylesTable styles, SharedStrings strings, FirstSheet sheet) {
            super(styles, null, strings, sheet, new PlainFormat(), false);
            this.sheet = sheet;
        }

        @Override
        public void startElement(
                @Nullable String uri,
                @Nullable String localName,
                @Nullable String qName,
                @Nullable Attributes attributes)
                throws SAXException {
            if ("c".equals(localName) && attributes != null) {
                var reference = attributes.getValue("r");
                cell = reference == null ? "" : reference;
            } else if ("f".equals(localName)) {
                sheet.formulas.add(cell);
            }
            super.startElement(uri, localName, qName, attributes);
        }

        /** A formula that no program has worked out yet has no value, of which alone POI tells. */
        @Override
        public void endElement(@Nullable String uri, @Nullable String localName, @Nullable String qName)
                throws SAXException {
            super.endElement(uri, localName, qName);
            if ("c".equals(localName) && sheet.formulas.contains(cell)) {
                sheet.cell(cell, "", null);
            }
        }
    }

    @Override
    public void startRow(int number) {
        row = new ArrayList<>();
    }

    @Override
    public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
        var column = reference == null ? row.size() : new CellReference(reference).getCol();
        if (column < COLUMNS && row.size() <= column) {
            while (row.size() < column) {
                row.add(Cell.EMPTY);
            }
            row.add(Cell.of(value == null ? "" : value, reference != null && formulas.contains(reference), limits));
        }
    }

    @Override
    public void endRow(int number) {
        var read = new Row(number + 1, row);
        if (rows.size() < limits.rows() + 2 && !read.isEmpty()) {
            rows.add(read);
        }
    }

    /** Days and numbers as a program writes them. */
    private static final class PlainFormat extends DataFormatter {
        @Override
        public String formatRawCellContents(double value, int formatIndex, String formatString, boolean use1904) {
            return DateUtil.isADateFormat(formatIndex, formatString) && DateUtil.isValidExcelDate(value)
                    ? DateUtil.getLocalDateTime(value, use1904).toLocalDate().toString()
                    : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }

        @Override
        public String formatRawCellContents(double value, int formatIndex, String formatString) {
            return formatRawCellContents(value, formatIndex, formatString, false);
        }
    }
}
