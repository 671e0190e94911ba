package org.espalier.framework.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way from one place in a career to another.
 *
 * @param from who or where from, as printed
 * @param to where to, as printed or as the level's id; null when the document does not say
 * @param toStated false when {@code to} was inferred or is missing
 */
public record RouteEntry(
        @Nullable String from,
        @Nullable String to,
        boolean toStated,
        List<String> requirements,
        List<String> opportunities,
        List<String> supports,
        @Nullable Place source,
        List<At> alsoAt) {
    public RouteEntry {
        requirements = Lists.orEmpty(requirements);
        opportunities = Lists.orEmpty(opportunities);
        supports = Lists.orEmpty(supports);
        alsoAt = Lists.orEmpty(alsoAt);
    }
}
