package org.espalier.framework;

import java.util.List;
import java.util.function.Predicate;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.kernel.TextComparison;
import org.jspecify.annotations.Nullable;

/**
 * What changes between two levels of one version, word by word: which statements stay, are reworded, are new, stand at
 * the first level only, or count at both because levels build on each other. Honest when nothing changes.
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

    /** Reads the same at both levels and is optional at one of them only. */
    public record AskedOtherwise(Item before, Item after) implements Change {}

    /** Says nearly the same in other words. */
    public record Reworded(Item before, Item after, TextComparison words) implements Change {}

    /** Stands at the second level only. */
    public record Added(Item after) implements Change {}

    /** Stands at the first level only, and counts there only. */
    public record Left(Item before) implements Change {}

    /** Stands at one of the levels only and is expected at both, as levels build on each other (PRODUCT.md, rule 2). */
    public record CountsAtBoth(Item item) implements Change {}

    /** How many texts of each kind. */
    public record Tally(int identical, int otherwise, int reworded, int added, int left, int atBoth) {
        static Tally of(List<Change> changes) {
            return new Tally(
                    count(changes, Identical.class::isInstance),
                    count(changes, AskedOtherwise.class::isInstance),
                    count(changes, Reworded.class::isInstance),
                    count(changes, Added.class::isInstance),
                    count(changes, Left.class::isInstance),
                    count(changes, CountsAtBoth.class::isInstance));
        }

        private static int count(List<Change> changes, Predicate<Change> kind) {
            return (int) changes.stream().filter(kind).count();
        }

        Tally plus(Tally other) {
            return new Tally(
                    identical + other.identical,
                    otherwise + other.otherwise,
                    reworded + other.reworded,
                    added + other.added,
                    left + other.left,
                    atBoth + other.atBoth);
        }

        /** True when there is something, and all of it reads the same. */
        public boolean isIdentical() {
            return identical > 0 && identical == all();
        }

        public boolean isEmpty() {
            return all() == 0;
        }

        private int all() {
            return identical + otherwise + reworded + added + left + atBoth;
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
