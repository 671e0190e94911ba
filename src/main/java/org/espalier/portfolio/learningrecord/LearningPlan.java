package org.espalier.portfolio.learningrecord;

import java.util.List;
import java.util.Locale;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;

/** What would come of bringing a file in, row by row. Nothing is done until somebody says so, and then all or nothing. */
public sealed interface LearningPlan {

    /** The file as a whole cannot be read. */
    record Unreadable(ImportProblem problem) implements LearningPlan {}

    record Rows(List<Row> rows) implements LearningPlan {
        public Rows {
            rows = List.copyOf(rows);
        }

        public boolean possible() {
            return rows.stream().noneMatch(row -> row.outcome() == Outcome.PROBLEM);
        }

        public long count(Outcome outcome) {
            return rows.stream().filter(row -> row.outcome() == outcome).count();
        }
    }

    /**
     * @param number of the line in the file
     * @param whose the name of the person; empty when it is the actor's own file, or nobody is found
     * @param person null when nobody is found
     */
    record Row(
            long number,
            String whose,
            @Nullable PersonId person,
            String raw,
            @Nullable MandatoryItem item,
            Outcome outcome,
            @Nullable ImportProblem problem) {}

    /** What would come of one row. */
    enum Outcome {
        ADDED,
        /** It is here and says something else; the new words replace the old. */
        CHANGED,
        SAME,
        PROBLEM;

        public String messageKey() {
            return "portfolio.learning.outcome." + name().toLowerCase(Locale.ROOT);
        }
    }
}
