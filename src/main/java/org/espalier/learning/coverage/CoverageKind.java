package org.espalier.learning.coverage;

import java.util.List;

/** What a provider says about a competency. A policy is not training, and "not applicable" is not silence. */
public enum CoverageKind {
    TEACHES,
    ASSESSES,
    SUPPORTS,
    /** It merely has a rule about it. */
    STATES_POLICY,
    /** Its words stand in a framework, and nobody has said yet which of the other kinds they are. */
    STATES,
    NOT_APPLICABLE;

    /** Those that somebody can choose. */
    public static final List<CoverageKind> CHOICES =
            List.of(TEACHES, ASSESSES, SUPPORTS, STATES_POLICY, NOT_APPLICABLE);

    /** Whether somebody who lacks the competency can learn something from it. */
    public boolean helpsToLearn() {
        return this == TEACHES || this == SUPPORTS;
    }

    public String messageKey() {
        return "learning.coverage.kind." + name();
    }
}
