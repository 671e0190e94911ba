package org.espalier.access;

import java.security.Principal;
import java.util.Set;
import org.espalier.kernel.Problem;

/** The signed-in account behind a request, and the principal of Spring Security's authentication. */
public record Actor(AccountId account, String name, Set<Role> roles) implements Principal {
    public Actor {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return name;
    }

    /** Refuses an actor who does not hold this role. Use cases call it first. */
    public void require(Role role) {
        if (!roles.contains(role)) {
            throw new Problem.Forbidden("access.problem.role");
        }
    }
}
