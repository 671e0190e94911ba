package org.espalier.development.conversation;

/** Identifies an appraisal. */
public record AppraisalId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
