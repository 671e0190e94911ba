package org.espalier.portfolio;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The day it is, as the clocks in the United Kingdom have it. */
@Component
public class Today {
    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock.withZone(ZoneId.of("Europe/London"));
    }

    Instant now() {
        return clock.instant();
    }

    public LocalDate date() {
        return LocalDate.now(clock);
    }
}
