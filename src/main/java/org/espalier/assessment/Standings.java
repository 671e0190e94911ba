package org.espalier.assessment;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.framework.Demand;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;

/** One person's standing on every statement of some versions at one instant. */
public final class Standings {
    private final Map<StatementId, List<Claim>> claims;
    private final Instant at;
    private final Map<StatementId, List<Claim>> inOtherWords;
    private final Map<StatementId, Standing> computed;

    /** @param claims by statement; a statement without claims may be missing */
    public Standings(Map<StatementId, List<Claim>> claims, Instant at) {
        this(claims, Map.of(), at);
    }

    /** @param inOtherWords claims about what a statement said before its words changed: they do not count */
    Standings(Map<StatementId, List<Claim>> claims, Map<StatementId, List<Claim>> inOtherWords, Instant at) {
        this.claims = claims;
        this.inOtherWords = inOtherWords;
        this.at = at;
        this.computed = HashMap.newHashMap(claims.size());
        claims.forEach((statement, ofOne) -> computed.put(statement, Standing.of(ofOne, at)));
    }

    public Instant at() {
        return at;
    }

    /** Every statement about which something was claimed; the standing of all others is unknown. */
    public Map<StatementId, Standing> known() {
        return Collections.unmodifiableMap(computed);
    }

    public Standing of(StatementId statement) {
        return computed.getOrDefault(statement, Standing.UNKNOWN);
    }

    /**
     * How the person stood before the statement's words changed in a later version. It counts for nothing: they may be asked
     * to look at the new words (PRODUCT.md, rule 10).
     */
    public Standing inOtherWords(StatementId statement) {
        return Standing.of(inOtherWords.getOrDefault(statement, List.of()), at);
    }

    /** The rating that was said last; empty when it was taken back, or an assessor has returned the statement since. */
    Optional<Rating> latestWord(StatementId statement) {
        Claim latest = null;
        for (var claim : claims.getOrDefault(statement, List.of())) {
            var isWord = claim instanceof Claim.SelfRating || claim instanceof Claim.Return;
            if (isWord && (latest == null || claim.isAfter(latest))) {
                latest = claim;
            }
        }
        return latest instanceof Claim.SelfRating own ? Optional.of(own.rating()) : Optional.empty();
    }

    /** The expectations of this demand that count for the person: see {@link Demand#counted}. */
    public List<Statement> counted(Demand demand) {
        return demand.counted(this::distance);
    }

    /** How far the person is from meeting it. */
    public int distance(Statement statement) {
        return of(statement.id()).distance();
    }

    /** The person's own latest answer, which stands beside a verification; empty when never given or taken back. */
    public Optional<Rating> ownRating(StatementId statement) {
        Claim.SelfRating latest = null;
        for (var claim : claims.getOrDefault(statement, List.of())) {
            if (claim instanceof Claim.SelfRating own && (latest == null || own.isAfter(latest))) {
                latest = own;
            }
        }
        return Optional.ofNullable(latest).map(Claim.SelfRating::rating).filter(Rating::isAnswer);
    }
}
