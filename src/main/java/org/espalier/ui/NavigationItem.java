package org.espalier.ui;

import java.security.Principal;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A place in the navigation, contributed by the module that owns it as a bean.
 *
 * @param order lower stands further left
 * @param messageKey its words
 * @param signedIn true when only people who have signed in see it
 * @param role the role (without prefix) that sees it; null for everyone
 * @param unread how much there is new for who has signed in; asked on every page they see, so it must be cheap
 */
public record NavigationItem(
        int order,
        String messageKey,
        String href,
        boolean signedIn,
        @Nullable String role,
        ToLongFunction<Principal> unread) {

    /** A place where nothing is ever unread. */
    public NavigationItem(int order, String messageKey, String href, boolean signedIn, @Nullable String role) {
        this(order, messageKey, href, signedIn, role, somebody -> 0);
    }
}
