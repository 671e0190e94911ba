package org.espalier.assessment.session;

/** Identifies a session that is being put together. */
public record GroupDraftId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
