package org.espalier.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNamesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "certificate.pdf | certificate.pdf",
                "Tystysgrif Ceri Siân.PDF | Tystysgrif Ceri Siân.PDF",
                "../../etc/passwd | passwd.pdf",
                "C:\\\\Users\\\\me\\\\my file.pdf | my file.pdf",
                "page.html | page.html.pdf",
                "a<b>\"c\"?*.pdf | a b c.pdf",
                "con.pdf | _con.pdf",
                "'  ..hidden. ' | hidden.pdf",
                "'' | file.pdf",
                ".pdf | file.pdf"
            })
    void makesANameThatEveryComputerTakes(String given, String safe) {
        assertThat(FileType.PDF.nameFor(given)).isEqualTo(safe);
    }

    @Test
    void dropsWhatTurnsANameRound() {
        assertThat(FileType.PDF.nameFor("gpj.\u202efdp\r\nX-Header: 1.pdf"))
                .isEqualTo("gpj. fdp X-Header 1.pdf".replace("  ", " "));
    }

    @Test
    void cutsALongNameButNotItsExtension() {
        assertThat(FileType.JPEG.nameFor("x".repeat(300) + ".jpeg"))
                .hasSize(105)
                .endsWith("x.jpeg");
        assertThat(FileType.JPEG.nameFor("😀".repeat(100) + ".jpg")).endsWith("😀.jpg");
    }

    @Test
    void givesEachNameOnce() {
        var names = new SafeNames();

        assertThat(names.unique("a.pdf")).isEqualTo("a.pdf");
        assertThat(names.unique("A.pdf")).isEqualTo("A-2.pdf");
        assertThat(names.unique("a.pdf")).isEqualTo("a-3.pdf");
    }
}
