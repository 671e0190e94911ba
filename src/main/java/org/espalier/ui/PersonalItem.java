package org.espalier.ui;

import java.security.Principal;
import java.util.function.ToLongFunction;

/**
 * A place of somebody's own where news waits for them, contributed as a bean by the module that owns it: it stands beside
 * their name on every page, also where the navigation is folded.
 *
 * @param messageKey its words
 * @param unread how much there is new for who has signed in; asked on every page they see, so it must be cheap
 */
public record PersonalItem(String messageKey, String href, ToLongFunction<Principal> unread) {}
