package org.espalier.learning.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearningFileReaderTests {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void knowsColumnsByTheirHeadingInAnyOrder(String by) throws Exception {
        var read =
                read("TITLE" + by + "anything" + by + "reference\nFeeding" + by + "x" + by + "F1\n" + by + by + "\n");

        assertThat(read.kind()).isEqualTo(FileKind.OFFERS);
        assertThat(read.rows()).hasSize(1);
        assertThat(read.rows().getFirst().number()).isEqualTo(2);
        assertThat(read.rows().getFirst().get("Title")).isEqualTo("Feeding");
        assertThat(read.rows().getFirst().get("Reference")).isEqualTo("F1");
    }

    @Test
    void tellsWhatIsCoveredFromWhatIsOffered() throws Exception {
        assertThat(read("Reference,Framework,Part,Says\nF1,bees,1.1,teaches\n").kind())
                .isEqualTo(FileKind.COVERAGE);
    }

    @Test
    void readsAWorkbookWithItsDaysNumbersAndFormulas() throws Exception {
        var row = LearningFileReader.read(workbook()).rows().getFirst();

        assertThat(row.get("Dates and places")).isEqualTo("2027-01-18");
        assertThat(row.get("Credits")).isEqualTo("7.5");
        assertThat(row.formulas()).containsExactly("Title");
    }

    @ParameterizedTest
    @CsvSource({
        "'', learning.import.empty",
        "'Title,Reference\n', learning.import.empty",
        "'Name,Colour\nx,y\n', learning.import.columns",
        "'Title,Reference,title\nx,y,z\n', learning.import.twice",
        "'Title,Reference\n\"x,y\n', learning.import.broken",
        "'\u0000\u0001', learning.import.kind"
    })
    void saysWhyNothingCanBeRead(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(Unreadable.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo(message));
    }

    @Test
    void keepsTheLinesOfACell() throws Exception {
        var row = read("Reference,Title,Summary\nF1,Feeding,\"Autumn\n\nSpring \"\n")
                .rows()
                .getFirst();

        assertThat(row.get("Summary")).isEqualTo("Autumn\n\nSpring");
    }

    private static LearningFileReader.Read read(String text) throws Unreadable {
        return LearningFileReader.read(text.getBytes(UTF_8));
    }

    private static byte[] workbook() throws IOException {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet();
            var head = sheet.createRow(0);
            var headings = List.of("Reference", "Title", "Dates and places", "Credits");
            for (var n = 0; n < headings.size(); n++) {
                head.createCell(n).setCellValue(headings.get(n));
            }
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("F1");
            row.createCell(1).setCellFormula("1+1");
            var day = workbook.createCellStyle();
            day.setDataFormat((short) 14);
            row.createCell(2).setCellValue(LocalDate.of(2027, 1, 18));
            row.getCell(2).setCellStyle(day);
            row.createCell(3).setCellValue(7.5);
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
