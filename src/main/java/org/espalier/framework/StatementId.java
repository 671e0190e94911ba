package org.espalier.framework;

/** Identifies one statement of one published version; claims point at it, so it never changes and is never reused. */
public record StatementId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
