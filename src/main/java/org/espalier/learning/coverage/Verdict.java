package org.espalier.learning.coverage;

/** What a reviewer thinks of a claim of coverage. */
public enum Verdict {
    NOT_REVIEWED,
    ACCEPTED,
    /** With a reason. */
    QUESTIONED;

    public String messageKey() {
        return "learning.coverage.review." + name();
    }
}
