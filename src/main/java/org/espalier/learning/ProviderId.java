package org.espalier.learning;

/** Identifies a provider of learning. */
public record ProviderId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
