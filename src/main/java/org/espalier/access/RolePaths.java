package org.espalier.access;

import java.util.List;

/**
 * Paths that only accounts with a role may use, contributed as a bean by the module that owns the pages.
 *
 * @param patterns such as {@code /admin/**}
 */
public record RolePaths(Role role, List<String> patterns) {
    public RolePaths {
        patterns = List.copyOf(patterns);
    }

    public static RolePaths of(Role role, String... patterns) {
        return new RolePaths(role, List.of(patterns));
    }
}
