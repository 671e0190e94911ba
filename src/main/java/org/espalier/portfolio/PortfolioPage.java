package org.espalier.portfolio;

import java.util.List;

/**
 * A page of a person's evidence, the latest first.
 *
 * @param total on all pages
 */
public record PortfolioPage(List<EvidenceLine> lines, int total, int page) {
    /** How many stand on a page. */
    public static final int SIZE = 20;

    public PortfolioPage {
        lines = List.copyOf(lines);
    }

    public int pages() {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }
}
