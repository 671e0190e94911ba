package org.espalier.portfolio;

import java.time.LocalDate;

/**
 * An item that somebody has shared, in the list of whoever they shared it with.
 *
 * @param owner the name of whose it is
 * @param until the last day on which it can be opened
 */
public record SharedItem(
        EvidenceId id, EvidenceKind kind, String title, String owner, String purpose, LocalDate until) {}
