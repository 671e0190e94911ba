package org.espalier.pathway;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps that lead from a place to another, one after the other.
 *
 * @param work what is still to be done on the way, in expectations
 */
public record Way(List<Step> steps, int work) {
    public Way {
        steps = List.copyOf(steps);
        for (var n = 1; n < steps.size(); n++) {
            if (!steps.get(n).from().equals(steps.get(n - 1).to())) {
                throw new IllegalArgumentException("The steps do not join");
            }
        }
    }

    /** Every place on the way, first to last. */
    public List<Place> places() {
        var places = new ArrayList<Place>();
        steps.stream().limit(1).forEach(step -> places.add(step.from()));
        steps.forEach(step -> places.add(step.to()));
        return places;
    }
}
