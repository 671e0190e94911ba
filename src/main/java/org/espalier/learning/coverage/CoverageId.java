package org.espalier.learning.coverage;

/** Identifies one claim of coverage as it was at a time; a claim that takes its place has another. */
public record CoverageId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
