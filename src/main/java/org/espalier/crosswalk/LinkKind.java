package org.espalier.crosswalk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a link says of its two ends, read from the first to the second. Related is not equivalent (PRODUCT.md, rule 5). */
public enum LinkKind {
    /** The first asks the same as the second. */
    EXACT,
    /** The first asks nearly the same as the second. */
    CLOSE,
    /** The first asks all that the second asks, and more. */
    BROADER,
    /** The first asks a part of what the second asks. */
    NARROWER,
    /** They have to do with each other; neither stands for the other. */
    RELATED;

    /** In addresses, forms and message keys. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LinkKind> ofSlug(String slug) {
        return Stream.of(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
