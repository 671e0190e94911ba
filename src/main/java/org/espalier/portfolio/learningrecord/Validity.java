package org.espalier.portfolio.learningrecord;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether mandatory learning is still good on a day. It says nothing about what anybody can do. */
public enum Validity {
    EXPIRED,
    /** It runs out within 90 days. */
    SOON,
    VALID,
    /** It never runs out, or nobody said when. */
    WITHOUT_END;

    public static final int SOON_DAYS = 90;

    /** @param expires the last day on which it is good */
    public static Validity of(@Nullable LocalDate expires, LocalDate today) {
        if (expires == null) {
            return WITHOUT_END;
        }
        if (expires.isBefore(today)) {
            return EXPIRED;
        }
        return expires.isAfter(today.plusDays(SOON_DAYS)) ? VALID : SOON;
    }

    public String messageKey() {
        return "portfolio.learning.validity." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
