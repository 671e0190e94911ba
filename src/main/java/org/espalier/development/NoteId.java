package org.espalier.development;

/** Identifies a note on an objective's progress. */
public record NoteId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
