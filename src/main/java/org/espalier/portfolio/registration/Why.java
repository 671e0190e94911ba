package org.espalier.portfolio.registration;

import java.util.Locale;

/** Why something in the log does not count. */
public enum Why {
    /** Not kept yet. */
    DRAFT,
    NO_DATE,
    BEFORE,
    AFTER,
    /** It lies in the future. */
    TO_COME,
    /** It begins in one cycle and ends in another. */
    ACROSS,
    NO_HOURS,
    /** Learnt alone, where learning with others is asked for. */
    ALONE,
    /** The person has not said whether others took part. */
    NOT_SAID,
    NOTHING_WRITTEN;

    public String messageKey() {
        return "portfolio.registration.why." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
