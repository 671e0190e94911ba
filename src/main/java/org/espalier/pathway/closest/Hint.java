package org.espalier.pathway.closest;

import static org.espalier.pathway.closest.Closeness.greaterShareFirst;

import java.util.Comparator;
import org.espalier.assessment.Standing;
import org.espalier.assessment.Tally;

/**
 * How close a destination seems from a few ticks.
 *
 * @param asks how many expectations it asks for
 * @param shown how many of those somebody has been asked about
 * @param ticked how many of those they ticked
 */
public record Hint(Destination destination, int asks, int shown, int ticked) {
    /**
     * By the share ticked of what was asked, where one question more is taken for left alone: so that little that was
     * asked does not stand above much; then by name.
     */
    static final Comparator<Hint> CLOSEST_FIRST = ((Comparator<Hint>)
                    (one, other) -> greaterShareFirst(one.ticked(), one.shown() + 1, other.ticked(), other.shown() + 1))
            .thenComparing(Comparator.comparingInt(Hint::ticked).reversed())
            .thenComparing(Hint::destination, Destination.BY_NAME);

    /** The ticks as the person's own word; all else, what was not ticked included, is not answered. */
    public Tally tally() {
        var counts = new int[Standing.values().length];
        counts[Standing.SELF_ASSESSED.ordinal()] = ticked;
        counts[Standing.UNKNOWN.ordinal()] = asks - ticked;
        return Tally.ofCounts(counts);
    }
}
