package org.espalier.organisation;

/** Identifies a unit or team of an organisation. */
public record UnitId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
