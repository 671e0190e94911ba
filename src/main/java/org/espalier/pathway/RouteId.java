package org.espalier.pathway;

/** Identifies one route that an author has written. */
public record RouteId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
