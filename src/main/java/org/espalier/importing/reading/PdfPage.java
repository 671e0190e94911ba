package org.espalier.importing.reading;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.StringWriter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * What stands on one page of a PDF: words with their places, rules, and small filled shapes that are drawn bullets. All
 * in points from the page's top left corner.
 */
record PdfPage(
        int number,
        double width,
        double height,
        List<PdfWord> words,
        List<Rule> rules,
        List<PdfBox> dots,
        boolean pictures) {

    private static final double THIN = 3;
    private static final double DOT = 8;

    /** A straight horizontal or vertical line. */
    record Rule(double x0, double y0, double x1, double y1) {
        boolean horizontal() {
            return x1 - x0 >= y1 - y0;
        }
    }

    static PdfPage read(PDDocument document, int number) throws IOException {
        var page = document.getPage(number - 1);
        var box = page.getCropBox();
        var turned = page.getRotation() % 180 != 0;
        var width = turned ? box.getHeight() : box.getWidth();
        var height = turned ? box.getWidth() : box.getHeight();
        var text = new Glyphs(number);
        text.writeText(document, new StringWriter());
        var drawing = new Drawing(page);
        drawing.processPage(page);
        return new PdfPage(number, width, height, text.words(), drawing.rules, drawing.dots, drawing.pictures);
    }

    /** Gathers the glyphs of a page and makes words of those that touch. */
    private static final class Glyphs extends PDFTextStripper {

        private static final Pattern LIGATURE = Pattern.compile("[\uFB00-\uFB06]");

        private final List<TextPosition> glyphs = new ArrayList<>();
        private final HashSet<String> seen = new HashSet<>();

        Glyphs(int page) {
            setStartPage(page);
            setEndPage(page);
        }

        @Override
        protected void processTextPosition(TextPosition glyph) {
            var text = glyph.getUnicode();
            var again = text + '@' + Math.round(glyph.getXDirAdj()) + ',' + Math.round(glyph.getYDirAdj());
            if (text != null && (text.isBlank() || seen.add(again))) {
                glyphs.add(glyph);
                Limits.characters(glyphs.size());
            }
        }

        List<PdfWord> words() {
            var words = new ArrayList<PdfWord>();
            var text = new StringBuilder();
            TextPosition first = null;
            TextPosition last = null;
            for (var glyph : glyphs) {
                if (first != null && last != null && (glyph.getUnicode().isBlank() || !touches(last, glyph))) {
                    add(words, text, first, last);
                    first = null;
                }
                if (!glyph.getUnicode().isBlank()) {
                    first = first == null ? glyph : first;
                    text.append(glyph.getUnicode());
                    last = glyph;
                }
            }
            if (first != null && last != null) {
                add(words, text, first, last);
            }
            return words;
        }

        private static boolean touches(TextPosition one, TextPosition other) {
            var gap = other.getXDirAdj() - one.getXDirAdj() - one.getWidthDirAdj();
            return one.getDir() == other.getDir()
                    && Math.abs(one.getYDirAdj() - other.getYDirAdj()) < size(one) * 0.4
                    && gap < size(one) * 0.18
                    && gap > -size(one) * 0.6;
        }

        private static void add(List<PdfWord> words, StringBuilder text, TextPosition first, TextPosition last) {
            var size = size(first);
            var level = first.getDir() == 0;
            words.add(new PdfWord(
                    level ? box(first, last, size) : turned(first, last),
                    size,
                    bold(first.getFont()),
                    level,
                    ligaturesApart(text.toString())));
            text.setLength(0);
        }

        private static String ligaturesApart(String text) {
            return LIGATURE.matcher(text)
                    .replaceAll(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFKC));
        }

        private static PdfBox box(TextPosition first, TextPosition last, double size) {
            var base = first.getYDirAdj();
            return new PdfBox(
                    first.getXDirAdj(),
                    base - size * 0.75,
                    last.getXDirAdj() + last.getWidthDirAdj(),
                    base + size * 0.22);
        }

        /** Where a turned word stands on the page. */
        private static PdfBox turned(TextPosition first, TextPosition last) {
            return new PdfBox(first.getX(), first.getY(), first.getX(), first.getY())
                    .with(new PdfBox(last.getX(), last.getY(), last.getX(), last.getY()));
        }

        private static double size(TextPosition glyph) {
            var size = Math.abs(glyph.getYScale());
            return size < 1 ? Math.max(1, glyph.getHeightDir() * 1.4) : size;
        }

        private static boolean bold(@Nullable PDFont font) {
            if (font == null) {
                return false;
            }
            var name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
            var descriptor = font.getFontDescriptor();
            return name.contains("bold")
                    || name.contains("black")
                    || name.contains("heavy")
                    || name.contains("demi")
                    || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600));
        }
    }

    /** Gathers straight lines, thin rectangles and dots. */
    private static final class Drawing extends PDFGraphicsStreamEngine {

        private final List<Rule> rules = new ArrayList<>();
        private final List<PdfBox> dots = new ArrayList<>();
        private final List<double[]> segments = new ArrayList<>();
        private final PDPage page;
        private double x;
        private double y;
        private double startX;
        private double startY;
        private boolean curved;
        private boolean pictures;

        Drawing(PDPage page) {
            super(page);
            this.page = page;
        }

        /** To points from the top left corner of the page as it is shown. */
        private double[] shown(double px, double py) {
            var box = page.getCropBox();
            var left = px - box.getLowerLeftX();
            var up = py - box.getLowerLeftY();
            return switch (Math.floorMod(page.getRotation(), 360)) {
                case 90 -> new double[] {up, left};
                case 180 -> new double[] {box.getWidth() - left, up};
                case 270 -> new double[] {box.getHeight() - up, box.getWidth() - left};
                default -> new double[] {left, box.getHeight() - up};
            };
        }

        private void segment(double x0, double y0, double x1, double y1) {
            if (segments.size() < 50_000) {
                var a = shown(x0, y0);
                var b = shown(x1, y1);
                segments.add(new double[] {a[0], a[1], b[0], b[1]});
            }
        }

        @Override
        public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
            segment(p0.getX(), p0.getY(), p1.getX(), p1.getY());
            segment(p1.getX(), p1.getY(), p2.getX(), p2.getY());
            segment(p2.getX(), p2.getY(), p3.getX(), p3.getY());
            segment(p3.getX(), p3.getY(), p0.getX(), p0.getY());
            moveTo((float) p0.getX(), (float) p0.getY());
        }

        @Override
        public void drawImage(PDImage image) {
            pictures = true;
        }

        @Override
        public void clip(int windingRule) {}

        @Override
        public void moveTo(float toX, float toY) {
            x = toX;
            y = toY;
            startX = toX;
            startY = toY;
        }

        @Override
        public void lineTo(float toX, float toY) {
            segment(x, y, toX, toY);
            x = toX;
            y = toY;
        }

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
            segment(x, y, x3, y3);
            x = x3;
            y = y3;
            curved = true;
        }

        @Override
        public Point2D getCurrentPoint() {
            return new Point2D.Double(x, y);
        }

        @Override
        public void closePath() {
            segment(x, y, startX, startY);
        }

        @Override
        public void endPath() {
            segments.clear();
            curved = false;
        }

        @Override
        public void strokePath() {
            if (curved && !segments.isEmpty() && dot(bounds())) {
                dots.add(bounds());
            } else if (!curved) {
                segments.forEach(line -> rule(line[0], line[1], line[2], line[3]));
            }
            endPath();
        }

        @Override
        public void fillPath(int windingRule) {
            if (!segments.isEmpty()) {
                var box = bounds();
                if (dot(box)) {
                    dots.add(box);
                } else if (!curved && Math.min(box.width(), box.height()) < THIN) {
                    thin(box);
                } else if (!curved && segments.size() <= 6) {
                    edges(box);
                }
            }
            endPath();
        }

        private static boolean dot(PdfBox box) {
            return box.width() < DOT
                    && box.height() < DOT
                    && Math.abs(box.width() - box.height()) < 2
                    && box.width() > 1;
        }

        @Override
        public void fillAndStrokePath(int windingRule) {
            fillPath(windingRule);
        }

        @Override
        public void shadingFill(COSName shadingName) {}

        private PdfBox bounds() {
            var x0 = Double.MAX_VALUE;
            var y0 = Double.MAX_VALUE;
            var x1 = -Double.MAX_VALUE;
            var y1 = -Double.MAX_VALUE;
            for (var line : segments) {
                x0 = Math.min(x0, Math.min(line[0], line[2]));
                y0 = Math.min(y0, Math.min(line[1], line[3]));
                x1 = Math.max(x1, Math.max(line[0], line[2]));
                y1 = Math.max(y1, Math.max(line[1], line[3]));
            }
            return new PdfBox(x0, y0, x1, y1);
        }

        private void thin(PdfBox box) {
            if (box.width() > box.height()) {
                rule(box.x0(), box.middleY(), box.x1(), box.middleY());
            } else {
                rule(box.middleX(), box.y0(), box.middleX(), box.y1());
            }
        }

        private void edges(PdfBox box) {
            rule(box.x0(), box.y0(), box.x1(), box.y0());
            rule(box.x0(), box.y1(), box.x1(), box.y1());
            rule(box.x0(), box.y0(), box.x0(), box.y1());
            rule(box.x1(), box.y0(), box.x1(), box.y1());
        }

        private void rule(double x0, double y0, double x1, double y1) {
            var level = Math.abs(y0 - y1) < 1;
            var upright = Math.abs(x0 - x1) < 1;
            if (rules.size() < 20_000 && level != upright) {
                rules.add(new Rule(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)));
            }
        }
    }
}
