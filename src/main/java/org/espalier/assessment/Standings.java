package org.espalier.assessment;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.framework.StatementId;

/** One person's standing on every statement of one version at one instant. */
public final class Standings {
    private final Map<StatementId, List<Claim>> claims;
    private final Instant at;
    private final Map<StatementId, Standing> computed;

    /** @param claims by statement; a statement without claims may be missing */
    public Standings(Map<StatementId, List<Claim>> claims, Instant at) {
        this.claims = claims;
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
