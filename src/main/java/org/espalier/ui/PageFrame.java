package org.espalier.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page, and the words for it: templates take it as {@code frame}, wrap themselves in
 * {@code @template.ui.frame(…)} and write {@code ${frame.t("key")}}.
 *
 * @param signedInAs the name of the person who has signed in, null for the public
 * @param csrfToken for a hidden field {@code _csrf} in every form that posts
 */
public record PageFrame(
        Messages messages,
        String path,
        List<NavigationItem> navigation,
        @Nullable String signedInAs,
        String csrfToken) {

    /** The message for this key in the reader's language; {@code {0}} and so on stand for the arguments. */
    public String t(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** The message for a count: {@code key.one} for 1, else {@code key.other}, with the count as {@code {0}}. */
    public String count(String key, long count) {
        return messages.text(key + (count == 1 ? ".one" : ".other"), count);
    }

    public boolean isSignedIn() {
        return signedInAs != null;
    }
}
