package org.espalier.access;

import java.util.List;

/**
 * Tells somebody that something happened which concerns them. Published as an event, inside the transaction in which it
 * happened, by whichever module it happened in; whoever keeps activity feeds and sends e-mail listens.
 *
 * @param messageKey the message that says it, in the bundle of the publishing module
 * @param arguments what stands for {@code {0}} and so on
 * @param link the path of the page on this site where they see more
 */
public record Notification(AccountId to, String messageKey, List<String> arguments, String link) {
    public Notification {
        arguments = List.copyOf(arguments);
        if (!link.startsWith("/") || link.startsWith("//")) {
            throw new IllegalArgumentException("Not a path on this site: " + link);
        }
    }

    public static Notification to(AccountId to, String link, String messageKey, String... arguments) {
        return new Notification(to, messageKey, List.of(arguments), link);
    }
}
