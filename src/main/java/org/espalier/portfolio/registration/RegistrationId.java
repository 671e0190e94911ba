package org.espalier.portfolio.registration;

/** Identifies one registration that a person says they hold. */
public record RegistrationId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
