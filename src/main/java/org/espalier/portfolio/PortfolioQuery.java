package org.espalier.portfolio;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.espalier.framework.StatementId;
import org.jspecify.annotations.Nullable;

/**
 * Which of a person's evidence to list.
 *
 * @param words all of them, or their beginnings; empty for any
 * @param statements it supports one of these; null for any
 * @param from on this day or later
 * @param to on this day or before
 * @param page counted from 1
 */
public record PortfolioQuery(
        String words,
        @Nullable EvidenceKind kind,
        @Nullable List<StatementId> statements,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int page) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int LAST_PAGE = 10_000;

    public PortfolioQuery {
        page = Math.clamp(page, 1, LAST_PAGE);
    }

    /** Words as full-text search takes them: all of them, or their beginnings; null for any. */
    public static @Nullable String textSearch(String words) {
        var query = WORD.matcher(words)
                .results()
                .map(match -> match.group() + ":*")
                .limit(10)
                .collect(Collectors.joining(" & "));
        return query.isEmpty() ? null : query;
    }

    /** Everything, from the first page on. */
    public static PortfolioQuery everything() {
        return new PortfolioQuery("", null, null, null, null, 1);
    }

    /** Everything that supports one of these. */
    public static PortfolioQuery supporting(Collection<StatementId> statements) {
        return new PortfolioQuery("", null, List.copyOf(statements), null, null, 1);
    }
}
