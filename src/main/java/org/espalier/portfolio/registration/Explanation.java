package org.espalier.portfolio.registration;

import java.time.LocalDate;

/** Why somebody logged nothing from one day to another. */
public record Explanation(long id, LocalDate from, LocalDate until, String text) {}
