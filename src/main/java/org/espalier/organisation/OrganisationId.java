package org.espalier.organisation;

/** Identifies an organisation. */
public record OrganisationId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
