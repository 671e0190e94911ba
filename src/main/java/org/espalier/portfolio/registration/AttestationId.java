package org.espalier.portfolio.registration;

/** Identifies one question to another person about a registration. */
public record AttestationId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
