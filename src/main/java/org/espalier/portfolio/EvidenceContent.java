package org.espalier.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about one piece of evidence.
 *
 * @param date the day it is about, from which its currency is counted
 * @param parts one text for each heading of the structure
 * @param source who issued, observed, said or taught it
 * @param validUntil the last day on which a certificate counts
 * @param hours of learning
 * @param participatory true when the learning was done together with others; null when not said
 */
public record EvidenceContent(
        String title,
        @Nullable LocalDate date,
        Structure structure,
        List<String> parts,
        @Nullable String source,
        @Nullable String link,
        @Nullable LocalDate validUntil,
        @Nullable BigDecimal hours,
        @Nullable Boolean participatory) {

    public EvidenceContent {
        parts = structure.fit(parts);
    }

    public static EvidenceContent empty() {
        return new EvidenceContent("", null, Structure.FREE, List.of(), null, null, null, null, null);
    }

    /** The same under other headings; nothing that was written is lost. */
    public EvidenceContent under(Structure other) {
        return new EvidenceContent(title, date, other, parts, source, link, validUntil, hours, participatory);
    }

    /** Everything in words, for search and for what has to be read before it is saved. */
    public List<String> texts() {
        return Stream.concat(Stream.of(title, source == null ? "" : source, link == null ? "" : link), parts.stream())
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** True while nothing has been written under any heading. */
    public boolean isUnwritten() {
        return parts.stream().allMatch(String::isBlank);
    }
}
