package org.espalier.pathway;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.learning.coverage.LearningFor;
import org.springframework.stereotype.Component;

/** Finds learning towards what is still to be done on a way: a suggestion, never a gate (PRODUCT.md, rule 14). */
@Component
public class LearningOnOffer {
    private static final int BEST = 3;

    private final PublishedVersions versions;
    private final LearningFor learning;

    LearningOnOffer(PublishedVersions versions, LearningFor learning) {
        this.versions = versions;
        this.learning = learning;
    }

    /**
     * Something to learn, and where to read about it.
     *
     * @param teaches how many of the open expectations
     */
    public record Suggestion(String title, String provider, String href, int teaches) {}

    /** The best few for each place, those that teach the most first. Three SQL statements for each framework on the ways. */
    Map<Place, List<Suggestion>> towards(Map<Place, ? extends Collection<StatementId>> open) {
        var wanted = new HashMap<VersionId, Set<StatementId>>();
        open.forEach((place, statements) -> {
            var at = place.at();
            if (at != null) {
                wanted.computeIfAbsent(at.version(), version -> new HashSet<>()).addAll(statements);
            }
        });
        var found = new HashMap<VersionId, List<LearningFor.Suggestion>>();
        wanted.forEach((id, statements) -> versions.find(id)
                .ifPresent(version -> found.put(
                        id,
                        learning.teaching(
                                version,
                                version.statements().stream()
                                        .filter(statement -> statements.contains(statement.id()))
                                        .toList()))));
        var towards = new HashMap<Place, List<Suggestion>>();
        open.forEach((place, statements) -> {
            var at = place.at();
            if (at != null) {
                towards.put(place, best(found.getOrDefault(at.version(), List.of()), Set.copyOf(statements)));
            }
        });
        return towards;
    }

    private static List<Suggestion> best(List<LearningFor.Suggestion> found, Set<StatementId> open) {
        return found.stream()
                .map(suggestion -> new Suggestion(
                        suggestion.offer().title(),
                        suggestion.provider().name(),
                        suggestion.offer().address(),
                        (int) suggestion.teaches().stream()
                                .filter(open::contains)
                                .count()))
                .filter(suggestion -> suggestion.teaches() > 0)
                .sorted(Comparator.comparingInt(Suggestion::teaches).reversed())
                .limit(BEST)
                .toList();
    }
}
