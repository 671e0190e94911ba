package org.espalier.framework.format;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in the source: lines counted from 1, both ends included; the page when the source has pages.
 * In a spreadsheet a line is a row of the text form that the reader made, counted over all sheets.
 */
public record Place(int line, int endLine, @Nullable Integer page) {
    public Place {
        if (line < 1 || endLine < line) {
            throw new IllegalArgumentException("lines " + line + " to " + endLine);
        }
    }
}
