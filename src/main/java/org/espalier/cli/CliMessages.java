package org.espalier.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.espalier.kernel.Problem;

/** The command line's words, from the bundle {@code messages/cli}. */
final class CliMessages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages.cli", Locale.ENGLISH);

    private CliMessages() {}

    static String text(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }

    /** What a module says of a problem, from its own bundle. */
    static String of(Problem problem) {
        var key = problem.messageKey();
        var bundle = ResourceBundle.getBundle("messages." + key.substring(0, key.indexOf('.')), Locale.ENGLISH);
        return problem.arguments().length == 0
                ? bundle.getString(key)
                : new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(problem.arguments());
    }
}
