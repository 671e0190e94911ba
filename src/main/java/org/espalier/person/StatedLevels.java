package org.espalier.person;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The level at which a person says they work: one for the whole framework, or one for each root group of which they say
 * something. Never averaged into one (PRODUCT.md, rule 3), and what they leave out is unknown (rule 5).
 *
 * @param whole the level everywhere; null for none of the levels, and where it differs
 * @param byGroup where it differs, the level in a root group, by the group's id
 * @param atNone where it differs, the root groups in which they say that they work at none of the levels
 */
public record StatedLevels(@Nullable String whole, Map<String, String> byGroup, Set<String> atNone, Instant statedAt) {
    public StatedLevels {
        byGroup = Map.copyOf(byGroup);
        atNone = Set.copyOf(atNone);
        if (whole != null && (!byGroup.isEmpty() || !atNone.isEmpty())) {
            throw new IllegalArgumentException("Either one level everywhere or one for each group");
        }
    }

    /** The level in a root group; empty when they work at none there, or have not said. */
    public Optional<String> in(String rootGroup) {
        return Optional.ofNullable(differs() ? byGroup.get(rootGroup) : whole);
    }

    /** True when they said something about this root group. */
    public boolean isStated(String rootGroup) {
        return !differs() || byGroup.containsKey(rootGroup) || atNone.contains(rootGroup);
    }

    /** True when it was said for each group by itself. */
    public boolean differs() {
        return !byGroup.isEmpty() || !atNone.isEmpty();
    }
}
