package org.espalier.portfolio.registration;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Hours somebody practised in a period.
 *
 * @param setting where
 * @param work what they did there
 */
public record PracticePeriod(long id, LocalDate from, LocalDate until, BigDecimal hours, String setting, String work) {}
