package org.espalier.importing.outline;

import org.jspecify.annotations.Nullable;

/** One line of the source's text form, counted from 1; {@code page} when the source has pages. */
public record SourceLine(int number, @Nullable Integer page, String text) {}
