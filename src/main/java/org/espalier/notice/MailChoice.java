package org.espalier.notice;

/**
 * What of their activity somebody wants by e-mail.
 *
 * @param digestHour the hour of the day at which the digest goes, 0 to 23, as the clocks in the United Kingdom have it
 */
public record MailChoice(Frequency frequency, int digestHour) {

    /** What everybody gets who has not chosen. */
    public static final MailChoice UNTOLD = new MailChoice(Frequency.AT_ONCE, 8);

    /** How often letters go. */
    public enum Frequency {
        AT_ONCE,
        DAILY,
        NONE
    }

    public MailChoice {
        if (digestHour < 0 || digestHour > 23) {
            throw new IllegalArgumentException("No hour of the day: " + digestHour);
        }
    }
}
