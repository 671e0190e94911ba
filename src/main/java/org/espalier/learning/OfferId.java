package org.espalier.learning;

/** Identifies one thing that a provider offers to learn. */
public record OfferId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
