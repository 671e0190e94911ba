package org.espalier.portfolio.registration;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the portfolio as the rules look at it.
 *
 * @param withOthers whether the person learnt together with others; null when they have not said
 * @param written true when there is any text in it
 */
public record LogEntry(
        EvidenceId id,
        EvidenceKind kind,
        String title,
        @Nullable LocalDate date,
        @Nullable BigDecimal hours,
        @Nullable Boolean withOthers,
        boolean draft,
        boolean written) {}
