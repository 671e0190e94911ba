package org.espalier.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document to take away, before it is any file's format.
 *
 * @param language BCP 47
 * @param about one sentence for the file's properties
 * @param footer stands at the foot of every page, beside the page number
 * @param pageOf the words of the page number, with {@code {0}} for the page and {@code {1}} for the pages
 */
public record Paper(String title, String language, String about, String footer, String pageOf, List<Block> blocks) {
    public Paper {
        blocks = List.copyOf(blocks);
    }

    /** What a paper is made of, from top to bottom. */
    public sealed interface Block {}

    /** @param level 2 to 4; the title is 1 */
    public record Heading(int level, String text) implements Block {
        public Heading {
            if (level < 2 || level > 4) {
                throw new IllegalArgumentException("A heading below the title has level 2 to 4, not " + level);
            }
        }
    }

    public record Paragraph(Line line) implements Block {
        public static Paragraph of(String text) {
            return new Paragraph(Line.of(text));
        }
    }

    public record Bullets(List<Line> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /**
     * A table whose first row and first column are headings. Its caption is not said twice where it is the last heading.
     *
     * @param widths of the columns in per cent
     * @param rows each as long as {@code head}
     */
    public record Table(String caption, List<String> head, List<Integer> widths, List<List<Line>> rows)
            implements Block {
        public Table {
            head = List.copyOf(head);
            widths = List.copyOf(widths);
            rows = rows.stream().map(List::copyOf).toList();
            if (widths.size() != head.size()) {
                throw new IllegalArgumentException("A table has one width for each column");
            }
            for (var row : rows) {
                if (row.size() != head.size()) {
                    throw new IllegalArgumentException("Each row has a cell for each column");
                }
            }
        }
    }

    /** Words in a row, some of them bold or led by a symbol. */
    public record Line(List<Run> runs) {
        public Line {
            runs = List.copyOf(runs);
        }

        public static Line of(String text) {
            return new Line(List.of(new Run(text, false, null)));
        }

        public static Line of(Run... runs) {
            return new Line(List.of(runs));
        }

        /** The words alone. */
        public String text() {
            var text = new StringBuilder();
            runs.forEach(run -> text.append(run.text()));
            return text.toString();
        }
    }

    /** @param symbol stands before the text and says the same, so nobody needs to see it */
    public record Run(String text, boolean bold, @Nullable Symbol symbol) {
        public static Run of(String text) {
            return new Run(text, false, null);
        }

        public static Run bold(String text) {
            return new Run(text, true, null);
        }
    }

    /**
     * A small square picture, as tall as the text beside it.
     *
     * @param name unique among a paper's symbols, {@code [a-z-]+}
     */
    public record Symbol(String name, byte[] png) {}
}
