package org.espalier.development;

/** Identifies an action under an objective. */
public record ActionId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
