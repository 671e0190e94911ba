package org.espalier.person;

/**
 * A way from a person's own page to a page of a later module that belongs to no aim, contributed as a bean.
 *
 * @param order lower stands further up
 * @param messageKey its words
 */
public record PersonalLink(int order, String messageKey, String href) {}
