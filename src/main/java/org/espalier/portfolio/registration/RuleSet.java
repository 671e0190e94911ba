package org.espalier.portfolio.registration;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a regulator or an employer asks for in each cycle, in our own words, as it holds from one day to another.
 *
 * @param id never given to another
 * @param regulator whose rules they are, by name
 * @param forWhom whom they bind
 * @param readMore the regulator's own page; null for an employer's
 * @param checkedOn when somebody last compared it with the regulator's own words
 * @param validUntil null while nobody knows an end
 * @param twoPossible true when somebody may hold two registrations at once under it
 */
public record RuleSet(
        String id,
        String title,
        String regulator,
        String forWhom,
        @Nullable String readMore,
        @Nullable LocalDate checkedOn,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        int cycleMonths,
        boolean twoPossible,
        List<Requirement> requirements) {
    public RuleSet {
        requirements = List.copyOf(requirements);
        var ids = new HashSet<String>();
        for (var requirement : requirements) {
            if (!ids.add(requirement.id())) {
                throw new IllegalArgumentException("Two requirements called " + requirement.id() + " in " + id);
            }
        }
        if (cycleMonths < 1 || requirements.isEmpty()) {
            throw new IllegalArgumentException("A rule set has a cycle and requirements: " + id);
        }
    }

    /** Whether it holds on a day. */
    public boolean isValid(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** The cycle that ends on this day. */
    public Cycle cycle(LocalDate lastDay) {
        return new Cycle(lastDay.plusDays(1).minusMonths(cycleMonths), lastDay);
    }
}
