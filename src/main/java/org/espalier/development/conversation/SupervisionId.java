package org.espalier.development.conversation;

/** Identifies a line of supervision. */
public record SupervisionId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
