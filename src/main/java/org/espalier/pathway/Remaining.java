package org.espalier.pathway;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Standings;
import org.espalier.development.GapAnalysis;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;

/**
 * What is still to be done at the end of a step: the expectations that count there and are neither met nor not applicable;
 * of optional ones as many as are asked for, those nearest to being met. What the
 * step before it asked already, as where levels add up, is not counted twice (PRODUCT.md, rule 2). Nobody’s is everything.
 */
final class Remaining implements ToIntFunction<Step> {
    private final Place start;
    private final Function<VersionId, FrameworkVersion> versions;
    private final Standings standings;
    private final boolean consolidating;
    private final Map<Place, Set<StatementId>> known = new HashMap<>();

    /** @param consolidating true for somebody of whom a later phase of a level is not asked yet (rule 17) */
    Remaining(Place start, Function<VersionId, FrameworkVersion> versions, Standings standings, boolean consolidating) {
        this.start = start;
        this.versions = versions;
        this.standings = standings;
        this.consolidating = consolidating;
    }

    @Override
    public int applyAsInt(Step step) {
        return of(step).size();
    }

    /** The expectations themselves. */
    Set<StatementId> of(Step step) {
        var open = at(step.to());
        if (step.from().equals(start) || !step.from().isBesides(step.to()) || open.isEmpty()) {
            return open;
        }
        var own = new LinkedHashSet<>(open);
        own.removeAll(at(step.from()));
        return own;
    }

    private Set<StatementId> at(Place place) {
        return known.computeIfAbsent(place, this::compute);
    }

    private Set<StatementId> compute(Place place) {
        var at = place.at();
        if (at == null) {
            return Set.of();
        }
        var version = versions.apply(at.version());
        var level = at.level();
        var open = new LinkedHashSet<StatementId>();
        for (var statement : GapAnalysis.counted(version, version.demandOf(level), standings, consolidating)) {
            var standing = standings.of(statement.id());
            if (!standing.isMet() && standing != Standing.NOT_APPLICABLE) {
                open.add(statement.id());
            }
        }
        return open;
    }
}
