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
 * @param files those that were taken away included
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
        List<Support> supports,
        List<EvidenceFile> files) {
    public EvidenceView {
        supports = List.copyOf(supports);
        files = List.copyOf(files);
    }

    EvidenceView with(List<EvidenceFile> others) {
        return new EvidenceView(
                id, owner, kind, content, revision, addedAt, changedAt, keptAt, removedAt, supports, others);
    }

    /** The files that have not been taken away. */
    public List<EvidenceFile> presentFiles() {
        return files.stream().filter(file -> file.removedAt() == null).toList();
    }

    /** The files that were taken away and can be restored. */
    public List<EvidenceFile> removedFiles() {
        return files.stream().filter(file -> file.removedAt() != null).toList();
    }

    public boolean isDraft() {
        return keptAt == null;
    }

    public boolean isInBin() {
        return removedAt != null;
    }
}
