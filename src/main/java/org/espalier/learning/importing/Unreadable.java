package org.espalier.learning.importing;

import java.util.List;

/** A file from which nothing can be read, with the message that says why. */
public final class Unreadable extends Exception {
    private final String messageKey;
    private final transient List<Object> arguments;

    Unreadable(String messageKey, Object... arguments) {
        super(messageKey);
        this.messageKey = "learning.import." + messageKey;
        this.arguments = List.of(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
