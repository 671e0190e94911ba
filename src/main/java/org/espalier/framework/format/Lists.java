package org.espalier.framework.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A missing list in a document is an empty one. */
final class Lists {
    private Lists() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
