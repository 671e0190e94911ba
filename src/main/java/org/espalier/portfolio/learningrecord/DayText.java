package org.espalier.portfolio.learningrecord;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day as spreadsheets and staff records write it: 2026-11-21, 21/11/2026, 21.11.2026, 21-NOV-2026, 21 November 2026. */
final class DayText {
    private static final List<DateTimeFormatter> FORMATS = List.of(
            format("uuuu-M-d"),
            format("d-M-uuuu"),
            format("d-M-uu"),
            format("d-MMM-uuuu"),
            format("d-MMM-uu"),
            format("d-MMMM-uuuu"));
    private static final Pattern BETWEEN = Pattern.compile("[/.\\s-]+");
    private static final Pattern TIME = Pattern.compile("[T ]\\d{1,2}:\\d{2}(:\\d{2})?.*$");

    private DayText() {}

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static Optional<LocalDate> day(String written) {
        var tidy = BETWEEN.matcher(TIME.matcher(written.strip()).replaceFirst(""))
                .replaceAll("-")
                .replaceAll("(?i)sept(?=-)", "Sep");
        for (var format : FORMATS) {
            try {
                return Optional.of(LocalDate.parse(tidy, format))
                        .filter(day -> day.getYear() >= 1950 && day.getYear() < 2200);
            } catch (DateTimeException next) {
                continue;
            }
        }
        return Optional.empty();
    }
}
