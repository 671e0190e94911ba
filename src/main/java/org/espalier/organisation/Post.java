package org.espalier.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A job in a unit; one or several people hold it, or nobody does.
 *
 * @param reportsTo the post whose holders manage the holders of this one, null at the top
 * @param careerTarget what the organisation sees it lead to, in its own words; null when nothing is said
 */
public record Post(
        PostId id,
        UnitId unit,
        @Nullable PostId reportsTo,
        String title,
        @Nullable String careerTarget) {}
