package org.espalier.development.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.learning.coverage.LearningFor;
import org.espalier.learning.coverage.LearningFor.Suggestion;
import org.espalier.learning.coverage.SmallSet;

/**
 * Learning that would close a gap: a small set of it, and all the rest.
 *
 * @param wanted what is lacking, by id, in order
 * @param weights how many people lack each, at least
 * @param rest what teaches some of it and is not in the set, most of it first
 */
record Closing(
        FrameworkVersion version,
        Map<StatementId, Statement> wanted,
        Map<StatementId, Integer> weights,
        SmallSet<Suggestion, StatementId> set,
        List<Suggestion> rest) {

    static Closing of(FrameworkVersion version, List<Statement> lacking, LearningFor learning) {
        var weights = new LinkedHashMap<StatementId, Integer>();
        lacking.forEach(statement -> weights.put(statement.id(), 1));
        return of(version, lacking, weights, learning);
    }

    static Closing of(
            FrameworkVersion version,
            List<Statement> lacking,
            Map<StatementId, Integer> weights,
            LearningFor learning) {
        var wanted = new LinkedHashMap<StatementId, Statement>();
        lacking.forEach(statement -> wanted.put(statement.id(), statement));
        var suggestions = wanted.isEmpty() ? List.<Suggestion>of() : learning.teaching(version, wanted.values());
        var set = LearningFor.choose(weights, suggestions);
        var chosen = set.steps().stream().map(SmallSet.Step::offer).toList();
        return new Closing(
                version,
                wanted,
                weights,
                set,
                suggestions.stream()
                        .filter(suggestion -> !chosen.contains(suggestion))
                        .sorted(Comparator.comparing(
                                suggestion -> -suggestion.teaches().size()))
                        .toList());
    }

    Statement statement(StatementId id) {
        var statement = wanted.get(id);
        if (statement == null) {
            throw new IllegalArgumentException("Not wanted: " + id);
        }
        return statement;
    }

    /** How many people, at least, lack each of those that a step adds. */
    int fewestWithout(SmallSet.Step<Suggestion, StatementId> step) {
        return step.adds().stream()
                .mapToInt(id -> weights.getOrDefault(id, 0))
                .min()
                .orElse(0);
    }

    /** How many of the wanted somebody teaches. */
    int taught() {
        return wanted.size() - set.left().size();
    }
}
