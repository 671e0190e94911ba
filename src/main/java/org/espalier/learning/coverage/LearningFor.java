package org.espalier.learning.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.learning.Offer;
import org.espalier.learning.OfferId;
import org.espalier.learning.Offers;
import org.espalier.learning.Provider;
import org.espalier.learning.Providers;
import org.springframework.stereotype.Component;

/**
 * What can be learned for statements of a version: published learning whose providers say that it teaches or supports them,
 * where nobody has questioned that. It is a suggestion (PRODUCT.md, rule 14), and taking it proves nothing (rule 5).
 */
@Component
public class LearningFor {
    /** Of two that add as much: what was accepted, then what costs less, then by title. */
    public static final Comparator<Suggestion> PREFERENCE = Comparator.comparing(
                    (Suggestion suggestion) -> !suggestion.accepted())
            .thenComparing(suggestion -> {
                var cost = suggestion.offer().details().costPence();
                return cost == null ? Long.MAX_VALUE : cost;
            })
            .thenComparing(suggestion -> suggestion.offer().title())
            .thenComparing(suggestion -> suggestion.offer().id().value());

    private final CoverageClaims claims;
    private final Offers offers;
    private final Providers providers;

    LearningFor(CoverageClaims claims, Offers offers, Providers providers) {
        this.claims = claims;
        this.offers = offers;
        this.providers = providers;
    }

    /**
     * Something on offer, and what of the wanted it teaches or supports.
     *
     * @param accepted true when somebody has reviewed and accepted that of at least one of them
     */
    public record Suggestion(Offer offer, Provider provider, Set<StatementId> teaches, boolean accepted) {
        public Suggestion {
            teaches = Set.copyOf(teaches);
        }
    }

    /** All that teaches or supports any of these, the preferred first. Three SQL statements, however many there are. */
    public List<Suggestion> teaching(FrameworkVersion version, Collection<Statement> wanted) {
        var byGroup = new HashMap<String, Set<Statement>>();
        var byId = new HashMap<StatementId, Statement>();
        for (var statement : wanted) {
            byId.put(statement.id(), statement);
            if (statement.group() != null) {
                CoverageClaims.upwards(version, statement.group())
                        .forEach(group -> byGroup.computeIfAbsent(group, first -> new HashSet<>())
                                .add(statement));
            }
        }
        var teaches = new LinkedHashMap<OfferId, Set<StatementId>>();
        var accepted = new HashSet<OfferId>();
        for (var claim : claims.teaching(version.id(), byGroup.keySet(), byId.keySet())) {
            var offer = claim.offer();
            if (offer != null) {
                var reached = teaches.computeIfAbsent(offer, first -> new LinkedHashSet<>());
                reached(claim.subject(), byGroup, byId).forEach(reached::add);
                if (claim.review() == Verdict.ACCEPTED) {
                    accepted.add(offer);
                }
            }
        }
        var found = offers.find(teaches.keySet());
        var named = providers.all().stream().collect(Collectors.toMap(Provider::id, provider -> provider));
        var suggestions = new ArrayList<Suggestion>();
        teaches.forEach((id, reached) -> {
            var offer = found.get(id);
            var provider = offer == null ? null : named.get(offer.provider());
            if (offer != null && provider != null && !reached.isEmpty()) {
                suggestions.add(new Suggestion(offer, provider, reached, accepted.contains(id)));
            }
        });
        suggestions.sort(PREFERENCE);
        return suggestions;
    }

    private static List<StatementId> reached(
            Subject subject, Map<String, Set<Statement>> byGroup, Map<StatementId, Statement> byId) {
        if (subject.statement() != null) {
            return byId.containsKey(subject.statement()) ? List.of(subject.statement()) : List.of();
        }
        var group = subject.group();
        return group == null
                ? List.of()
                : byGroup.getOrDefault(group, Set.of()).stream()
                        .filter(statement ->
                                subject.level() == null || subject.level().equals(statement.level()))
                        .map(Statement::id)
                        .toList();
    }

    /** A small set of these that teaches most of what is wanted; each weighs as much as the map says. */
    public static SmallSet<Suggestion, StatementId> choose(
            Map<StatementId, Integer> wanted, List<Suggestion> suggestions) {
        return SmallSet.of(
                wanted,
                suggestions.stream()
                        .map(suggestion -> new SmallSet.Candidate<>(suggestion, suggestion.teaches()))
                        .toList(),
                PREFERENCE);
    }
}
