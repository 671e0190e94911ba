package org.espalier.roleprofile.standard;

import java.util.List;

/** What a list of standards would change, row by row; nothing is changed while one row is refused. */
public record StandardsPlan(List<Row> rows) {
    public StandardsPlan {
        rows = List.copyOf(rows);
    }

    /** What will come of a row. */
    public enum Outcome {
        REFUSED,
        ADDED,
        CHANGED,
        UNCHANGED
    }

    /**
     * One row.
     *
     * @param number as the spreadsheet counts
     * @param code as it will be kept, or as it was written when it is refused
     */
    public record Row(int number, String code, String title, Outcome outcome, List<Remark> remarks) {
        public Row {
            remarks = List.copyOf(remarks);
        }
    }

    /** Something to say about a row, as a message of the interface. */
    public record Remark(String messageKey, List<String> arguments) {
        public Remark {
            arguments = List.copyOf(arguments);
        }

        static Remark of(String messageKey, String... arguments) {
            return new Remark("roleprofile.standards.import.row." + messageKey, List.of(arguments));
        }
    }

    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    public boolean isPossible() {
        return count(Outcome.REFUSED) == 0;
    }

    public boolean changesSomething() {
        return count(Outcome.ADDED) + count(Outcome.CHANGED) > 0;
    }
}
