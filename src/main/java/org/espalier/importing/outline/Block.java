package org.espalier.importing.outline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a document in reading order. */
public sealed interface Block {

    /** The source lines it was made of. */
    Span span();

    /**
     * A heading.
     *
     * @param depth 1 for the highest; 0 when the format does not say (plain text, where a short line that stands alone
     *     and does not end like a sentence may be one)
     */
    record Heading(int depth, String text, Span span) implements Block {}

    /**
     * Running text, line wraps joined by one space.
     *
     * @param lines the lines before joining, each trimmed, as a recogniser may need to split where the source did not
     */
    record Paragraph(String text, List<Line> lines, Span span) implements Block {
        public Paragraph {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line of a paragraph or a cell: its text, and the number of its source line.
     *
     * @param marker in a cell, the bullet or number in front of it, removed from the text; null when there is none
     */
    record Line(int number, String text, @Nullable String marker) {
        public Line(int number, String text) {
            this(number, text, null);
        }
    }

    /**
     * One item of a list, bullet or number removed.
     *
     * @param depth 0 for the outermost list
     * @param marker the bullet or number as printed, null when the format keeps none
     */
    record ListItem(int depth, @Nullable String marker, String text, List<Line> lines, Span span) implements Block {
        public ListItem {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A table; rows may be of unequal length. A table cut by pages whose header row is printed again is one table; the
     * repeated header rows are furniture.
     */
    record Table(List<Row> rows, Span span) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** A row of a table. */
    record Row(List<Cell> cells, Span span) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** The text of the cell at this index, empty when the row is shorter. */
        public String text(int index) {
            return index < cells.size() ? cells.get(index).text() : "";
        }
    }

    /**
     * A cell. A cell that spans columns or rows stands at its first place, with its spans; the other places it covers
     * hold blank cells, so that a column has the same index in every row.
     *
     * @param text all its text in one line
     * @param lines the paragraphs or list items in it, one each, when the format tells them apart
     */
    record Cell(String text, List<Line> lines, int columns, int rows, boolean header, Span span) {
        public Cell {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What belongs to the page and not to the text: running headers and footers, page numbers, a table's header row
     * repeated after a page cut, rules, the navigation of a web page. A repeated header row lies within the span of its
     * table.
     */
    record Furniture(Kind kind, String text, Span span) implements Block {

        /** Why it is no part of the text; the name in lower case with hyphens is a reason to leave a line out. */
        public enum Kind {
            PAGE_FURNITURE,
            REPEATED_HEADING,
            NAVIGATION
        }
    }
}
