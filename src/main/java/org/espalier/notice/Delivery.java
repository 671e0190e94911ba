package org.espalier.notice;

/** What a mail server made of a letter. */
sealed interface Delivery {

    /** It has taken it. */
    record Taken() implements Delivery {}

    /** It will never take it. */
    record Refused(String reason) implements Delivery {}

    /** It did not take this letter now, and may another time. */
    record NotNow(String reason) implements Delivery {}

    /** It cannot be reached, or takes nothing at all. */
    record Down(String reason) implements Delivery {}
}
