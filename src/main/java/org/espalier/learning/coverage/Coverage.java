package org.espalier.learning.coverage;

import java.util.Locale;

/** How far a competency is covered, strongest first: the word, the symbol and the colour of a map. */
public enum Coverage {
    TAUGHT,
    ASSESSED,
    SUPPORTED,
    POLICY,
    SAID,
    NOT_APPLICABLE,
    NOTHING;

    static Coverage of(CoverageKind kind) {
        return switch (kind) {
            case TEACHES -> TAUGHT;
            case ASSESSES -> ASSESSED;
            case SUPPORTS -> SUPPORTED;
            case STATES_POLICY -> POLICY;
            case STATES -> SAID;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
        };
    }

    Coverage stronger(Coverage other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** True when somebody could learn it. */
    public boolean helpsToLearn() {
        return this == TAUGHT || this == SUPPORTED;
    }

    /** The end of its symbol's and its class's name. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String messageKey() {
        return "learning.coverage.state." + name();
    }
}
