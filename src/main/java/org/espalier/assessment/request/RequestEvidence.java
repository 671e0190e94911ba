package org.espalier.assessment.request;

import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;

/**
 * A piece of evidence that a request stands on.
 *
 * @param changedSince true when its words are other than when it was sent
 * @param open true while the assessor may look at it
 */
public record RequestEvidence(EvidenceId id, EvidenceKind kind, String title, boolean changedSince, boolean open) {}
