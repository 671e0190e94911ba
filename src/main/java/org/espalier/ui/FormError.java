package org.espalier.ui;

import java.util.List;

/**
 * Why an answer in a form cannot be used, as a message to be shown beside it.
 *
 * @param field the {@code id} of the input that the message leads to
 */
public record FormError(String field, String messageKey, List<Object> arguments) {
    public FormError {
        arguments = List.copyOf(arguments);
    }

    /** The message in the page's language. */
    public String text(PageFrame frame) {
        return frame.t(messageKey, arguments.toArray());
    }
}
