package org.espalier.assessment;

import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.espalier.person.PersonId;
import org.springframework.stereotype.Component;

/**
 * A person says where they stand on statements of the version in force: on one, or on a whole group at once. What they
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
     * @param before what the person had said of each statement that changed; to rate so again is to undo
     */
    public record Rated(Map<StatementId, Rating> before) {
        public Rated {
            before = Map.copyOf(before);
        }
    }

    /** One SQL statement, which is its own transaction: all of the ratings are saved, or none. */
    public Rated rate(Actor actor, PersonId person, VersionId version, Map<StatementId, Rating> ratings) {
        var assessable = assessable(version);
        for (var statement : ratings.keySet()) {
            if (assessable.statement(statement).filter(Statement::isExpectation).isEmpty()) {
                throw new Problem.NotFound(
                        "This version has no such statement to rate. Reload the page and try again.");
            }
        }
        return ratings.isEmpty()
                ? new Rated(Map.of())
                : new Rated(claims.rate(person, version, ratings, actor.account()));
    }

    /** Nobody is assessed against a draft (PRODUCT.md, rule 9), nor against what is no longer in force. */
    private FrameworkVersion assessable(VersionId version) {
        if (versions.describe(version).filter(PublishedVersion::isInForce).isEmpty()) {
            throw new Problem.Conflict("This version of the framework is not in force. "
                    + "Nothing was saved; open the framework again to see the version that is.");
        }
        return versions.find(version).orElseThrow();
    }
}
