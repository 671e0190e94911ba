package org.espalier.assessment.attestation;

/** Identifies something that several people sign. */
public record AttestationId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
