package org.espalier.learning.importing;

import java.util.List;
import org.espalier.learning.importing.PlannedRow.Outcome;

/** What a file will change, row by row; nothing has been changed yet. */
public record ImportPlan(FileKind kind, String name, List<PlannedRow> rows) {
    public ImportPlan {
        rows = List.copyOf(rows);
    }

    /** True when it can be carried out. */
    public boolean isPossible() {
        return count(Outcome.REFUSED) == 0;
    }

    public boolean changesSomething() {
        return count(Outcome.UNCHANGED) < rows.size();
    }

    public int count(Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
