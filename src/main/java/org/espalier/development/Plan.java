package org.espalier.development;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.espalier.development.Objective.Trace;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;

/** A person's development plan: their objectives, in the order they put them in. */
public record Plan(List<Objective> objectives) {
    public Plan {
        objectives = List.copyOf(objectives);
    }

    public boolean isEmpty() {
        return objectives.isEmpty();
    }

    public List<Objective> open() {
        return objectives.stream().filter(objective -> !objective.isCompleted()).toList();
    }

    public List<Objective> completed() {
        return objectives.stream().filter(Objective::isCompleted).toList();
    }

    public Optional<Objective> objective(ObjectiveId id) {
        return objectives.stream()
                .filter(objective -> objective.id().equals(id))
                .findFirst();
    }

    /** Every statement that an open objective is about. */
    public Set<StatementId> statements() {
        var statements = new HashSet<StatementId>();
        for (var objective : open()) {
            objective.traces().forEach(trace -> statements.add(trace.statement()));
        }
        return statements;
    }

    /** Every version that an objective traces to, in order of appearance. */
    public Set<VersionId> versions() {
        var versions = new LinkedHashSet<VersionId>();
        for (var objective : objectives) {
            objective.traces().stream().map(Trace::version).forEach(versions::add);
        }
        return versions;
    }
}
