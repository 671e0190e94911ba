package org.espalier.roleprofile.standard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The code of a national standard in its one form: capitals without spaces, such as {@code CFAM&LAA1}. */
public record StandardCode(String value) implements Comparable<StandardCode> {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9&.-]{2,39}");

    public StandardCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("No code of a standard: " + value);
        }
    }

    /** The code that somebody wrote, whatever its case and spaces; empty for what cannot be one. */
    public static Optional<StandardCode> read(String text) {
        var canonical = text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        return FORM.matcher(canonical).matches() ? Optional.of(new StandardCode(canonical)) : Optional.empty();
    }

    /** The path of its page. */
    public String href() {
        return "/standards/" + value.replace("&", "%26");
    }

    @Override
    public int compareTo(StandardCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
