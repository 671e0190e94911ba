package org.espalier.framework.format;

import org.jspecify.annotations.Nullable;

/**
 * Lines of the document that became nothing else, and why.
 *
 * @param reason a stable slug: {@code page-furniture}, {@code table-of-contents}, {@code introduction},
 *     {@code repeated-heading}, {@code empty-section}, {@code garbled-duplicate}, {@code not-recognised}, …
 */
public record LeftOut(int line, int endLine, @Nullable Integer page, String reason, String text) {}
