package org.espalier.development.conversation;

/** Identifies a preceptorship. */
public record PreceptorshipId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
