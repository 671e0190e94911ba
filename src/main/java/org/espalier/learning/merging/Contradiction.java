package org.espalier.learning.merging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.learning.coverage.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What two providers say about the same part of a framework and cannot both be right about: it applies to one and not to
 * the other, or both say the same on different grounds.
 *
 * @param ofStaying said by the one that stays
 * @param ofGoing said by the one that goes
 */
public record Contradiction(List<CoverageClaim> ofStaying, List<CoverageClaim> ofGoing) {
    public Contradiction {
        ofStaying = List.copyOf(ofStaying);
        ofGoing = List.copyOf(ofGoing);
    }

    /** A part at any level. */
    private record Part(
            VersionId version,
            @Nullable StatementId statement,
            @Nullable String group,
            @Nullable String code) {
        static Part of(Subject subject) {
            var isKnown = subject.statement() != null || subject.group() != null;
            return new Part(subject.version(), subject.statement(), subject.group(), isKnown ? null : subject.code());
        }
    }

    /** One for each part about which they contradict each other, in the order of what is said by the one that goes. */
    static List<Contradiction> between(List<CoverageClaim> staying, List<CoverageClaim> going) {
        var contradictions = new ArrayList<Contradiction>();
        var ofStayingByPart = byPart(staying);
        byPart(going).forEach((part, its) -> {
            var others = ofStayingByPart.getOrDefault(part, List.of());
            var ofStaying = contradicting(others, its);
            if (!ofStaying.isEmpty()) {
                contradictions.add(new Contradiction(ofStaying, contradicting(its, others)));
            }
        });
        return contradictions;
    }

    private static Map<Part, List<CoverageClaim>> byPart(List<CoverageClaim> claims) {
        return claims.stream()
                .collect(Collectors.groupingBy(
                        claim -> Part.of(claim.subject()), LinkedHashMap::new, Collectors.toList()));
    }

    private static List<CoverageClaim> contradicting(List<CoverageClaim> claims, List<CoverageClaim> others) {
        return claims.stream()
                .filter(claim -> others.stream().anyMatch(other -> contradict(claim, other)))
                .toList();
    }

    /** What the one that goes says word for word like the one that stays, so that one of the two is enough. */
    static List<CoverageClaim> saidTwice(List<CoverageClaim> staying, List<CoverageClaim> going) {
        return going.stream()
                .filter(its -> staying.stream()
                        .anyMatch(other -> isSame(other, its) && other.grounds().equals(its.grounds())))
                .toList();
    }

    private static boolean contradict(CoverageClaim one, CoverageClaim other) {
        var isAtOneLevel = one.subject().level() == null
                || other.subject().level() == null
                || one.subject().level().equals(other.subject().level());
        var appliesToOneAlone =
                (one.kind() == CoverageKind.NOT_APPLICABLE) != (other.kind() == CoverageKind.NOT_APPLICABLE);
        return (isAtOneLevel && appliesToOneAlone)
                || (isSame(one, other) && !one.grounds().equals(other.grounds()));
    }

    /** True when a single provider could not say both. */
    private static boolean isSame(CoverageClaim one, CoverageClaim other) {
        return !one.isPrinted()
                && one.kind() == other.kind()
                && Objects.equals(one.offer(), other.offer())
                && one.subject().equals(other.subject());
    }

    /** About what it is. */
    public Subject subject() {
        return ofGoing.getFirst().subject();
    }

    /** The name of its choice in a form. */
    public String field() {
        return "part-" + ofGoing.getFirst().id();
    }
}
