package org.espalier.portfolio;

/** Identifies one share: one item shown to one account, for a purpose and a period. */
public record ShareId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
