package org.espalier.portfolio;

/** Identifies one file of a piece of evidence. */
public record FileId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
