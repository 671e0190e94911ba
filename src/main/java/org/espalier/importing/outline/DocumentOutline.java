package org.espalier.importing.outline;

import java.util.List;

/**
 * A document as headings, paragraphs, lists and tables, over the lines of its text form.
 *
 * @param format what the reader found the bytes to be
 * @param lines every line of the text form, blank ones included, numbered from 1 without gaps
 * @param blocks in reading order; together they cover every non-blank line
 */
public record DocumentOutline(Format format, List<SourceLine> lines, List<Block> blocks) {
    public DocumentOutline {
        lines = List.copyOf(lines);
        blocks = List.copyOf(blocks);
    }

    /** The kinds of document that can be read. */
    public enum Format {
        TEXT,
        MARKDOWN,
        HTML,
        DOCX,
        PDF,
        XLSX,
        CSV
    }
}
