package org.espalier.person;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The level at which a person says they work, pillar by pillar where it differs; never averaged into one (PRODUCT.md,
 * rule 3).
 *
 * @param whole the level in every root group that {@code byGroup} does not name; null for none of the levels
 * @param byGroup the level in a root group, by the group's id
 */
public record StatedLevels(@Nullable String whole, Map<String, String> byGroup, Instant statedAt) {
    public StatedLevels {
        byGroup = Map.copyOf(byGroup);
    }

    /** The level in a root group; empty when they say that they work at none there. */
    public Optional<String> in(String rootGroup) {
        return Optional.ofNullable(byGroup.getOrDefault(rootGroup, whole));
    }

    /** True when it differs from group to group. */
    public boolean differs() {
        return !byGroup.isEmpty();
    }
}
