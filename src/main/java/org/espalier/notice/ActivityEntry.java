package org.espalier.notice;

import java.time.Instant;
import java.util.List;
import org.espalier.ui.Messages;

/**
 * One thing that happened and that concerns somebody.
 *
 * @param messageKey says it, in the bundle of the module that it happened in
 * @param link the path of the page where they see more
 */
public record ActivityEntry(long id, String messageKey, List<String> arguments, String link, Instant at, boolean read) {

    public ActivityEntry {
        arguments = List.copyOf(arguments);
    }

    /** What happened, in one sentence. A message that a later release has given up is told in general words. */
    public String text(Messages words) {
        return words.textOr(messageKey, words.text("notice.entry.unknown"), arguments.toArray());
    }

    /**
     * The same for what leaves the site: a module whose message quotes what people wrote has another one without it for
     * e-mail, under the same key with {@code .mail} after it.
     */
    String textForMail(Messages words) {
        return words.textOr(messageKey + ".mail", text(words), arguments.toArray());
    }
}
