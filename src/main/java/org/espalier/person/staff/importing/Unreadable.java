package org.espalier.person.staff.importing;

import java.util.List;

/** Why a file cannot be read as a file of people, as a message of the interface. */
public final class Unreadable extends Exception {
    private final String messageKey;
    private final List<Object> arguments;

    Unreadable(String messageKey, Object... arguments) {
        super(messageKey, null, false, false);
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
