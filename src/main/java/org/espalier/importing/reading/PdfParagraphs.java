package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines that stand below each other in one column, gathered into paragraphs and list items. */
final class PdfParagraphs {

    /**
     * A paragraph or a list item.
     *
     * @param left where its bullet, or else its text, begins
     */
    static final class Paragraph {
        final @Nullable String marker;
        final double left;
        final double textLeft;
        final List<PdfLine> lines = new ArrayList<>();
        final List<String> texts = new ArrayList<>();

        private Paragraph(@Nullable String marker, double left, double textLeft) {
            this.marker = marker;
            this.left = left;
            this.textLeft = textLeft;
        }

        private void add(PdfLine line, String text) {
            lines.add(line);
            texts.add(text);
        }

        String text() {
            var made = new ArrayList<org.espalier.importing.outline.Block.Line>();
            texts.forEach(text -> made.add(new org.espalier.importing.outline.Block.Line(1, Wording.spaced(text))));
            return Wording.joined(made);
        }

        PdfLine last() {
            return lines.getLast();
        }

        /** Goes on with what stands at the top of the next column or page, if a sentence was cut there. */
        boolean takeOver(Paragraph next) {
            var start = next.text();
            var cut = next.marker == null
                    && !Wrapping.ends(text())
                    && !start.isEmpty()
                    && Character.isLowerCase(start.codePointAt(0))
                    && Math.abs(last().size() - next.lines.getFirst().size()) < 1;
            if (cut) {
                lines.addAll(next.lines);
                texts.addAll(next.texts);
            }
            return cut;
        }
    }

    private final double right;
    private final boolean cell;
    private final double gap;
    private final List<PdfBox> dots;
    private final List<Paragraph> paragraphs = new ArrayList<>();

    private PdfParagraphs(List<PdfLine> lines, double right, boolean cell, List<PdfBox> dots) {
        this.right = right;
        this.cell = cell;
        this.dots = dots;
        this.gap = usualGap(lines);
        lines.forEach(this::add);
    }

    /**
     * Paragraphs of one column.
     *
     * @param right how far a line may go
     * @param cell whether this is a cell of a table, where every short line may be an item of its own
     */
    static List<Paragraph> of(List<PdfLine> lines, double right, boolean cell, List<PdfBox> dots) {
        return new PdfParagraphs(lines, right, cell, dots).paragraphs;
    }

    /** The white between two lines of one paragraph, in ems: the smaller gaps of the column, or what is usual. */
    private static double usualGap(List<PdfLine> lines) {
        var gaps = new ArrayList<Double>();
        for (var i = 1; i < lines.size(); i++) {
            var white = lines.get(i).box().y0() - lines.get(i - 1).box().y1();
            if (white > -lines.get(i).size() * 0.5 && white < lines.get(i).size()) {
                gaps.add(white / lines.get(i).size());
            }
        }
        gaps.sort(null);
        return gaps.size() < 3 ? 0.45 : Math.min(0.6, gaps.get(gaps.size() / 4));
    }

    private void add(PdfLine line) {
        var bullet = Bullet.at(line.text())
                .filter(found -> found.sure() || doubtfulIsBullet(found))
                .filter(found -> !found.rest().isBlank());
        var dot = bullet.isPresent() ? null : dot(line);
        if (bullet.isPresent()) {
            var rest = line.words().size() > 1
                    ? line.words().get(1).box().x0()
                    : line.box().x0() + line.size();
            start(
                    new Paragraph(bullet.get().marker(), line.box().x0(), rest),
                    line,
                    bullet.get().rest());
        } else if (dot != null) {
            start(new Paragraph("•", dot.x0(), line.box().x0()), line, line.text());
        } else if (paragraphs.isEmpty() || ends(paragraphs.getLast(), line)) {
            start(new Paragraph(null, line.box().x0(), line.box().x0()), line, line.text());
        } else {
            paragraphs.getLast().add(line, line.text());
        }
    }

    /** A dash or a number begins an item unless it is in the middle of a sentence. */
    private boolean doubtfulIsBullet(Bullet bullet) {
        return paragraphs.isEmpty()
                || bullet.kind().equals(kind(paragraphs.getLast().marker))
                || Wrapping.ends(paragraphs.getLast().text())
                || HeadingLook.alike(paragraphs.getLast().text());
    }

    private static String kind(@Nullable String marker) {
        return marker == null ? "" : Bullet.at(marker + " x").map(Bullet::kind).orElse("");
    }

    private void start(Paragraph paragraph, PdfLine line, String text) {
        paragraph.add(line, text);
        paragraphs.add(paragraph);
    }

    private @Nullable PdfBox dot(PdfLine line) {
        for (var dot : dots) {
            var away = line.box().x0() - dot.x1();
            if (dot.middleY() > line.box().y0()
                    && dot.middleY() < line.box().y1()
                    && away > 0
                    && away < 2.5 * line.size()) {
                return dot;
            }
        }
        return null;
    }

    private boolean ends(Paragraph open, PdfLine line) {
        var before = open.last();
        var white = line.box().y0() - before.box().y1();
        if (white < -before.size() * 2) {
            return true;
        }
        if (Math.abs(line.size() - before.size()) > before.size() * 0.08 || line.bold() != before.bold()) {
            return !cell || white > (gap + 0.35) * line.size() || Math.abs(line.size() - before.size()) > 1;
        }
        if (white > (gap + 0.35) * line.size()) {
            return true;
        }
        var indent = line.box().x0() - open.textLeft;
        if (open.marker != null) {
            return indent < -2 && line.box().x0() <= open.left + 2 || meant(before, line);
        }
        var second = open.lines.size() == 1;
        return (indent > line.size() && !second)
                || (indent > line.size() && Wrapping.ends(open.text()))
                || meant(before, line);
    }

    /** Whether the line above was ended on purpose: the next word would have fitted. */
    private boolean meant(PdfLine before, PdfLine line) {
        var word = line.words().getFirst();
        var first = word.text().codePointAt(0);
        var fits = before.box().x1() + word.box().width() + before.size() * 0.6 < right;
        var text = before.text();
        return fits
                && !Character.isLowerCase(first)
                && !text.endsWith("-")
                && !text.endsWith("/")
                && (cell || Wrapping.ends(text));
    }
}
