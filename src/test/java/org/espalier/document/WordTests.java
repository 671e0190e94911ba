package org.espalier.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.espalier.document.Paper.Bullets;
import org.espalier.document.Paper.Paragraph;
import org.junit.jupiter.api.Test;

/** Word's files are read back with another library than the one that wrote them. */
class WordTests {

    @Test
    void givesHeadingsTheirStyles() throws Exception {
        try (var document = open(SamplePaper.PAPER)) {
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> paragraph.getStyle().matches("Title|Heading."))
                    .extracting(XWPFParagraph::getStyle, XWPFParagraph::getText)
                    .containsExactly(
                            tuple("Title", "My garden"), tuple("Heading1", "Tools"), tuple("Heading2", "Week by week"));
            assertThat(document.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
        }
    }

    @Test
    void givesListsTheirBullets() throws Exception {
        try (var document = open(SamplePaper.PAPER)) {
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> "ListBullet".equals(paragraph.getStyle()))
                    .extracting(paragraph -> paragraph.getText().strip())
                    .containsExactly("Buy a spade", "Sharpen");
            assertThat(document.getNumbering().numExist(BigInteger.ONE)).isTrue();
        }
    }

    @Test
    void repeatsTheHeadingsOfATable() throws Exception {
        try (var document = open(SamplePaper.PAPER)) {
            var table = document.getTables().getFirst();

            assertThat(table.getNumberOfRows()).isEqualTo(61);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(60).getCell(0).getText()).isEqualTo("Rake the beds 59");
            assertThat(table.getRow(60).getCell(1).getText().strip()).isEqualTo("Not yet");
        }
    }

    @Test
    void storesASymbolOnceHoweverOftenItStands() throws Exception {
        try (var document = open(SamplePaper.PAPER)) {
            assertThat(document.getAllPictures()).hasSize(1);
        }
    }

    @Test
    void saysItsTitleAndPage() throws Exception {
        try (var document = open(SamplePaper.PAPER)) {
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("My garden");
            assertThat(document.getFooterList().getFirst().getText()).contains("Gardening ladder", "Page");
        }
    }

    @Test
    void holdsWhateverPeopleWrite() throws Exception {
        var strange = new Paper(
                "<w:p>&amp;\u0000",
                "cy",
                "]]>",
                "\"<&>",
                "{0}/{1}",
                List.of(Paragraph.of("Жук 😀 \u0007 \uD800\r\nnext"), new Bullets(List.of())));

        try (var document = open(strange)) {
            assertThat(document.getParagraphs().get(0).getText()).isEqualTo("<w:p>&amp;");
            assertThat(document.getParagraphs().get(1).getText()).isEqualTo("Жук 😀  \nnext");
        }
    }

    private static XWPFDocument open(Paper paper) throws Exception {
        return new XWPFDocument(new ByteArrayInputStream(Word.of(paper)));
    }
}
