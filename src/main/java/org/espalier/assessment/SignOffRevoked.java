package org.espalier.assessment;

import java.util.List;
import org.espalier.access.AccountId;

/** What an assessor had said about statements of people was taken back. */
public record SignOffRevoked(AccountId by, List<Claims.Judged> judged) {
    public SignOffRevoked {
        judged = List.copyOf(judged);
    }
}
