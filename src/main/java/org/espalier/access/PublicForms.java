package org.espalier.access;

import java.util.List;

/**
 * Paths that anybody may post a form to without signing in, contributed as a bean by the module that owns the pages.
 *
 * @param patterns such as {@code /invitations/*}
 */
public record PublicForms(List<String> patterns) {
    public PublicForms {
        patterns = List.copyOf(patterns);
    }

    public static PublicForms of(String... patterns) {
        return new PublicForms(List.of(patterns));
    }
}
