package org.espalier.access;

/** Identifies a local account. */
public record AccountId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
