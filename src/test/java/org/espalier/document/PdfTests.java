package org.espalier.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.espalier.document.Paper.Bullets;
import org.espalier.document.Paper.Paragraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class PdfTests {

    @BeforeAll
    static void prepareTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void conformsToPdfUa() throws Exception {
        assertThat(violations(Pdf.of(SamplePaper.PAPER))).isEmpty();
    }

    @Test
    void conformsToPdfUaWhateverPeopleWrite() throws Exception {
        var strange = new Paper(
                "Ŵy & <b>\"x\"</b> \u0000\uFFFF",
                "cy",
                "ά ж → ≥ 😀 \uD800",
                "R&D & \"; } * { display: none } </style>",
                "{0} / {1}",
                List.of(Paragraph.of("Ελλάδα Жук → ≥ ✓ 😀 漢字 \u0007 tab\there\r\nnext line"), new Bullets(List.of())));

        var pdf = Pdf.of(strange);

        assertThat(violations(pdf)).isEmpty();
        assertThat(text(pdf))
                .contains("Ŵy & <b>\"x\"</b>", "Ελλάδα Жук", "next line", "R&D & \"; } * { display: none } </style>");
    }

    @Test
    void writesEveryWordOnNumberedPages() throws Exception {
        var text = text(Pdf.of(SamplePaper.PAPER));

        assertThat(text).contains("My garden", "Tools", "Buy a spade", "Sharpen", "Rake the beds 59", "Page 1 of 3");
    }

    @Test
    void embedsEveryFont() throws Exception {
        try (var document = Loader.loadPDF(Pdf.of(SamplePaper.PAPER))) {
            var fonts = new ArrayList<PDFont>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }

            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> violations(byte[] pdf) throws Exception {
        try (var foundry = Foundries.defaultInstance();
                var parser = foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = foundry.createValidator(PDFAFlavour.PDFUA_1, false)) {
            var result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isPositive();
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
