package org.espalier.assessment;

import java.util.List;
import org.espalier.access.Actor;

/**
 * Statements were signed off for people by an assessor, in the same transaction.
 *
 * @param act the number under which all of it was done
 * @param claims the sign-offs, in the order of what was judged
 */
public record CompetenceSignedOff(Actor by, long act, List<Claims.Judged> judged, List<Long> claims) {
    public CompetenceSignedOff {
        judged = List.copyOf(judged);
        claims = List.copyOf(claims);
    }
}
