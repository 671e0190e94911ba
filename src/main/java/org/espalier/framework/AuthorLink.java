package org.espalier.framework;

/**
 * A way from the authors' desk to what they do in a later module, contributed as a bean.
 *
 * @param order lower stands further up
 * @param messageKey its words
 */
public record AuthorLink(int order, String messageKey, String href) {}
