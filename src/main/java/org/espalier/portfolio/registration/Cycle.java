package org.espalier.portfolio.registration;

import java.time.LocalDate;

/** The days from one renewal to the next, both ends included. */
public record Cycle(LocalDate from, LocalDate until) {
    public Cycle {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("A cycle ends after it begins: " + from + " to " + until);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    /** The same cycle for somebody who was first registered on this day. */
    Cycle startingNotBefore(LocalDate day) {
        return day.isAfter(from) && !day.isAfter(until) ? new Cycle(day, until) : this;
    }
}
