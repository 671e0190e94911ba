package org.espalier.person.staff.importing;

import java.util.List;

/** Something to say about a row, as a message of the interface. */
public record Remark(String messageKey, List<String> arguments) {
    public Remark {
        arguments = List.copyOf(arguments);
    }

    static Remark of(String messageKey, String... arguments) {
        return new Remark("person.staff.import.row." + messageKey, List.of(arguments));
    }
}
