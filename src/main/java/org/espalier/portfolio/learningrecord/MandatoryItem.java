package org.espalier.portfolio.learningrecord;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One subject learnt on one day.
 *
 * @param source who taught it or where it was recorded; empty when nobody said
 * @param expires the last day on which it is good; null when it never runs out, or nobody said
 */
public record MandatoryItem(
        SubjectName name, LocalDate completed, @Nullable LocalDate expires, String source) {

    /** What makes it the same when it comes in again. */
    public Key key() {
        return new Key(name.key(), completed);
    }

    public record Key(String subject, LocalDate completed) {}

    /** The last day it is good by its name's own time; null when that says none. */
    static @Nullable LocalDate expiry(SubjectName name, LocalDate completed) {
        return switch (name.renewing()) {
            case Renewing.Every(var months) -> completed.plusMonths(months).minusDays(1);
            case Renewing.Never _, Renewing.Unstated _ -> null;
        };
    }
}
