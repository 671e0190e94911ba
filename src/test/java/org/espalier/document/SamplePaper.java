package org.espalier.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.espalier.document.Paper.Bullets;
import org.espalier.document.Paper.Heading;
import org.espalier.document.Paper.Line;
import org.espalier.document.Paper.Paragraph;
import org.espalier.document.Paper.Run;
import org.espalier.document.Paper.Symbol;
import org.espalier.document.Paper.Table;

/** A paper with one of everything, three pages long. */
final class SamplePaper {

    static final Symbol SQUARE = new Symbol("square", png());

    static final Paper PAPER = new Paper(
            "My garden",
            "en-GB",
            "What the garden needs",
            "Gardening ladder",
            "Page {0} of {1}",
            List.of(
                    Paragraph.of("A plan for the coming year."),
                    new Heading(2, "Tools"),
                    new Paragraph(Line.of(Run.bold("Due: "), Run.of("1 March 2027"))),
                    new Bullets(List.of(Line.of("Buy a spade"), Line.of(new Run("Sharpen", true, SQUARE)))),
                    new Heading(3, "Week by week"),
                    new Table(
                            "What to do",
                            List.of("Task", "Done"),
                            List.of(70, 30),
                            IntStream.range(0, 60)
                                    .mapToObj(n -> List.of(
                                            Line.of("Rake the beds " + n), Line.of(new Run("Not yet", false, SQUARE))))
                                    .toList())));

    private SamplePaper() {}

    private static byte[] png() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
