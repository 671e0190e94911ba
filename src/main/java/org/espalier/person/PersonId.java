package org.espalier.person;

/** Identifies a person; claims and plans point at it. */
public record PersonId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
