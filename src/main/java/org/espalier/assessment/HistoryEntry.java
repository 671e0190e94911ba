package org.espalier.assessment;

import org.espalier.access.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a person looks back on it.
 *
 * @param reason given with every return and revocation
 */
public record HistoryEntry(
        Claim claim, AccountId madeBy, @Nullable String reason) {}
