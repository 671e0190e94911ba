package org.espalier.framework.web;

import java.util.List;
import java.util.stream.Stream;
import org.espalier.framework.LevelComparison.Tally;

/**
 * One count of a comparison, in words.
 *
 * @param key of the message that says it
 */
record TallyLine(String key, int count) {

    /** The counts that are not nought. */
    static List<TallyLine> of(Tally tally) {
        return Stream.of(
                        new TallyLine("framework.compare.new", tally.added()),
                        new TallyLine("framework.compare.reworded", tally.reworded()),
                        new TallyLine("framework.compare.otherwise", tally.otherwise()),
                        new TallyLine("framework.compare.same", tally.identical()),
                        new TallyLine("framework.compare.left", tally.left()),
                        new TallyLine("framework.compare.atBoth", tally.atBoth()))
                .filter(line -> line.count() > 0)
                .toList();
    }
}
