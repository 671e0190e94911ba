package org.espalier.assessment;

import java.time.Instant;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.framework.VersionStatus;
import org.espalier.kernel.Problem;
import org.espalier.person.PersonId;
import org.springframework.stereotype.Component;

/**
 * A person says where they stand on statements of a published version: on one, or on a whole group at once. What they
 * said before stays in the history, and saying the same again adds nothing.
 */
@Component
public class RateStatements {
    private final PublishedVersions versions;
    private final Claims claims;

    RateStatements(PublishedVersions versions, Claims claims) {
        this.versions = versions;
        this.claims = claims;
    }

    /**
     * What changed.
     *
     * @param at the instant of the claims that were added; the key to {@link #undo}
     * @param before what the person had said of each statement that changed
     */
    public record Rated(Instant at, Map<StatementId, Rating> before) {
        public Rated {
            before = Map.copyOf(before);
        }
    }

    /** One SQL statement, which is its own transaction: all of the ratings are saved, or none. */
    public Rated rate(Actor actor, PersonId person, VersionId version, Map<StatementId, Rating> ratings) {
        var assessable = assessable(version);
        for (var statement : ratings.keySet()) {
            if (assessable.statement(statement).filter(Statement::isExpectation).isEmpty()) {
                throw new Problem.NotFound("assessment.problem.noStatementToRate");
            }
        }
        return claims.rate(person, version, ratings, actor.account());
    }

    /** Says again what the person had said before they rated at this instant, where they have not rated since. */
    public Rated undo(Actor actor, PersonId person, VersionId version, Instant ratedAt) {
        assessable(version);
        return claims.rate(person, version, claims.before(person, version, ratedAt), actor.account());
    }

    /** Nobody is assessed against a draft (PRODUCT.md, rule 9), nor against what its publisher has withdrawn. */
    private FrameworkVersion assessable(VersionId version) {
        var entry = versions.describe(version)
                .orElseThrow(() -> new Problem.NotFound("assessment.problem.noVersionToRate"));
        if (entry.status() == VersionStatus.WITHDRAWN) {
            throw new Problem.Conflict("assessment.problem.withdrawnToRate");
        }
        return versions.find(version).orElseThrow();
    }
}
