package org.espalier.pathway.closest;

import org.espalier.assessment.Standing;
import org.espalier.assessment.Tally;

/**
 * How much of a destination already stands for one person.
 *
 * @param tally its expectations by standing
 * @param recognisable how many of those that are not signed off name a national standard that is signed off elsewhere: an
 *     assessor may recognise them, and until then they count for nothing
 * @param later how many are asked only after consolidation, which the person has not completed, and are not in the tally
 */
public record Closeness(Destination destination, Tally tally, int recognisable, int later) {

    /** All that is asked of this person; what does not apply to them is not. */
    public int asked() {
        return tally.total() - tally.count(Standing.NOT_APPLICABLE);
    }

    public int verified() {
        return tally.count(Standing.VERIFIED);
    }

    public int selfAssessed() {
        return tally.count(Standing.SELF_ASSESSED);
    }

    /** What is asked and not met, be it known or unknown. */
    public int open() {
        return asked() - tally.met();
    }

    /** True when anything at all is known that brings it closer. */
    public boolean isBegun() {
        return tally.met() > 0 || tally.count(Standing.PARTLY) > 0;
    }

    /** Compares two shares exactly, the greater first; a share of nothing is none. */
    static int greaterShareFirst(int part, int whole, int otherPart, int otherWhole) {
        return Long.compare((long) otherPart * Math.max(1, whole), (long) part * Math.max(1, otherWhole));
    }
}
