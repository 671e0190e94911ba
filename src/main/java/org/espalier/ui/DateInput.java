package org.espalier.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A day as somebody typed it into the three inputs of {@code ui/dateInput}, kept as typed until it is one. */
public record DateInput(String day, String month, String year) {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    public static DateInput of(@Nullable LocalDate date) {
        return date == null
                ? new DateInput("", "", "")
                : new DateInput(
                        String.valueOf(date.getDayOfMonth()),
                        String.valueOf(date.getMonthValue()),
                        String.valueOf(date.getYear()));
    }

    /** What the form sent for the date of this name; nothing typed where it sent nothing. */
    public static DateInput of(HttpServletRequest request, String name) {
        return new DateInput(
                sent(request, name + "-day"), sent(request, name + "-month"), sent(request, name + "-year"));
    }

    /** What a form's fields hold for the date of this name. */
    public static DateInput of(Map<String, String> fields, String name) {
        return new DateInput(
                fields.getOrDefault(name + "-day", "").strip(),
                fields.getOrDefault(name + "-month", "").strip(),
                fields.getOrDefault(name + "-year", "").strip());
    }

    private static String sent(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    public boolean isEmpty() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /** True when something is typed that is no day between 1900 and 2200. */
    public boolean isWrong() {
        return !isEmpty() && date().isEmpty();
    }

    /** The day; empty when nothing is typed, or what is typed is none. A month may be a number or an English name. */
    public Optional<LocalDate> date() {
        try {
            var typedYear = Integer.parseInt(year);
            return typedYear < EARLIEST || typedYear > LATEST
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(typedYear, monthNumber(), Integer.parseInt(day)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private int monthNumber() {
        for (var known : Month.values()) {
            if (month.equalsIgnoreCase(known.getDisplayName(TextStyle.SHORT, Locale.UK))
                    || month.equalsIgnoreCase(known.getDisplayName(TextStyle.FULL, Locale.UK))
                    || (month.length() == 3 && known.name().startsWith(month.toUpperCase(Locale.ROOT)))) {
                return known.getValue();
            }
        }
        return Integer.parseInt(month);
    }
}
