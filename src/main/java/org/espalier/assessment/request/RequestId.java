package org.espalier.assessment.request;

/** Identifies one request for a sign-off. */
public record RequestId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
