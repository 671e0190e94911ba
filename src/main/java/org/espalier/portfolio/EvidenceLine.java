package org.espalier.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence in a list.
 *
 * @param excerpt how what was written begins
 * @param removedAt in the bin since; null when it is not
 * @param files how many
 */
public record EvidenceLine(
        EvidenceId id,
        EvidenceKind kind,
        String title,
        @Nullable LocalDate date,
        @Nullable LocalDate validUntil,
        @Nullable BigDecimal hours,
        String excerpt,
        boolean draft,
        @Nullable Instant removedAt,
        List<Support> supports,
        int files) {
    public EvidenceLine {
        supports = List.copyOf(supports);
    }
}
