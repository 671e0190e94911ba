package org.espalier.framework;

import java.util.List;
import java.util.function.Predicate;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.kernel.TextComparison;
import org.jspecify.annotations.Nullable;

/**
 * What changes between two levels of one version, word by word: which expectations stay, are reworded, are new, or
 * stand at the first level only. Honest when nothing changes.
 *
 * @param groups the statements, in the tree of the version's groups; groups with nothing at either level are left out
 * @param ungrouped the statements that stand in no group
 * @param requirements what one needs to start
 */
public record LevelComparison(
        LevelEntry from,
        LevelEntry to,
        List<Group> groups,
        List<Change> ungrouped,
        List<Change> descriptor,
        List<Change> requirements,
        List<Change> jobDescription,
        List<Change> exampleRoles) {

    /** The changes in one group and those in the groups below it. */
    public record Group(GroupEntry group, List<Change> changes, List<Group> below) {
        public Tally tally() {
            return below.stream().map(Group::tally).reduce(Tally.of(changes), Tally::plus);
        }
    }

    /**
     * A text at one of the levels.
     *
     * @param statement what it is the text of; null for a line of a level's description
     */
    public record Item(String text, @Nullable Statement statement) {}

    /** What became of one text. */
    public sealed interface Change {}

    /** Reads the same at both levels. */
    public record Identical(Item before, Item after) implements Change {}

    /** Says nearly the same in other words. */
    public record Reworded(Item before, Item after, TextComparison words) implements Change {}

    /** Stands at the second level only. */
    public record Added(Item after) implements Change {}

    /** Stands at the first level only. In a cumulative version it still counts at the second. */
    public record Left(Item before) implements Change {}

    /** How many texts of each kind. */
    public record Tally(int identical, int reworded, int added, int left) {
        static Tally of(List<Change> changes) {
            return new Tally(
                    count(changes, Identical.class::isInstance),
                    count(changes, Reworded.class::isInstance),
                    count(changes, Added.class::isInstance),
                    count(changes, Left.class::isInstance));
        }

        private static int count(List<Change> changes, Predicate<Change> kind) {
            return (int) changes.stream().filter(kind).count();
        }

        Tally plus(Tally other) {
            return new Tally(
                    identical + other.identical, reworded + other.reworded, added + other.added, left + other.left);
        }

        /** True when there is something, and all of it reads the same. */
        public boolean isIdentical() {
            return identical > 0 && reworded + added + left == 0;
        }

        public boolean isEmpty() {
            return identical + reworded + added + left == 0;
        }
    }

    /** Of all statements together. */
    public Tally statements() {
        return groups.stream().map(Group::tally).reduce(Tally.of(ungrouped), Tally::plus);
    }

    /** Of everything else that the document says about the two levels. */
    public Tally description() {
        return Tally.of(descriptor)
                .plus(Tally.of(requirements))
                .plus(Tally.of(jobDescription))
                .plus(Tally.of(exampleRoles));
    }
}
