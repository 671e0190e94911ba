package org.espalier.framework.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody must bring to a role, as a tree (PRODUCT.md, rule 15). Exactly one of {@code allOf}, {@code anyOf} and
 * {@code text} says something; the other keys belong to a text.
 *
 * @param orEquivalent an equivalent will do
 * @param equivalent what counts as equivalent, where that is said
 * @param workingTowards it is enough to be working towards it
 * @param binds the one named role that it is asked of; null for everybody
 */
public record RequirementEntry(
        List<RequirementEntry> allOf,
        List<RequirementEntry> anyOf,
        @Nullable String text,
        boolean orEquivalent,
        @Nullable String equivalent,
        boolean workingTowards,
        @Nullable String binds) {
    public RequirementEntry {
        allOf = Lists.orEmpty(allOf);
        anyOf = Lists.orEmpty(anyOf);
    }

    public static RequirementEntry all(List<RequirementEntry> parts) {
        return new RequirementEntry(parts, List.of(), null, false, null, false, null);
    }

    public static RequirementEntry any(List<RequirementEntry> alternatives) {
        return new RequirementEntry(List.of(), alternatives, null, false, null, false, null);
    }
}
