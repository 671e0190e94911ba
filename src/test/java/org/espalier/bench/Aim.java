package org.espalier.bench;

import java.util.Locale;
import java.util.function.Predicate;

/** What a measure should reach, in words and as a condition. */
record Aim(String words, Predicate<Row> isMetBy) {

    /** 95 of 100 within this. */
    static Aim atMost(double most) {
        return new Aim("p95 ≤ " + number(most), row -> row.spread().p95() <= most);
    }

    /** As a rule at least this. */
    static Aim atLeast(double least) {
        return new Aim("≥ " + number(least), row -> row.spread().median() >= least);
    }

    /** As a rule at least this share of the machine's limit. */
    static Aim atLeastOfLimit(double share) {
        return new Aim(
                "≥ " + number(share) + " of limit",
                row -> row.spread().median() >= share * row.limit().value());
    }

    Aim and(Aim other) {
        return new Aim(words + ", " + other.words, isMetBy.and(other.isMetBy));
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.UK, "%,.0f", value)
                : String.format(Locale.UK, "%s", value);
    }
}
