package org.espalier.person.staff.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files to fill in or to look at in a spreadsheet. No cell of theirs is ever taken for a formula. */
public final class StaffTemplate {
    private static final int WIDTH = 24 * 256;
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private StaffTemplate() {}

    /**
     * An Excel workbook with the headings, its cells kept as text so that no zero is lost, and a second sheet that says
     * what each column is for.
     *
     * @param sheets the names of the two sheets
     * @param meaning what a column is for
     */
    public static byte[] workbook(List<String> sheets, Function<StaffColumn, String> meaning) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var head = head(workbook);
            var text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            var people = workbook.createSheet(sheets.getFirst());
            var row = people.createRow(0);
            for (var column : StaffColumn.values()) {
                var cell = row.createCell(column.ordinal());
                cell.setCellValue(column.heading());
                cell.setCellStyle(head);
                people.setColumnWidth(column.ordinal(), WIDTH);
                people.setDefaultColumnStyle(column.ordinal(), text);
            }
            people.createFreezePane(0, 1);
            var guide = workbook.createSheet(sheets.getLast());
            guide.setColumnWidth(0, WIDTH);
            guide.setColumnWidth(1, 4 * WIDTH);
            for (var column : StaffColumn.values()) {
                var line = guide.createRow(column.ordinal());
                line.createCell(0).setCellValue(column.heading());
                line.getCell(0).setCellStyle(head);
                line.createCell(1).setCellValue(meaning.apply(column));
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XSSFCellStyle head(XSSFWorkbook workbook) {
        var font = workbook.createFont();
        font.setBold(true);
        var head = workbook.createCellStyle();
        head.setFont(font);
        head.setFillForegroundColor(IndexedColors.LIGHT_GREEN.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return head;
    }

    /** The headings alone, as CSV. */
    public static byte[] csv() {
        return csv(Stream.of(
                Stream.of(StaffColumn.values()).map(StaffColumn::heading).toList()));
    }

    /** Rows as CSV that every spreadsheet opens; a cell that it would take for a formula begins with an apostrophe. */
    public static byte[] csv(Stream<List<String>> rows) {
        var text = new StringWriter();
        text.append('\uFEFF');
        var format = CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();
        try (var printer = new CSVPrinter(text, format)) {
            for (var row : (Iterable<List<String>>) rows::iterator) {
                printer.printRecord(row.stream().map(StaffTemplate::harmless));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_SIGNS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
