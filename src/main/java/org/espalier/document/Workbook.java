package org.espalier.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Tables to look at and to work with in a spreadsheet program (XLSX). Every cell is text that no program takes for a
 * formula, whatever it begins with.
 */
public final class Workbook {
    private static final int LONGEST_CELL = 32_767;
    private static final int LONGEST_NAME = 31;
    private static final int CHARACTER = 256;
    private static final float LINE = 15; // points of a line in the font that a new workbook has
    private static final float HIGHEST_ROW = 409;

    private Workbook() {}

    /**
     * One sheet: a line of headings that stays in view and can be filtered by, and rows.
     *
     * @param widths of the columns in characters
     * @param rows each as long as {@code head}
     */
    public record Sheet(String name, List<String> head, List<Integer> widths, List<List<String>> rows) {
        public Sheet {
            head = List.copyOf(head);
            widths = List.copyOf(widths);
            rows = rows.stream().map(List::copyOf).toList();
            if (widths.size() != head.size()) {
                throw new IllegalArgumentException("A sheet has one width for each column");
            }
            for (var row : rows) {
                if (row.size() != head.size()) {
                    throw new IllegalArgumentException("Each row has a cell for each column");
                }
            }
        }
    }

    public static byte[] xlsx(List<Sheet> sheets) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var head = head(workbook);
            var text = text(workbook);
            for (var sheet : sheets) {
                var written = workbook.createSheet(name(sheet.name()));
                write(written, sheet, head, text);
                toPrint(written);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(XSSFSheet sheet, Sheet content, XSSFCellStyle head, XSSFCellStyle text) {
        row(sheet, 0, content.head(), content.widths(), head);
        for (var n = 0; n < content.rows().size(); n++) {
            row(sheet, n + 1, content.rows().get(n), content.widths(), text);
        }
        for (var column = 0; column < content.widths().size(); column++) {
            sheet.setColumnWidth(column, content.widths().get(column) * CHARACTER);
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(
                new CellRangeAddress(0, content.rows().size(), 0, content.head().size() - 1));
    }

    /** On A4 across, as wide as a page, with the headings on each page and its number at the foot. */
    private static void toPrint(XSSFSheet sheet) {
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        sheet.setFitToPage(true);
        var set = sheet.getPrintSetup();
        set.setPaperSize(PrintSetup.A4_PAPERSIZE);
        set.setLandscape(true);
        set.setFitWidth((short) 1);
        set.setFitHeight((short) 0); // as many pages as it takes
        sheet.getFooter().setLeft("&A");
        sheet.getFooter().setRight("&P / &N");
    }

    /** As high as its longest cell may need: not every program finds that out by itself. */
    private static float height(List<String> cells, List<Integer> widths) {
        var lines = 1;
        for (var column = 0; column < cells.size(); column++) {
            var width = widths.get(column) * 11 / 10; // letters are narrower than the digits that widths count
            var needed = cells.get(column)
                    .lines()
                    .mapToInt(line -> 1 + Math.max(0, line.length() - 1) / width)
                    .sum();
            lines = Math.max(lines, needed);
        }
        return Math.min(HIGHEST_ROW, lines * LINE + 1);
    }

    private static void row(
            XSSFSheet sheet, int number, List<String> cells, List<Integer> widths, XSSFCellStyle style) {
        var row = sheet.createRow(number);
        row.setHeightInPoints(height(cells, widths));
        for (var column = 0; column < cells.size(); column++) {
            var cell = row.createCell(column);
            var text = Characters.legal(cells.get(column));
            cell.setCellValue(text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
            cell.setCellStyle(style);
        }
    }

    private static XSSFCellStyle head(XSSFWorkbook workbook) {
        var font = workbook.createFont();
        font.setBold(true);
        var head = text(workbook);
        head.setFont(font);
        head.setFillForegroundColor(IndexedColors.LIGHT_GREEN.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return head;
    }

    private static XSSFCellStyle text(XSSFWorkbook workbook) {
        var text = workbook.createCellStyle();
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        text.setQuotePrefixed(true); // stays text when somebody edits the cell
        text.setWrapText(true);
        text.setVerticalAlignment(VerticalAlignment.TOP);
        return text;
    }

    private static String name(String wanted) {
        var legal = wanted.replaceAll("[\\\\/?*\\[\\]:]", " ").strip();
        return legal.length() > LONGEST_NAME ? legal.substring(0, LONGEST_NAME) : legal;
    }
}
