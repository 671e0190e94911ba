package org.espalier.learning.recognition;

/** Identifies one request for the recognition of prior learning. */
public record RecognitionId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
