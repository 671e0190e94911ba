package org.espalier.importing.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.espalier.importing.outline.Block.Furniture;
import org.espalier.importing.outline.DocumentOutline;
import org.espalier.importing.outline.DocumentOutline.Format;
import org.espalier.importing.reading.OutlineBuilder.CellDraft;
import org.espalier.importing.reading.PdfParagraphs.Paragraph;

/**
 * The text of a PDF, read from where its words stand: columns, tables and bullets are seen, running headers and footers
 * are furniture, and headings are what is set larger or bolder than the rest.
 */
final class PdfReader {

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?i)(?:page|tudalen)?\\s*[-–|]?\\s*[0-9ivx]{1,4}\\s*[-–|]?(?:\\s*(?:of|/|o)\\s*[0-9]{1,4})?");

    private static final Pattern FIRST_NUMBER = Pattern.compile("\\D*(?<number>[0-9]{1,4}).*");
    private static final Pattern LAST_NUMBER = Pattern.compile(".*?(?<number>[0-9]{1,4})\\D*");
    private static final Pattern LABEL =
            Pattern.compile("(?!(?i:page|tudalen))\\p{Lu}\\p{L}+ [0-9]{1,2}(?:\\s*[:–—-].*)?");

    /** What a page gives, in reading order. */
    private sealed interface Piece {
        record Text(Paragraph paragraph) implements Piece {}

        record Table(PdfTable table) implements Piece {}

        record Aside(int page, String text) implements Piece {}
    }

    private final List<PdfPage> pages;
    private final List<Piece> pieces = new ArrayList<>();

    private PdfReader(List<PdfPage> pages) {
        this.pages = pages;
    }

    static DocumentOutline read(byte[] content) {
        PdfStreams.refuseBomb(content);
        try (var document = Loader.loadPDF(content)) {
            return new PdfReader(pages(document)).outline();
        } catch (InvalidPasswordException e) {
            throw FileKind.encrypted();
        } catch (Unreadable unreadable) {
            throw unreadable;
        } catch (IOException | RuntimeException e) {
            throw FileKind.broken();
        }
    }

    private static List<PdfPage> pages(PDDocument document) throws IOException {
        if (document.getNumberOfPages() > Limits.PAGES) {
            throw new Unreadable("This PDF has " + document.getNumberOfPages() + " pages. Up to " + Limits.PAGES
                    + " can be read: save the pages that hold the framework as a PDF of their own, and try again.");
        }
        var pages = new ArrayList<PdfPage>();
        var words = 0L;
        for (var number = 1; number <= document.getNumberOfPages(); number++) {
            var page = PdfPage.read(document, number);
            Limits.wordsOnAPage(page.words().size());
            words += page.words().size();
            Limits.characters(words * 5);
            pages.add(page);
        }
        if (words == 0) {
            throw new Unreadable("This PDF has no text in it, only pictures of pages. "
                    + "Run text recognition (OCR) on it, save it with the text, and try again.");
        }
        return pages;
    }

    private DocumentOutline outline() {
        var running = running();
        for (var page : pages) {
            page(page, running);
        }
        var headings = new PdfHeadings(paragraphs());
        var outline = new OutlineBuilder(Format.PDF);
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Text(var paragraph) -> headings.put(paragraph, outline);
                case Piece.Table(var table) -> outline.table(table.rows(), table.pages());
                case Piece.Aside(var on, var text) -> {
                    outline.page(on);
                    outline.furniture(Furniture.Kind.PAGE_FURNITURE, text);
                }
            }
        }
        return outline.outline();
    }

    private List<Paragraph> paragraphs() {
        var paragraphs = new ArrayList<Paragraph>();
        for (var piece : pieces) {
            if (piece instanceof Piece.Text(var paragraph)) {
                paragraphs.add(paragraph);
            }
        }
        return paragraphs;
    }

    private void page(PdfPage page, Set<String> running) {
        var rest = new ArrayList<>(page.words());
        var feet = new ArrayList<Piece.Aside>();
        for (var line : margins(page)) {
            if (running.contains(key(line)) || (PAGE_NUMBER.matcher(line.text()).matches() && pages.size() > 1)) {
                rest.removeAll(line.words());
                var aside = new Piece.Aside(page.number(), line.text());
                if (line.box().middleY() < page.height() / 2) {
                    pieces.add(aside);
                } else {
                    feet.add(aside);
                }
            }
        }
        var first = true;
        for (var part : PdfLayout.of(page, rest)) {
            switch (part) {
                case PdfLayout.Part.Text(var paragraphs) -> {
                    for (var paragraph : paragraphs) {
                        text(paragraph, first);
                        first = false;
                    }
                }
                case PdfLayout.Part.Table(var rows, var columns, var top) -> {
                    table(rows, columns, page.number(), first);
                    first = false;
                }
            }
        }
        turned(page);
        pieces.addAll(feet);
    }

    /** Words that stand on their side outside tables: stamps and watermarks. */
    private void turned(PdfPage page) {
        var grids = PdfGrid.of(page.rules());
        var text = new StringBuilder();
        for (var word : page.words()) {
            if (!word.level()
                    && grids.stream().noneMatch(grid -> grid.box()
                            .holds(word.box().middleX(), word.box().middleY()))) {
                text.append(word.text()).append(' ');
            }
        }
        if (!text.isEmpty()) {
            pieces.add(new Piece.Aside(page.number(), text.toString()));
        }
    }

    private void text(Paragraph paragraph, boolean firstOnPage) {
        var before = lastPiece();
        var goesOn = before instanceof Piece.Text(var open)
                && (firstOnPage
                        || paragraph.lines.getFirst().box().y0()
                                < open.last().box().y0())
                && open.takeOver(paragraph);
        if (!goesOn) {
            pieces.add(new Piece.Text(paragraph));
        }
    }

    /** A table; at the top of a page it may go on with the one at the foot of the page before. */
    private void table(List<List<CellDraft>> rows, List<Double> columns, int page, boolean firstOnPage) {
        var table = new PdfTable(rows, columns, page);
        if (firstOnPage && lastPiece() instanceof Piece.Table(var before) && before.takeOver(table)) {
            return;
        }
        pieces.add(new Piece.Table(table));
    }

    private @org.jspecify.annotations.Nullable Piece lastPiece() {
        for (var i = pieces.size() - 1; i >= 0; i--) {
            if (!(pieces.get(i) instanceof Piece.Aside)) {
                return pieces.get(i);
            }
        }
        return null;
    }

    /** The lines in the margins of a page, where running headers and footers stand. */
    private static List<PdfLine> margins(PdfPage page) {
        var grids = PdfGrid.of(page.rules());
        var free = page.words().stream()
                .filter(PdfWord::level)
                .filter(word -> grids.stream().noneMatch(grid -> grid.box()
                        .holds(word.box().middleX(), word.box().middleY())))
                .toList();
        var lines = PdfLine.of(page.number(), free, Double.MAX_VALUE).stream()
                .sorted(Comparator.comparingDouble(line -> line.box().y0()))
                .toList();
        var margins = new ArrayList<PdfLine>();
        for (var i = 0; i < lines.size(); i++) {
            var y = lines.get(i).box().middleY();
            var outer = y < page.height() * 0.12 || y > page.height() * 0.88;
            if (outer && (i < 3 || i >= lines.size() - 3)) {
                margins.add(lines.get(i));
            }
        }
        return margins;
    }

    /** The lines that stand in the same margin of several pages, page numbers apart. */
    private Set<String> running() {
        var standing = new HashMap<String, List<PdfLine>>();
        for (var page : pages) {
            var keys = new TreeSet<String>();
            for (var line : margins(page)) {
                if (keys.add(key(line))) {
                    standing.computeIfAbsent(key(line), unseen -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        var least = pages.size() < 5 ? 2 : 3;
        standing.values().removeIf(lines -> lines.size() < least || !alike(lines));
        return standing.keySet();
    }

    /** The same words on each page, or words with a number that counts the pages; a label such as "Stage 2" counts on too. */
    private static boolean alike(List<PdfLine> lines) {
        if (lines.stream().map(PdfLine::text).distinct().count() == 1) {
            return true;
        }
        return !LABEL.matcher(lines.getFirst().text()).matches()
                && (countPages(lines, FIRST_NUMBER) || countPages(lines, LAST_NUMBER));
    }

    private static boolean countPages(List<PdfLine> lines, Pattern number) {
        var offsets = new TreeSet<Integer>();
        for (var line : lines) {
            var match = number.matcher(line.text());
            if (!match.matches()) {
                return false;
            }
            offsets.add(Integer.parseInt(match.group("number")) - line.page());
        }
        return offsets.size() == 1;
    }

    private static String key(PdfLine line) {
        return line.text().replaceAll("[0-9]+", "#")
                + '@'
                + Math.round(line.box().middleY() / 6);
    }
}
