package org.espalier.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The command line's words, from the bundle {@code messages/cli}. */
final class CliMessages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages.cli", Locale.ENGLISH);

    private CliMessages() {}

    static String text(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }
}
