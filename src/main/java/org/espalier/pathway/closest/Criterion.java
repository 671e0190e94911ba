package org.espalier.pathway.closest;

import static org.espalier.pathway.closest.Closeness.greaterShareFirst;

import java.util.Comparator;
import java.util.List;
import org.espalier.assessment.Standing;

/** What puts one destination before another; the next one decides only where this one leaves them equal. */
public enum Criterion {
    /** The greater share is signed off. */
    SIGNED_OFF((one, other) -> greaterShareFirst(one.verified(), one.asked(), other.verified(), other.asked())),
    /** The greater share is signed off or said by the person, taken together. */
    MET((one, other) ->
            greaterShareFirst(one.tally().met(), one.asked(), other.tally().met(), other.asked())),
    /** The person says of the greater share that they do it. */
    SELF_ASSESSED(
            (one, other) -> greaterShareFirst(one.selfAssessed(), one.asked(), other.selfAssessed(), other.asked())),
    /** The greater share is partly there. */
    PARTLY((one, other) -> greaterShareFirst(
            one.tally().count(Standing.PARTLY), one.asked(), other.tally().count(Standing.PARTLY), other.asked())),
    /** The smaller share is known to be open. */
    FEWER_GAPS((one, other) ->
            greaterShareFirst(other.tally().gaps(), other.asked(), one.tally().gaps(), one.asked())),
    /** It asks for fewer things that are open. */
    LESS_TO_DO(Comparator.comparingInt(Closeness::open)),
    /** By name, and the levels of a framework from the lowest up: this leaves no two equal. */
    NAME(Comparator.comparing(Closeness::destination, Destination.BY_NAME));

    /** What is signed off counts first, then the person's own word. */
    public static final List<Criterion> SIGNED_OFF_FIRST =
            List.of(SIGNED_OFF, SELF_ASSESSED, PARTLY, FEWER_GAPS, LESS_TO_DO, NAME);

    /** The person's own word counts as much as what is signed off. */
    public static final List<Criterion> ALL_TOGETHER = List.of(MET, SIGNED_OFF, PARTLY, FEWER_GAPS, LESS_TO_DO, NAME);

    private final Comparator<Closeness> order;

    Criterion(Comparator<Closeness> order) {
        this.order = order;
    }

    int compare(Closeness one, Closeness other) {
        return order.compare(one, other);
    }

    /** These criteria, one after the other. */
    static Comparator<Closeness> inTurn(List<Criterion> criteria) {
        return (one, other) -> {
            for (var criterion : criteria) {
                var compared = criterion.compare(one, other);
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        };
    }

    /** What decided between two neighbours. */
    public static Criterion deciding(List<Criterion> criteria, Closeness before, Closeness after) {
        return criteria.stream()
                .filter(criterion -> criterion.compare(before, after) != 0)
                .findFirst()
                .orElse(NAME);
    }
}
