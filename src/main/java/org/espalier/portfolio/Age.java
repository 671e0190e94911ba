package org.espalier.portfolio;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How old something is in the unit people would say it in: days for two weeks, weeks for two months, months for two years,
 * then years. Always rounded down, so that nothing looks older than it is.
 *
 * @param count of the unit; 0 only for today, or for a day to come
 */
public record Age(Unit unit, long count) {
    private static final int DAYS = 14;
    private static final int WEEKS_UNTIL_MONTHS = 2;
    private static final int MONTHS = 24;

    /** What it is counted in. */
    public enum Unit {
        TODAY,
        TO_COME,
        DAYS,
        WEEKS,
        MONTHS,
        YEARS
    }

    public static Age of(LocalDate day, LocalDate today) {
        var days = ChronoUnit.DAYS.between(day, today);
        if (days <= 0) {
            return new Age(days == 0 ? Unit.TODAY : Unit.TO_COME, 0);
        }
        if (days < DAYS) {
            return new Age(Unit.DAYS, days);
        }
        var months = ChronoUnit.MONTHS.between(day, today);
        if (months < WEEKS_UNTIL_MONTHS) {
            return new Age(Unit.WEEKS, days / 7);
        }
        return months < MONTHS
                ? new Age(Unit.MONTHS, months)
                : new Age(Unit.YEARS, ChronoUnit.YEARS.between(day, today));
    }

    /** The message for it, to be completed by the count. */
    public String messageKey() {
        var key = "portfolio.age." + unit.name().toLowerCase(Locale.ROOT);
        return switch (unit) {
            case TODAY, TO_COME -> key;
            case DAYS, WEEKS, MONTHS, YEARS -> key + (count == 1 ? ".one" : ".other");
        };
    }
}
