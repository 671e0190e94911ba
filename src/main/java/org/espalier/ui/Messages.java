package org.espalier.ui;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The interface's words in one language, from the bundles under {@code messages/}, one bundle a module. */
public final class Messages {
    private final MessageSource source;
    private final Locale locale;

    public Messages(MessageSource source, Locale locale) {
        this.source = source;
        this.locale = locale;
    }

    /** The message for this key; a missing key is a bug and throws. */
    public String text(String key, Object... arguments) {
        return source.getMessage(key, arguments, locale);
    }

    public Locale locale() {
        return locale;
    }
}
