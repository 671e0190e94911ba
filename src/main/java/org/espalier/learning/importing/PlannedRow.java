package org.espalier.learning.importing;

import java.util.List;

/** What will come of a row, and why. */
public record PlannedRow(FileRow row, Outcome outcome, List<Remark> remarks) {
    public PlannedRow {
        remarks = List.copyOf(remarks);
    }

    /** What will come of a row. */
    public enum Outcome {
        /** It cannot be used; nothing is while there is one such row. */
        REFUSED,
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /**
     * Something to say about a cell.
     *
     * @param heading its column; empty for the row
     */
    public record Remark(String heading, String messageKey, List<Object> arguments) {
        public Remark {
            arguments = List.copyOf(arguments);
        }
    }
}
