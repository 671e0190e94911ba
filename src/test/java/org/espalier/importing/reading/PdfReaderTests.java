package org.espalier.importing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.importing.reading.OutlineLaws.outlined;
import static org.espalier.importing.reading.OutlineLaws.sketch;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.espalier.importing.outline.Block;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.junit.jupiter.api.Test;

class PdfReaderTests {

    private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

    /** Draws pages with words at places counted from the top left. */
    private static final class Sketchbook {
        private final PDDocument document = new PDDocument();
        private PDPage page = new PDPage(PDRectangle.A4);

        Sketchbook page() {
            page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            return this;
        }

        Sketchbook text(double x, double y, String... lines) {
            return text(PLAIN, 10, x, y, lines);
        }

        Sketchbook text(PDFont font, double size, double x, double y, String... lines) {
            try (var stream = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                for (var i = 0; i < lines.length; i++) {
                    stream.beginText();
                    stream.setFont(font, (float) size);
                    stream.newLineAtOffset((float) x, (float) (842 - y - i * size * 1.2));
                    stream.showText(lines[i]);
                    stream.endText();
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return this;
        }

        Sketchbook rule(double x0, double y0, double x1, double y1) {
            try (var stream = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                stream.moveTo((float) x0, (float) (842 - y0));
                stream.lineTo((float) x1, (float) (842 - y1));
                stream.stroke();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return this;
        }

        Sketchbook picture() {
            try (var stream = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                stream.drawImage(
                        LosslessFactory.createFromImage(
                                document, new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB)),
                        50,
                        50);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return this;
        }

        Sketchbook lock() throws IOException {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return this;
        }

        byte[] bytes() {
            var out = new ByteArrayOutputStream();
            try (document) {
                document.save(out);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return out.toByteArray();
        }

        DocumentOutline read() {
            var outline = outlined(bytes());
            OutlineLaws.hold(outline);
            assertThat(outline.format()).isEqualTo(Format.PDF);
            return outline;
        }
    }

    private static final String[] LEFT = {
        "Sorts the letters of a large house with",
        "great care and hands each of them to",
        "the right person on the same day, even",
        "when it rains or snows and the road to",
        "the house is closed to every van that",
        "has no chains on its wheels at all and"
    };
    private static final String[] RIGHT = {
        "so must be left at the bottom of a hill.",
        "Looks after the van and after the driver",
        "of the van, who may be new to the work",
        "and may not know each road by heart as",
        "those do who have been here for years",
        "and never once asked for a map of it."
    };

    @Test
    void readsColumnsOneAfterTheOther() {
        var outline = new Sketchbook()
                .page()
                .text(BOLD, 18, 50, 80, "Careers in the post room")
                .text(50, 120, LEFT)
                .text(310, 120, RIGHT)
                .read();

        assertThat(outline.blocks()).hasSize(2);
        assertThat(sketch(outline))
                .startsWith("# Careers in the post room\nSorts the letters of a large house with great care")
                .contains("no chains on its wheels at all and so must be left")
                .endsWith("and never once asked for a map of it.");
    }

    @Test
    void seesATableThatOnlyWhiteSpaceDraws() {
        var outline = new Sketchbook()
                .page()
                .text(50, 80, "Strand")
                .text(150, 80, "Grade 2")
                .text(350, 80, "Grade 3")
                .text(50, 100, "Opening")
                .text(150, 100, "Opens letters with care and", "reads them aloud.")
                .text(350, 100, "Opens all post.")
                .text(50, 132, "Sending")
                .text(150, 132, "Sends it.")
                .text(350, 132, "Sends it on the same day", "and keeps a log of what", "came back.")
                .read();

        assertThat(sketch(outline)).isEqualTo("""
                        | Strand | Grade 2 | Grade 3
                        | Opening | Opens letters with care and reads them aloud. | Opens all post.
                        | Sending | Sends it. | Sends it on the same day and keeps a log of what came back.""");
    }

    @Test
    void joinsATableAndARowThatAPageCuts() {
        var book = new Sketchbook().page();
        grid(book, 700, 720, 780);
        book.text(55, 714, "Strand").text(205, 714, "Grade 2").text(355, 714, "Grade 3");
        book.text(55, 734, "Opening")
                .text(205, 734, "Opens letters with care", "and hands them to the")
                .text(355, 734, "Opens all.");
        book.text(290, 820, "Page 1").page();
        grid(book, 50, 70, 100, 130);
        book.text(55, 64, "Strand").text(205, 64, "Grade 2").text(355, 64, "Grade 3");
        book.text(205, 84, "right person.");
        book.text(55, 114, "Sending").text(355, 114, "Sends it.").text(290, 820, "Page 2");

        var outline = book.read();

        assertThat(sketch(outline)).isEqualTo("""
                        | Strand | Grade 2 | Grade 3
                        | Opening | Opens letters with care and hands them to the right person. | Opens all.
                        | Sending |  | Sends it.
                        (PAGE_FURNITURE) Page 1
                        (REPEATED_HEADING) Strand	Grade 2	Grade 3
                        (PAGE_FURNITURE) Page 2""");
        assertThat(outline.lines()).extracting("page").containsExactly(1, 1, 1, 2, 2, 2);
    }

    private static void grid(Sketchbook book, double... rows) {
        for (var y : rows) {
            book.rule(50, y, 500, y);
        }
        for (var x : new double[] {50, 200, 350, 500}) {
            book.rule(x, rows[0], x, rows[rows.length - 1]);
        }
    }

    @Test
    void keepsMergedCellsOfADrawnTable() {
        var book = new Sketchbook().page();
        book.rule(50, 100, 500, 100)
                .rule(200, 120, 500, 120)
                .rule(50, 140, 500, 140)
                .rule(50, 160, 500, 160);
        book.rule(50, 100, 50, 160)
                .rule(200, 100, 200, 160)
                .rule(350, 120, 350, 160)
                .rule(500, 100, 500, 160);
        book.text(55, 114, "Strand")
                .text(205, 114, "Grades")
                .text(205, 134, "Two")
                .text(355, 134, "Three");
        book.text(55, 154, "Post").text(205, 154, "Sorts").text(355, 154, "Sends");

        var outline = book.read();

        assertThat(sketch(outline)).isEqualTo("| Strand | Grades | \n|  | Two | Three\n| Post | Sorts | Sends");
        var first = ((Block.Table) outline.blocks().getFirst()).rows().getFirst();
        assertThat(first.cells().getFirst().rows()).isEqualTo(2);
        assertThat(first.cells().get(1).columns()).isEqualTo(2);
    }

    @Test
    void setsRunningLinesAsideAndGoesOnOverThePageCut() {
        var book = new Sketchbook();
        for (var page = 1; page <= 3; page++) {
            book.page().text(50, 40, "The post room: a guide").text(540, 800, "" + page);
            book.text(
                    50,
                    100,
                    "Each page begins with a line that ends",
                    page < 3 ? "in the middle of a long sentence that" : "and stops here.");
            book.text(50, 400, page < 3 ? "goes on, and on" : "The end.");
        }

        assertThat(sketch(book.read()))
                .contains("(PAGE_FURNITURE) The post room: a guide")
                .contains("(PAGE_FURNITURE) 3")
                .doesNotContain("\n2\n");
    }

    @Test
    void refusesAPdfWithoutTextAndOneThatIsLocked() throws IOException {
        assertThat(DocumentReader.read(new Sketchbook().page().picture().bytes(), "x"))
                .isInstanceOfSatisfying(Reading.Refused.class, refused -> assertThat(refused.reason())
                        .contains("no text")
                        .contains("OCR"));
        assertThat(DocumentReader.read(
                        new Sketchbook().page().text(50, 50, "Post").lock().bytes(), "x"))
                .isInstanceOfSatisfying(Reading.Refused.class, refused -> assertThat(refused.reason())
                        .contains("password"));
    }
}
