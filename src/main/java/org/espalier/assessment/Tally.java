package org.espalier.assessment;

import java.util.Collection;
import java.util.function.Predicate;

/** How many statements have each standing. Answered, met and unanswered are kept apart (PRODUCT.md, rule 5). */
public final class Tally {
    private static final Standing[] STANDINGS = Standing.values();

    private final int[] counts = new int[STANDINGS.length];
    private final int total;

    private Tally(Collection<Standing> standings) {
        for (var standing : standings) {
            counts[standing.ordinal()]++;
        }
        total = standings.size();
    }

    public static Tally of(Collection<Standing> standings) {
        return new Tally(standings);
    }

    public int count(Standing standing) {
        return counts[standing.ordinal()];
    }

    public int total() {
        return total;
    }

    /** Everything that has a standing other than unknown. */
    public int answered() {
        return total - count(Standing.UNKNOWN);
    }

    public int met() {
        return sum(Standing::isMet);
    }

    public int gaps() {
        return sum(Standing::isGap);
    }

    /** What can be met: everything but the statements that do not apply. */
    public int applicable() {
        return total - count(Standing.NOT_APPLICABLE);
    }

    private int sum(Predicate<Standing> counted) {
        var sum = 0;
        for (var standing : STANDINGS) {
            if (counted.test(standing)) {
                sum += count(standing);
            }
        }
        return sum;
    }
}
