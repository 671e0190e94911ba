package org.espalier.portfolio;

import java.time.Instant;
import java.util.List;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence, whole.
 *
 * @param owner whose it is
 * @param revision counts saved changes, so that who relied on it can say which words they read
 * @param keptAt null while it is a draft
 * @param removedAt in the bin since; null when it is not
 */
public record EvidenceView(
        EvidenceId id,
        PersonId owner,
        EvidenceKind kind,
        EvidenceContent content,
        int revision,
        Instant addedAt,
        Instant changedAt,
        @Nullable Instant keptAt,
        @Nullable Instant removedAt,
        List<Support> supports) {
    public EvidenceView {
        supports = List.copyOf(supports);
    }

    public boolean isDraft() {
        return keptAt == null;
    }

    public boolean isInBin() {
        return removedAt != null;
    }
}
