package org.espalier.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The e-mail address a person signs in with, in lower case. */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[^\\s@]+@[^\\s@]+");

    public EmailAddress {
        if (value.length() > LONGEST
                || !SHAPE.matcher(value).matches()
                || !value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("Not an e-mail address: " + value);
        }
    }

    /** The address in what somebody typed; empty when it cannot be one. */
    public static Optional<EmailAddress> in(String typed) {
        var value = typed.strip().toLowerCase(Locale.ROOT);
        return value.length() <= LONGEST && SHAPE.matcher(value).matches()
                ? Optional.of(new EmailAddress(value))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
