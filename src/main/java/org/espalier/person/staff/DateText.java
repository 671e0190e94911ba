package org.espalier.person.staff;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day as people and spreadsheets write it: {@code 2026-11-21}, {@code 21/11/2026} or {@code 21.11.2026}. */
public final class DateText {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern BRITISH = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");

    private DateText() {}

    /** The day in what was written; empty when it is none. */
    public static Optional<LocalDate> in(String text) {
        var iso = ISO.matcher(text.strip());
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        var british = BRITISH.matcher(text.strip());
        return british.matches() ? day(british.group(3), british.group(2), british.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            var date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() >= 1900 && date.getYear() <= 2200 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
