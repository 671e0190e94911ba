package org.espalier.person.staff.importing;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
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
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The first sheet of an Excel workbook, read as a stream, so that a long one needs little memory. Days come as
 * {@code 2026-11-21} whatever their format, numbers in full; of a formula the value that was saved with it.
 */
final class FirstSheet implements SheetContentsHandler {
    private static final int COLUMNS = 100;

    private final SequencedMap<Integer, List<String>> rows = new TreeMap<>();
    private final int most;
    private List<String> row = new ArrayList<>();

    private FirstSheet(int most) {
        this.most = most;
    }

    /** Rows that hold something, by their number counted from 1; at most one more than is asked for, and the head. */
    static SequencedMap<Integer, List<String>> read(InputStream content, int most) throws IOException {
        var sheet = new FirstSheet(most);
        try (var workbook = OPCPackage.open(content)) {
            var reader = new XSSFReader(workbook);
            var sheets = reader.getSheetsData();
            if (sheets.hasNext()) {
                try (var first = sheets.next()) {
                    var parser = XMLHelper.newXMLReader();
                    parser.setErrorHandler(new DefaultHandler());
                    parser.setContentHandler(new XSSFSheetXMLHandler(
                            reader.getStylesTable(),
                            null,
                            new ReadOnlySharedStringsTable(workbook),
                            sheet,
                            new PlainFormat(),
                            false));
                    parser.parse(new InputSource(first));
                }
            }
            return sheet.rows;
        } catch (OpenXML4JException | SAXException | ParserConfigurationException broken) {
            throw new IOException(broken);
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
                row.add("");
            }
            row.add(StaffFileReader.cell(value));
        }
    }

    @Override
    public void endRow(int number) {
        if (rows.size() < most + 2 && row.stream().anyMatch(cell -> !cell.isEmpty())) {
            rows.put(number + 1, row);
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
