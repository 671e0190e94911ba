package org.espalier.portfolio.choosing;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.portfolio.EvidenceId;
import org.jspecify.annotations.Nullable;

/**
 * What a form says about the evidence to choose, by the names of its fields.
 *
 * @param evidence the numbers of what is ticked
 * @param evidenceWords what was typed to find more
 * @param evidencePage the page that was shown
 * @param look the button that asks to see others: {@code find}, or the number of a page; null for every other button
 */
public record EvidencePicked(
        @Nullable Set<Long> evidence,
        @Nullable String evidenceWords,
        @Nullable Integer evidencePage,
        @Nullable String look) {
    private static final int LAST_PAGE = 10_000;

    /** These, before anything was looked for. */
    public static EvidencePicked of(Collection<EvidenceId> chosen) {
        return new EvidencePicked(chosen.stream().map(EvidenceId::value).collect(Collectors.toSet()), null, null, null);
    }

    /** Whether the form was sent only to see others. */
    public boolean isLooking() {
        return look != null;
    }

    public boolean isEmpty() {
        return ids().isEmpty();
    }

    public List<EvidenceId> ids() {
        return evidence == null
                ? List.of()
                : evidence.stream()
                        .filter(Objects::nonNull)
                        .map(EvidenceId::new)
                        .toList();
    }

    String words() {
        return evidenceWords == null ? "" : evidenceWords.strip();
    }

    /** Counted from 1. */
    int page() {
        if (look != null && look.matches("\\d{1,5}")) {
            return Math.clamp(Integer.parseInt(look), 1, LAST_PAGE);
        }
        return look == null && evidencePage != null ? Math.clamp(evidencePage, 1, LAST_PAGE) : 1;
    }
}
