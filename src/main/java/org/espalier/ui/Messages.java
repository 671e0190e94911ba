package org.espalier.ui;

import java.text.ListFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** The interface's words in one language, from the bundles under {@code messages/}, one bundle a module. */
public final class Messages {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.of("Europe/London"));

    private final MessageSource source;
    private final Locale locale;

    /** The messages without arguments, once they have been found in one of the many bundles. */
    private final Map<String, String> plain = new ConcurrentHashMap<>();

    public Messages(MessageSource source, Locale locale) {
        this.source = source;
        this.locale = locale;
    }

    /** The message for this key; a missing key is a bug and throws. */
    public String text(String key, Object... arguments) {
        return arguments.length == 0
                ? plain.computeIfAbsent(key, unknown -> source.getMessage(unknown, null, locale))
                : source.getMessage(key, arguments, locale);
    }

    /** The message for this key, or another text where there is no such message. */
    public String textOr(String key, String otherwise, Object... arguments) {
        return source.getMessage(new DefaultMessageSourceResolvable(new String[] {key}, arguments, otherwise), locale);
    }

    /** A day in full, such as "21 November 2026", as the clocks in the United Kingdom have it. */
    public String date(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneId.of("Europe/London"))
                .format(instant);
    }

    /** A day in full, such as "21 November 2026". */
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /** A day and the time on it, such as "21 November 2026, 09:05", as the clocks in the United Kingdom have it. */
    public String dateAndTime(Instant instant) {
        return date(instant) + ", " + time(instant);
    }

    /** The time of day, such as "09:05", as the clocks in the United Kingdom have it. */
    public String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Several things in one breath, such as "5, 6 and 7". */
    public String list(Collection<?> things) {
        return ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(things.stream().map(Object::toString).toList());
    }

    public Locale locale() {
        return locale;
    }
}
