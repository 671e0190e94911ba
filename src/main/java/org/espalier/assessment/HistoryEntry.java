package org.espalier.assessment;

import org.espalier.access.AccountId;
import org.espalier.framework.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a person looks back on it.
 *
 * @param version of the framework, in which it was made
 * @param reason given with every return and revocation
 */
public record HistoryEntry(
        VersionId version,
        Claim claim,
        AccountId madeBy,
        @Nullable String reason) {}
