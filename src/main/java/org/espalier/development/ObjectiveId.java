package org.espalier.development;

/** Identifies an objective of somebody's plan. */
public record ObjectiveId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
