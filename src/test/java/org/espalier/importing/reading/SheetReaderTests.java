package org.espalier.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.importing.reading.OutlineLaws.outlined;
import static org.espalier.importing.reading.OutlineLaws.sketch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReaderTests {

    private static byte[] xlsx(Consumer<XSSFWorkbook> content) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            content.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static DocumentOutline read(byte[] content) {
        var outline = outlined(content);
        OutlineLaws.hold(outline);
        return outline;
    }

    private static DocumentOutline csv(String text) {
        var outline = read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(outline.format()).isEqualTo(Format.CSV);
        return outline;
    }

    @Test
    void showsValuesAsExcelDoesAndCalculatesNothing() {
        var outline = read(xlsx(workbook -> {
            var sheet = workbook.createSheet("Sheet1");
            var row = sheet.createRow(0);
            row.createCell(0).setCellValue("Code");
            row.createCell(1).setCellValue("From");
            row.createCell(2).setCellValue("Sum");
            var data = sheet.createRow(1);
            data.createCell(0).setCellValue(1.5);
            data.createCell(1).setCellValue(LocalDate.of(2026, 11, 21));
            var style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            data.getCell(1).setCellStyle(style);
            data.createCell(2).setCellFormula("1+1");
            data.getCell(2).setCellValue(7);
        }));

        assertThat(outline.format()).isEqualTo(Format.XLSX);
        assertThat(sketch(outline)).isEqualTo("| Code | From | Sum\n| 1.5 | 2026-11-21 | 7");
    }

    @Test
    void makesASheetAHeadingAndKeepsMergedCells() {
        var outline = read(xlsx(workbook -> {
            var sheet = workbook.createSheet("Grades");
            sheet.createRow(3).createCell(1).setCellValue("Strand");
            sheet.getRow(3).createCell(2).setCellValue("Grade");
            sheet.createRow(4).createCell(2).setCellValue("Two");
            sheet.getRow(4).createCell(3).setCellValue("Three\n• a\n• b");
            sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
            sheet.addMergedRegion(new CellRangeAddress(3, 3, 2, 3));
            var lists = workbook.createSheet("Lists");
            lists.createRow(0).createCell(0).setCellValue("Hidden choice");
            workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
        }));

        assertThat(sketch(outline)).isEqualTo("""
                        # Grades
                        | Strand | Grade |\s
                        |  | Two | Three • a • b
                        (PAGE_FURNITURE) Lists: Hidden choice""");
        var table = (Block.Table) outline.blocks().get(1);
        assertThat(table.rows().getFirst().cells().getFirst().rows()).isEqualTo(2);
        assertThat(table.rows().getFirst().cells().get(1).columns()).isEqualTo(2);
        assertThat(table.rows().get(1).cells().get(2).lines())
                .extracting(Block.Line::marker)
                .containsExactly(null, "•", "•");
    }

    @Test
    void goesOnWithATableAfterAFreeRow() {
        assertThat(sketch(csv("Task,Skill\nSort,Reads\n,\nSend,Writes\n")))
                .isEqualTo("| Task | Skill\n| Sort | Reads\n| Send | Writes");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheDelimiterAndReadsQuotedCells(String delimiter) {
        assertThat(sketch(csv("Task,\"Skill, old\"\nSort,\"Reads\n\"\"fast\"\"\"\n".replace(",", delimiter))))
                .isEqualTo("| Task | Skill, old\n| Sort | Reads \"fast\""
                        .replace(",", delimiter.equals("\t") ? "" : delimiter));
    }

    @Test
    void keepsWhatLooksLikeAFormulaAsText() {
        assertThat(sketch(csv("Task,Skill\n=1+1,@SUM(A1)\n-2,+3\n")))
                .isEqualTo("| Task | Skill\n| =1+1 | @SUM(A1)\n| -2 | +3");
    }

    @Test
    void leavesProseWithCommasAlone() {
        var outline =
                read("Sorts post, parcels and more.\nSends it, quickly, to them.\n".getBytes(StandardCharsets.UTF_8));

        assertThat(outline.format()).isEqualTo(Format.TEXT);
    }

    @Test
    void refusesATableThatIsTooWide() {
        assertThat(DocumentReader.read((("x,").repeat(10_000) + "\n").repeat(3).getBytes(StandardCharsets.UTF_8), "x"))
                .isInstanceOf(Reading.Refused.class);
        assertThat(DocumentReader.read(
                        xlsx(workbook -> {
                            var row = workbook.createSheet("Sheet1").createRow(0);
                            for (var i = 0; i < 10_000; i++) {
                                row.createCell(i).setCellValue("x");
                            }
                        }),
                        "x"))
                .isInstanceOf(Reading.Refused.class);
    }
}
