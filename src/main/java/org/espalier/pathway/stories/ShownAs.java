package org.espalier.pathway.stories;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much of their name the author of a story wants to have shown. */
public enum ShownAs {
    NAME,
    FIRST_NAME,
    ANONYMOUS;

    /** In forms, messages and the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ShownAs> ofSlug(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }

    /** What is shown of a name; null for nothing. */
    public @Nullable String of(String name) {
        return switch (this) {
            case NAME -> name;
            case FIRST_NAME -> name.strip().split("\\s+")[0];
            case ANONYMOUS -> null;
        };
    }
}
