package org.espalier.learning.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody thought of a claim of coverage.
 *
 * @param organisation the employer in whose name a manager reviewed; null for an author of frameworks
 */
public record Review(
        CoverageId claim,
        Verdict verdict,
        String reason,
        String by,
        @Nullable String organisation,
        Instant at) {}
