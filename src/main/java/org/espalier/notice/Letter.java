package org.espalier.notice;

/**
 * What somebody is sent.
 *
 * @param text says the same as the HTML
 * @param unsubscribe the address that stops further letters
 */
record Letter(String subject, String text, String html, String unsubscribe) {}
