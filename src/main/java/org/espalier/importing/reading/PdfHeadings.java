package org.espalier.importing.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.espalier.importing.reading.PdfParagraphs.Paragraph;

/** Tells headings from text by their type: larger than most, or bold; the larger, the higher. */
final class PdfHeadings {

    private static final double LARGER = 1.12;

    private final double body;
    private final boolean bodyBold;
    private final List<Double> sizes;
    private final Deque<Double> indents = new ArrayDeque<>();

    PdfHeadings(List<Paragraph> paragraphs) {
        var weights = new HashMap<Double, Integer>();
        var bold = 0;
        var all = 0;
        for (var paragraph : paragraphs) {
            for (var line : paragraph.lines) {
                weights.merge(rounded(line.size()), line.text().length(), Integer::sum);
                bold += line.bold() ? line.text().length() : 0;
                all += line.text().length();
            }
        }
        this.body = weights.entrySet().stream()
                .max(java.util.Map.Entry.comparingByValue())
                .map(java.util.Map.Entry::getKey)
                .orElse(10.0);
        this.bodyBold = bold > all / 2;
        var larger = new TreeSet<Double>(java.util.Comparator.reverseOrder());
        for (var paragraph : paragraphs) {
            if (large(paragraph)) {
                larger.add(rounded(paragraph.lines.getFirst().size()));
            }
        }
        this.sizes = List.copyOf(larger);
    }

    void put(Paragraph paragraph, OutlineBuilder outline) {
        var text = paragraph.text();
        var pages = paragraph.lines.stream().map(PdfLine::page).toList();
        outline.page(pages.getFirst());
        if (paragraph.marker != null && !numberedHeading(paragraph)) {
            outline.item(depth(paragraph), paragraph.marker, paragraph.texts, pages);
            return;
        }
        indents.clear();
        var whole = paragraph.marker == null ? text : paragraph.marker + " " + text;
        if (large(paragraph)) {
            outline.heading(sizes.indexOf(rounded(paragraph.lines.getFirst().size())) + 1, whole);
        } else if (bold(paragraph) && HeadingLook.alike(whole)) {
            outline.heading(sizes.size() + 1, whole);
        } else {
            outline.paragraph(paragraph.texts, pages);
        }
    }

    private boolean numberedHeading(Paragraph paragraph) {
        return paragraph.marker != null
                && paragraph.marker.matches("\\(?[0-9A-Za-z]+[.)]")
                && (large(paragraph) || (bold(paragraph) && HeadingLook.alike(paragraph.text())));
    }

    private int depth(Paragraph paragraph) {
        while (!indents.isEmpty() && indents.element() > paragraph.left + 3) {
            indents.pop();
        }
        if (indents.isEmpty() || indents.element() < paragraph.left - 3) {
            indents.push(paragraph.left);
        }
        return indents.size() - 1;
    }

    private boolean large(Paragraph paragraph) {
        return paragraph.lines.size() <= 4
                && paragraph.text().length() <= 250
                && paragraph.lines.getFirst().size() >= body * LARGER
                && paragraph.text().codePoints().anyMatch(Character::isLetter);
    }

    private boolean bold(Paragraph paragraph) {
        return !bodyBold && paragraph.lines.stream().allMatch(PdfLine::bold);
    }

    private static double rounded(double size) {
        return Math.round(size * 2) / 2.0;
    }
}
