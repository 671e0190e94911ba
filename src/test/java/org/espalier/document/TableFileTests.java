package org.espalier.document;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.espalier.document.TableFile.Cell;
import org.espalier.document.TableFile.Limits;
import org.espalier.document.TableFile.Read;
import org.espalier.document.TableFile.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTests {
    private static final Limits LIMITS = new Limits(1, 3, 40);
    private static final List<String> TEXTS = List.of(
            "=1+1", "+44", "-1", "-cmd", "@home", "'quoted'", "'=1", "''@x", "- one\n- two", "a, \"b\"", "-", "Siân");

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void knowsWhatHoldsValuesApartByTheFirstLine(String by) {
        var rows = rows(("a" + by + "b\n\n \"x\ny, z; \"" + by + "2\n").replace(" \"x", "\"x"));

        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().number()).as("as a spreadsheet counts").isEqualTo(3);
        assertThat(rows.getLast().at(0).lines()).isEqualTo("x\ny, z;");
        assertThat(rows.getLast().at(0).text()).isEqualTo("x y, z;");
        assertThat(rows.getLast().at(1).text()).isEqualTo("2");
        assertThat(rows.getLast().at(9)).isEqualTo(new Cell("", false));
    }

    @Test
    void readsLettersHoweverTheyAreStored() {
        var text = "Diogelwch tân – Siân";
        for (var charset : List.of(UTF_8, Charset.forName("windows-1252"))) {
            assertThat(first(text.getBytes(charset))).isEqualTo(new Cell(text, false));
        }
        for (var charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            assertThat(first(("\uFEFF" + text + "\t1").getBytes(charset))).isEqualTo(new Cell(text, false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "=1+1,true",
        "@SUM(A1),true",
        "+44,true",
        "-cmd,true",
        "- a bullet,false",
        "-5,false",
        "-,false",
        "a=b,false"
    })
    void knowsAFormulaFromAText(String cell, boolean formula) {
        assertThat(first(cell.getBytes(UTF_8))).isEqualTo(new Cell(cell, formula));
    }

    @Test
    void readsWhatWasWrittenAsItWasAndNoSpreadsheetRunsIt() {
        for (var text : TEXTS) {
            var csv = Csv.bytes(List.of("Head"), List.of(List.of(text)));
            var xlsx = Workbook.xlsx(
                    List.of(new Workbook.Sheet("Sheet", List.of("Head"), List.of(9), List.of(List.of(text)))));

            assertThat(new String(csv, UTF_8)).doesNotContainPattern("\r\n\"?[=+@-]");
            for (var file : List.of(csv, xlsx)) {
                assertThat(((Read.Rows) TableFile.read(file, LIMITS))
                                .rows()
                                .getLast()
                                .at(0))
                        .isEqualTo(new Cell(text, false));
            }
        }
    }

    @Test
    void tellsTheFormulaOfAWorkbookFromItsText() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var row = workbook.createSheet().createRow(0);
            row.createCell(0).setCellFormula("1+1");
            row.createCell(2).setCellValue("=1+1");
            workbook.write(out);

            var read = ((Read.Rows) TableFile.read(out.toByteArray(), LIMITS))
                    .rows()
                    .getFirst();
            assertThat(read.cells()).extracting(Cell::formula).containsExactly(true, false, false);
            assertThat(read.at(2).text()).isEqualTo("=1+1");
        }
    }

    @Test
    void saysWhyAFileIsRefused() throws IOException {
        assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(reason(" \n;;\n".getBytes(UTF_8))).isEqualTo(Reason.EMPTY);
        assertThat(reason("x\n".repeat(5).getBytes(UTF_8))).isEqualTo(Reason.TOO_LONG);
        assertThat(reason(new byte[30 * 1024 * 1024])).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason("a,b\n\"x,y\n".getBytes(UTF_8))).isEqualTo(Reason.BROKEN);
        assertThat(reason("PK\u0003\u0004".getBytes(UTF_8))).isEqualTo(Reason.BROKEN);
        for (var format : List.of("png", "jpg", "gif", "bmp")) {
            assertThat(reason(picture(format))).as(format).isEqualTo(Reason.OTHER_KIND);
        }
    }

    @Test
    void isNotFilledByASmallFileThatUnpacksToALargeOne() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(new byte[70 * 1024 * 1024]);
        }

        assertThat(reason(bytes.toByteArray())).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(first("x".repeat(50).getBytes(UTF_8)).lines()).hasSize(40);
    }

    private static byte[] picture(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static Cell first(byte[] content) {
        return ((Read.Rows) TableFile.read(content, LIMITS)).rows().getFirst().at(0);
    }

    private static List<TableFile.Row> rows(String text) {
        return ((Read.Rows) TableFile.read(text.getBytes(UTF_8), LIMITS)).rows();
    }

    private static Reason reason(byte[] content) {
        return ((Read.Refused) TableFile.read(content, LIMITS)).reason();
    }
}
