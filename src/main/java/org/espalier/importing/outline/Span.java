package org.espalier.importing.outline;

/** Lines from {@code first} to {@code last}, both included, counted from 1. */
public record Span(int first, int last) {
    public Span {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("lines " + first + " to " + last);
        }
    }

    /** The smallest span that holds both. */
    public Span through(Span other) {
        return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }
}
