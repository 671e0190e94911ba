package org.espalier.person;

import java.util.List;

/**
 * Something to do on the way to an aim, as a line in a list of tasks.
 *
 * @param order lower comes earlier
 * @param titleKey the message that says what to do
 * @param statusKey the message that says how far it is
 * @param statusArguments for that message
 * @param finished false while it could be the next thing to do
 */
public record AimStep(
        int order, String titleKey, String href, String statusKey, List<Object> statusArguments, boolean finished) {
    public AimStep {
        statusArguments = List.copyOf(statusArguments);
    }
}
