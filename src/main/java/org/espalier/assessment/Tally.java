package org.espalier.assessment;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;

/** How many statements have each standing. Met, gap, unanswered and not applicable are kept apart (rule 5). */
public final class Tally {
    private static final Standing[] STANDINGS = Standing.values();

    private final int[] counts;
    private final int total;

    private Tally(int[] counts) {
        this.counts = counts;
        var sum = 0;
        for (var count : counts) {
            sum += count;
        }
        this.total = sum;
    }

    public static <T> Tally of(Collection<T> items, Function<T, Standing> standing) {
        var counts = new int[STANDINGS.length];
        for (var item : items) {
            counts[standing.apply(item).ordinal()]++;
        }
        return new Tally(counts);
    }

    /** These counts, one for each standing in its order. */
    public static Tally ofCounts(int... counts) {
        if (counts.length != STANDINGS.length) {
            throw new IllegalArgumentException("One count for each standing");
        }
        return new Tally(counts.clone());
    }

    public static Tally sum(Collection<Tally> tallies) {
        var counts = new int[STANDINGS.length];
        for (var tally : tallies) {
            for (var n = 0; n < counts.length; n++) {
                counts[n] += tally.counts[n];
            }
        }
        return new Tally(counts);
    }

    public int count(Standing standing) {
        return counts[standing.ordinal()];
    }

    public int total() {
        return total;
    }

    /** Everything that has a standing other than unknown. */
    public int answered() {
        return total - unanswered();
    }

    public int unanswered() {
        return count(Standing.UNKNOWN);
    }

    public int met() {
        return count(Standing::isMet);
    }

    public int gaps() {
        return count(Standing::isGap);
    }

    private int count(Predicate<Standing> counted) {
        var sum = 0;
        for (var standing : STANDINGS) {
            if (counted.test(standing)) {
                sum += count(standing);
            }
        }
        return sum;
    }
}
