package org.espalier.importing.outline;

import org.jspecify.annotations.Nullable;

/** One line of the source's text form, counted from 1; {@code page} when the source has pages. */
public record SourceLine(int number, @Nullable Integer page, String text) {

    /** Whether the line shows nothing: spaces of any width and invisible characters only. */
    public boolean blank() {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT);
    }
}
