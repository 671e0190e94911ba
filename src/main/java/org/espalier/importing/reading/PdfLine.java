package org.espalier.importing.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Words that stand beside each other on one base line, without a gap that holds columns apart. */
record PdfLine(int page, PdfBox box, double size, boolean bold, String text, List<PdfWord> words) {

    PdfLine {
        words = List.copyOf(words);
    }

    static PdfLine of(int page, List<PdfWord> words) {
        var text = new StringBuilder();
        var box = words.getFirst().box();
        var bold = true;
        var size = 0.0;
        for (var word : words) {
            if (!text.isEmpty()) {
                text.append(' ');
            }
            text.append(word.text());
            box = box.with(word.box());
            bold &= word.bold() || word.text().codePoints().noneMatch(Character::isLetterOrDigit);
            size = Math.max(size, word.size());
        }
        return new PdfLine(page, box, size, bold, text.toString(), words);
    }

    /** The lines that these words make, top to bottom and left to right, cut at every gap wider than {@code gap} ems. */
    static List<PdfLine> of(int page, List<PdfWord> words, double gap) {
        var lines = new ArrayList<PdfLine>();
        for (var level : levels(words)) {
            var open = new ArrayList<PdfWord>();
            for (var word : level) {
                if (!open.isEmpty() && apart(open, word, gap)) {
                    lines.add(of(page, open));
                    open.clear();
                }
                open.add(word);
            }
            lines.add(of(page, open));
        }
        return lines;
    }

    private static boolean apart(List<PdfWord> open, PdfWord word, double gap) {
        var width = word.box().x0() - open.getLast().box().x1();
        var marker =
                open.size() == 1 && Bullet.at(open.getFirst().text() + " x").isPresent() && width < 40;
        return width > gap * Math.max(open.getLast().size(), word.size()) && !marker;
    }

    /** Words by the base line they stand on, each from left to right. */
    private static List<List<PdfWord>> levels(List<PdfWord> words) {
        var sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(word -> word.box().y1()));
        var levels = new ArrayList<List<PdfWord>>();
        var base = Double.NEGATIVE_INFINITY;
        for (var word : sorted) {
            if (levels.isEmpty() || word.box().middleY() - base > Math.max(2, word.size() * 0.45)) {
                levels.add(new ArrayList<>());
                base = word.box().middleY();
            }
            levels.getLast().add(word);
        }
        levels.forEach(level ->
                level.sort(Comparator.comparingDouble(word -> word.box().x0())));
        return levels;
    }
}
