package org.espalier.crosswalk;

/** Identifies one link. */
public record LinkId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
