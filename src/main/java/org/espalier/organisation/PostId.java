package org.espalier.organisation;

/** Identifies a post in an organisation. */
public record PostId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
