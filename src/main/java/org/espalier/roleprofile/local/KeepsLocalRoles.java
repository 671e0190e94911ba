package org.espalier.roleprofile.local;

import org.espalier.kernel.Problem;
import org.espalier.person.Insider;

/** The rule who speaks for an organisation about its roles: who looks after it, and who manages the whole of it. */
public final class KeepsLocalRoles {
    private KeepsLocalRoles() {}

    public static boolean isKeeper(Insider insider) {
        return insider.speaksForAll();
    }

    /** Refuses whoever does not. */
    public static void require(Insider insider) {
        if (!isKeeper(insider)) {
            throw new Problem.Forbidden(
                    "roleprofile.local.problem.notKeeper",
                    insider.organisation().name());
        }
    }
}
