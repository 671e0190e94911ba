package org.espalier.bench;

import org.jspecify.annotations.Nullable;

/**
 * One line of the result.
 *
 * @param name stable, such as {@code gap-page-8}
 * @param unit of the spread and of the limit
 * @param aim null for a number that is there to compare with
 */
record Row(
        String name,
        String unit,
        Spread spread,
        Limit limit,
        @Nullable Aim aim) {

    /** The best that this machine could do, in the row's unit, measured in the same run, and what it is. */
    record Limit(double value, String is) {}

    Row withAim(Aim stated) {
        return new Row(name, unit, spread, limit, stated);
    }
}
