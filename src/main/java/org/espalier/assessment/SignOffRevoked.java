package org.espalier.assessment;

import java.util.List;
import org.espalier.access.Actor;

/**
 * What an assessor had said about statements of people was taken back, in the same transaction.
 *
 * @param claims what was taken back
 * @param reason empty when it was undone at once
 */
public record SignOffRevoked(Actor by, List<Long> claims, String reason) {
    public SignOffRevoked {
        claims = List.copyOf(claims);
    }
}
