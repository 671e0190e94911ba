package org.espalier.access;

import java.util.List;

/**
 * Paths at which a form is taken without the proof that it was ours, contributed as a bean by the module that owns the
 * pages. Only for an address that is itself a secret, and that other programs post to: a mail program that stops letters
 * with one click (RFC 8058); and for one that keeps nothing on this side, so that it works without any cookie. They are
 * opened by {@link PublicForms} as well.
 *
 * @param patterns such as {@code /unsubscribe/*}
 */
public record OneClickPaths(List<String> patterns) {
    public OneClickPaths {
        patterns = List.copyOf(patterns);
    }

    public static OneClickPaths of(String... patterns) {
        return new OneClickPaths(List.of(patterns));
    }
}
