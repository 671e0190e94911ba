package org.espalier.assessment.request;

import java.util.List;
import org.espalier.framework.VersionId;
import org.espalier.person.Person;

/**
 * A page of an assessor's queue, oldest first.
 *
 * @param total how many there are on all pages
 */
public record QueuePage(List<Line> lines, int total) {
    public QueuePage {
        lines = List.copyOf(lines);
    }

    /**
     * One request in it.
     *
     * @param evidence how many pieces
     * @param words what the learner said last
     */
    public record Line(Request request, int evidence, String words) {}

    /** What a queue can be narrowed to: those who are in it, and the versions it is about. */
    public record Choices(List<Person> learners, List<VersionId> versions) {
        public Choices {
            learners = List.copyOf(learners);
            versions = List.copyOf(versions);
        }
    }
}
