package org.espalier.learning.coverage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.espalier.framework.FrameworkVersion;
import org.espalier.learning.Provider;
import org.springframework.stereotype.Component;

/** Draws what is covered of a version: by everybody together, or by one provider. One SQL statement each. */
@Component
public class CoverageMaps {
    private final CoverageClaims claims;

    CoverageMaps(CoverageClaims claims) {
        this.claims = claims;
    }

    /** What everybody together covers; that something does not apply to one provider says nothing there. */
    public CoverageMap ofAll(FrameworkVersion version) {
        return CoverageMap.of(
                version,
                map -> claims.each(version.id(), (provider, offer, statement, group, level, kind, questioned) -> {
                    if (kind != CoverageKind.NOT_APPLICABLE) {
                        map.claim(provider, offer, statement, group, level, kind, questioned);
                    }
                }));
    }

    /** One provider's map, with the claims it is made of. */
    public record OfProvider(CoverageMap map, List<CoverageClaim> claims) {
        public OfProvider {
            claims = List.copyOf(claims);
        }

        /** True when nothing is said of one level and not of another, so that a row needs one cell only. */
        public boolean isSameAtEveryLevel() {
            return claims.stream()
                    .allMatch(claim -> claim.subject().statement() == null
                            && claim.subject().level() == null);
        }

        /** How many competencies are covered how. */
        public Map<Coverage, Integer> tallyOfRows() {
            var tally = new EnumMap<Coverage, Integer>(Coverage.class);
            map.rows().forEach(row -> tally.merge(row.strongest(), 1, Integer::sum));
            return tally;
        }

        /** How many of the words that a framework prints are of no kind yet. */
        public int unsorted() {
            return (int) claims.stream()
                    .filter(claim -> claim.kind() == CoverageKind.STATES)
                    .count();
        }

        /** True when a claim says no more than the symbol of its row: it does not apply, and nobody has reviewed that. */
        public boolean isSilent(CoverageClaim claim) {
            return claim.kind() == CoverageKind.NOT_APPLICABLE
                    && claim.review() == Verdict.NOT_REVIEWED
                    && claim.note().isEmpty()
                    && claim.grounds().evidence().isEmpty();
        }

        /** What is said of something that the framework has no part for. */
        public List<CoverageClaim> withoutPlace() {
            return claims.stream()
                    .filter(claim -> claim.subject().statement() == null
                            && claim.subject().group() == null)
                    .toList();
        }

        /** What the provider says of this competency, or of a group that holds it. */
        public List<CoverageClaim> about(CoverageMap.Row row) {
            var group = row.group();
            if (group == null) {
                return List.of();
            }
            var upwards = CoverageClaims.upwards(map.version(), group.id());
            return claims.stream()
                    .filter(claim -> {
                        var statement = claim.subject().statement();
                        return statement == null
                                ? claim.subject().group() != null
                                        && upwards.contains(claim.subject().group())
                                : map.version()
                                        .statement(statement)
                                        .filter(one -> group.id().equals(one.group()))
                                        .isPresent();
                    })
                    .toList();
        }
    }

    public OfProvider of(FrameworkVersion version, Provider provider) {
        var its = claims.seen(version.id(), provider.id());
        return new OfProvider(
                CoverageMap.of(
                        version,
                        map -> its.forEach(claim -> {
                            var statement = claim.subject().statement();
                            map.claim(
                                    claim.provider().value(),
                                    claim.offer() == null ? 0 : claim.offer().value(),
                                    statement == null ? 0 : statement.value(),
                                    claim.subject().group(),
                                    claim.subject().level(),
                                    claim.kind(),
                                    claim.review() == Verdict.QUESTIONED);
                        })),
                its);
    }
}
