package org.espalier.portfolio;

/** Identifies one piece of evidence in somebody's portfolio. */
public record EvidenceId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
