package org.espalier.assessment;

import java.util.List;
import org.espalier.access.AccountId;

/** Statements were signed off for people by an assessor. */
public record CompetenceSignedOff(AccountId by, List<Claims.Judged> judged) {
    public CompetenceSignedOff {
        judged = List.copyOf(judged);
    }
}
