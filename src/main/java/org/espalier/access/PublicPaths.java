package org.espalier.access;

import java.util.List;

/**
 * Paths that anybody may read without signing in, contributed as a bean by the module that owns the pages. Whatever no
 * module lists needs sign-in.
 *
 * @param patterns such as {@code /frameworks/**}
 */
public record PublicPaths(List<String> patterns) {
    public PublicPaths {
        patterns = List.copyOf(patterns);
    }

    public static PublicPaths of(String... patterns) {
        return new PublicPaths(List.of(patterns));
    }
}
