package org.espalier.pathway.closest;

import java.util.Arrays;
import org.espalier.framework.StatementId;

/**
 * Something that people may tick: a published expectation in its own words, which several destinations may ask for.
 *
 * @param id of the first expectation that says so
 * @param askedBy the numbers of the destinations that ask for it
 * @param times how many expectations of each of those say it
 */
public record Question(StatementId id, String text, int[] askedBy, int[] times) {
    public Question {
        askedBy = askedBy.clone();
        times = times.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Question question && id.equals(question.id());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return text + " " + Arrays.toString(askedBy);
    }
}
