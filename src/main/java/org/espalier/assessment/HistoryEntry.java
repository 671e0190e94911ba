package org.espalier.assessment;

import org.espalier.access.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a person looks back on it.
 *
 * @param reason given with every refusal and revocation
 */
public record HistoryEntry(
        Claim claim, AccountId madeBy, @Nullable String reason) {}
