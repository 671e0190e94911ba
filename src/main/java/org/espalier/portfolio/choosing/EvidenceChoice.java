package org.espalier.portfolio.choosing;

import java.time.LocalDate;
import java.util.List;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.jspecify.annotations.Nullable;

/**
 * What a person has chosen from their evidence, and a page of the rest.
 *
 * @param words what the rest is narrowed down to; empty for all of it
 * @param total how many of the rest there are on all pages
 * @param every how many there are to choose from at all
 */
public record EvidenceChoice(List<Item> chosen, List<Item> others, String words, int page, int total, int every) {
    static final int SIZE = 10;

    public EvidenceChoice {
        chosen = List.copyOf(chosen);
        others = List.copyOf(others);
    }

    /** One piece of evidence. */
    public record Item(
            EvidenceId id,
            EvidenceKind kind,
            String title,
            @Nullable LocalDate date) {}

    public boolean isEmpty() {
        return every == 0;
    }

    /** Whether there is more than is shown at once. */
    public boolean isLong() {
        return every > SIZE;
    }

    public int pages() {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }
}
