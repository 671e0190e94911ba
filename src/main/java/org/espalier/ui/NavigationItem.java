package org.espalier.ui;

import org.jspecify.annotations.Nullable;

/**
 * A place in the navigation, contributed by the module that owns it as a bean.
 *
 * @param order lower stands further left
 * @param messageKey its words
 * @param signedIn true when only people who have signed in see it
 * @param role the role (without prefix) that sees it; null for everyone
 */
public record NavigationItem(
        int order,
        String messageKey,
        String href,
        boolean signedIn,
        @Nullable String role) {}
