package org.espalier.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** When a day's digest is put together: what was noted before the latest such moment is due. */
final class DigestHours {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private DigestHours() {}

    /** The latest moment, now included, at which the clocks in the United Kingdom showed each hour from 0 to 23. */
    static List<Instant> latest(Instant now) {
        return IntStream.range(0, 24).mapToObj(hour -> latest(hour, now)).toList();
    }

    /** An hour that a day does not have, because the clocks go forward, falls on the next. */
    private static Instant latest(int hour, Instant now) {
        var today = now.atZone(ZONE).toLocalDate();
        var moment = today.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
        return moment.isAfter(now)
                ? today.minusDays(1).atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant()
                : moment;
    }
}
