package org.espalier.development.conversation;

import java.util.List;
import org.espalier.development.conversation.ObjectiveShown.StatementShown;
import org.jspecify.annotations.Nullable;

/** Exactly what the other side of a pack sees: as it was when the person chose it. */
public record PackContent(List<ObjectiveShown> objectives, List<GapShown> gaps, List<EvidenceShown> evidence) {
    public PackContent {
        objectives = List.copyOf(objectives);
        gaps = List.copyOf(gaps);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /**
     * One part of a gap.
     *
     * @param target the level that is aimed for, null for the role of a role profile
     * @param part the root group, null for what belongs to none
     */
    public record GapShown(
            String framework,
            @Nullable String target,
            @Nullable String part,
            List<StatementShown> statements) {
        public GapShown {
            statements = List.copyOf(statements);
        }

        public long met() {
            return statements.stream()
                    .filter(statement -> statement.standing().isMet())
                    .count();
        }
    }

    public boolean isEmpty() {
        return objectives.isEmpty() && gaps.isEmpty() && evidence.isEmpty();
    }
}
