package org.espalier.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.espalier.document.Workbook.Sheet;
import org.junit.jupiter.api.Test;

class WorkbookTests {

    @Test
    void writesSheetsWithHeadingsThatStayInView() throws Exception {
        var sheet = new Sheet("What they ask for", List.of("A", "B"), List.of(10, 20), List.of(List.of("1", "2")));

        try (var workbook = read(Workbook.xlsx(List.of(sheet)))) {
            var written = workbook.getSheetAt(0);
            assertThat(written.getSheetName()).isEqualTo("What they ask for");
            assertThat(written.getRow(0).getCell(1).getStringCellValue()).isEqualTo("B");
            assertThat(written.getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(written.getPaneInformation().isFreezePane()).isTrue();
        }
    }

    @Test
    void fitsOnPaperAndShowsAllOfALongCell() throws Exception {
        var sheet = new Sheet(
                "Long",
                List.of("A", "B"),
                List.of(10, 20),
                List.of(List.of("1", "word ".repeat(20)), List.of("2", "x")));

        try (var workbook = read(Workbook.xlsx(List.of(sheet)))) {
            var written = workbook.getSheetAt(0);
            assertThat(written.getRow(1).getHeightInPoints()).isGreaterThanOrEqualTo(5 * 15);
            assertThat(written.getRow(2).getHeightInPoints()).isLessThan(20);
            assertThat(written.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            assertThat(written.getFitToPage()).isTrue();
            assertThat(written.getPrintSetup().getLandscape()).isTrue();
            assertThat(written.getPrintSetup().getFitHeight()).isZero();
        }
    }

    @Test
    void keepsWhatLooksLikeAFormulaAsText() throws Exception {
        var evil = List.of("=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)");
        var sheet = new Sheet("S", List.of("A", "B", "C", "D"), List.of(9, 9, 9, 9), List.of(evil));

        try (var workbook = read(Workbook.xlsx(List.of(sheet)))) {
            for (var cell : workbook.getSheetAt(0).getRow(1)) {
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(evil.get(cell.getColumnIndex()));
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            }
        }
    }

    @Test
    void keepsWithinWhatTheFormatCanHold() throws Exception {
        var sheet = new Sheet(
                "A/B: a very long name for such a small sheet",
                List.of("A"),
                List.of(9),
                List.of(List.of("bell \u0007"), List.of("x".repeat(40_000))));

        try (var workbook = read(Workbook.xlsx(List.of(sheet)))) {
            assertThat(workbook.getSheetAt(0).getSheetName())
                    .hasSizeLessThanOrEqualTo(31)
                    .doesNotContain("/", ":");
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("bell ");
        }
    }

    @Test
    void refusesRowsOfAnotherLength() {
        assertThatThrownBy(() -> new Sheet("S", List.of("A"), List.of(9), List.of(List.of("1", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static XSSFWorkbook read(byte[] content) throws Exception {
        return new XSSFWorkbook(new ByteArrayInputStream(content));
    }
}
