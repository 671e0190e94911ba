package org.espalier.framework.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column across groups, such as "Role responsibility". */
public record FacetEntry(String id, String title, @Nullable Place source, List<At> alsoAt) {
    public FacetEntry {
        alsoAt = Lists.orEmpty(alsoAt);
    }
}
