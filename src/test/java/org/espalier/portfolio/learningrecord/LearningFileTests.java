package org.espalier.portfolio.learningrecord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.espalier.portfolio.learningrecord.LearningFile.Read;
import org.espalier.portfolio.learningrecord.LearningFile.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningFileTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void countsTheEndFromTheYearsInTheSubjectUnlessTheFileSaysIt() {
        var rows = rows("""
                Subject,Completed,Expires,Source,Comment
                NHS|CSTF|Fire Safety - 2 Years|,21/11/2025,,e-learning,-1
                NHS|CSTF|Fire Safety - 2 Years|,01-NOV-2025,2026-12-31,"Hall, upstairs",
                Smoke,1 March 2024,,
                """);

        assertThat(rows)
                .extracting(Row::item)
                .extracting(MandatoryItem::completed, MandatoryItem::expires, MandatoryItem::source)
                .containsExactly(
                        tuple(LocalDate.of(2025, 11, 21), LocalDate.of(2027, 11, 20), "e-learning"),
                        tuple(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 12, 31), "Hall, upstairs"),
                        tuple(LocalDate.of(2024, 3, 1), null, ""));
    }

    @Test
    void takesSemicolonsTabsOtherOrdersAndEmptyLines() {
        for (var file : List.of(
                "\ufeffDate completed;Course\r\n\r\n21.11.2025;Smoke\r\n;\r\n",
                "Date completed\tCourse\n21-11-25\tSmoke")) {
            var row = rows(file).getFirst();

            assertThat(row.item())
                    .isEqualTo(new MandatoryItem(SubjectName.parse("Smoke"), LocalDate.of(2025, 11, 21), null, ""));
        }
        assertThat(rows("Course,Date\n\nSmoke,21/11/2025\n").getFirst().number())
                .as("as a spreadsheet counts")
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            Smoke,31/02/2025,       ~ completed.wrong
            Smoke,,                 ~ completed.missing
            Smoke,22/11/2026,       ~ completed.to-come
            Smoke,21/11/2025,soon   ~ expires.wrong
            Smoke,21/11/2025,20/11/2025 ~ expires.before
            ,21/11/2025,            ~ subject.missing
            ||,21/11/2025,          ~ subject.missing
            =HYPERLINK(0),21/11/2025, ~ formula
            @SUM(A1),21/11/2025,    ~ formula
            +44,21/11/2025,         ~ formula
            """)
    void saysWhatIsWrongWithARow(String row, String problem) {
        assertThat(rows("Subject,Completed,Expires\n" + row + "\n"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.item()).isNull();
                    assertThat(one.problem()).extracting(ImportProblem::key).isEqualTo(problem);
                });
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertThat(problem("  ", false)).isEqualTo("file.empty");
        assertThat(problem("PK\u0003\u0004", false)).isEqualTo("file.broken");
        assertThat(problem("Subject,When\nSmoke,2025", false)).isEqualTo("file.headings");
        assertThat(problem("Subject,Completed\nSmoke,21/11/2025", true)).isEqualTo("file.headings.staff");
        assertThat(problem("Subject,Completed\n", false)).isEqualTo("file.no-rows");
        assertThat(problem("Subject,Completed\n\"Smoke,21/11/2025", false)).isEqualTo("file.broken");
        assertThat(problem("\u0000\u0001", false)).isEqualTo("file.kind");
        assertThat(problem("Subject,Completed\n" + "Smoke,21/11/2025\n".repeat(5001), false))
                .isEqualTo("file.rows");
        assertThat(problem("x".repeat(1024 * 1024 + 1), false)).isEqualTo("file.large");
    }

    private static String problem(String file, boolean staffNumbers) {
        return ((Read.Unreadable) LearningFile.read(file.getBytes(UTF_8), staffNumbers, TODAY))
                .problem()
                .key();
    }

    private static List<Row> rows(String file) {
        return ((Read.Rows) LearningFile.read(file.getBytes(UTF_8), false, TODAY)).rows();
    }
}
