package org.espalier.development.conversation;

import java.time.Instant;
import java.util.List;

/**
 * An appraisal's record as it was when the first of the two signed it: what both put their name to, free of everything that
 * changes later.
 *
 * @param plan the person's plan at that moment
 */
public record Snapshot(String person, String other, Agreement agreement, List<ObjectiveShown> plan, Instant takenAt) {
    public Snapshot {
        plan = plan == null ? List.of() : List.copyOf(plan);
    }

    /** What has been done. */
    public List<ObjectiveShown> done() {
        return plan.stream().filter(ObjectiveShown::isCompleted).toList();
    }

    /** What is carried over to the time ahead. */
    public List<ObjectiveShown> carriedOver() {
        return plan.stream().filter(objective -> !objective.isCompleted()).toList();
    }
}
