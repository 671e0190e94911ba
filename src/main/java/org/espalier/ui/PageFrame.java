package org.espalier.ui;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page, and the words for it: templates take it as {@code frame}, wrap themselves in
 * {@code @template.ui.frame(…)} and write {@code ${frame.t("key")}}.
 *
 * @param path the page's own, without its query
 * @param signedInAs the name of the person who has signed in, null for the public
 * @param personal what stands beside their name, with how much is new there; empty for the public
 * @param csrf asked for only by pages with a form, so that a page without one sets no cookie
 */
public record PageFrame(
        Messages messages,
        Assets assets,
        String path,
        List<NavigationItem> navigation,
        @Nullable String signedInAs,
        List<Personal> personal,
        Supplier<String> csrf) {

    /** A place of somebody's own; what is new there is counted when the page asks. */
    public record Personal(String messageKey, String href, LongSupplier unread) {}

    /** The message for this key in the reader's language; {@code {0}} and so on stand for the arguments. */
    public String t(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** The message for a count: {@code key.one} for 1, else {@code key.other}, with the count as {@code {0}}. */
    public String count(String key, long count) {
        return messages.text(key + (count == 1 ? ".one" : ".other"), count);
    }

    /** The language of this page's interface, as BCP 47. */
    public String language() {
        return messages.locale().toLanguageTag();
    }

    /** The address of a style sheet, script or picture under {@code /assets}. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** For a hidden field {@code _csrf} in every form that posts. */
    public String csrfToken() {
        return csrf.get();
    }

    public boolean isSignedIn() {
        return signedInAs != null;
    }

    /** True on the page a navigation item leads to and on those below it that belong to no item further down. */
    public boolean isWithin(NavigationItem item) {
        return isBelow(item.href())
                && Stream.concat(
                                navigation.stream().map(NavigationItem::href),
                                personal.stream().map(Personal::href))
                        .noneMatch(other -> other.startsWith(item.href() + "/") && isBelow(other));
    }

    /** True on a page of somebody's own and on those below it. */
    public boolean isWithin(Personal item) {
        return isBelow(item.href());
    }

    private boolean isBelow(String href) {
        return path.equals(href) || path.startsWith(href + "/");
    }
}
