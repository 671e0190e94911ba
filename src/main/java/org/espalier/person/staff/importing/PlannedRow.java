package org.espalier.person.staff.importing;

import java.util.List;

/** What will come of a row. */
public record PlannedRow(StaffRow row, Outcome outcome, List<Remark> remarks) {
    public PlannedRow {
        remarks = List.copyOf(remarks);
    }

    /** What will come of somebody. */
    public enum Outcome {
        /** They cannot be brought in like that; nothing is while there is one such row. */
        REFUSED,
        /** They get a new account and belong here at once. */
        ADDED,
        /** They have an account, and are asked. */
        INVITED,
        /** They belong here, and something about them changes. */
        CHANGED,
        /** They belong here, and all is as the row says. */
        UNCHANGED
    }
}
