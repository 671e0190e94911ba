package org.espalier.assessment.session;

/** Identifies a session after which a group was signed off: the number of the act. */
public record GroupSignOffId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
