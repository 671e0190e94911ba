package org.espalier.roleprofile;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param page counted from 1
 */
public record Paged<T>(List<T> rows, int page, int pages) {
    public Paged {
        rows = List.copyOf(rows);
    }

    /** The page nearest to the one that was asked for. */
    public static <T> Paged<T> of(List<T> all, int page, int onAPage) {
        var pages = pages(all.size(), onAPage);
        var at = Math.clamp(page, 1, pages);
        return new Paged<>(all.stream().skip((at - 1L) * onAPage).limit(onAPage).toList(), at, pages);
    }

    /** How many pages so many rows fill; an empty list has one. */
    public static int pages(int rows, int onAPage) {
        return Math.max(1, (rows + onAPage - 1) / onAPage);
    }
}
