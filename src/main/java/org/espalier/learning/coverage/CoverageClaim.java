package org.espalier.learning.coverage;

import java.time.Instant;
import java.time.LocalDate;
import org.espalier.access.AccountId;
import org.espalier.learning.OfferId;
import org.espalier.learning.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * A provider says that something of theirs covers a part of a framework.
 *
 * @param line the first of the claims that took each other's place
 * @param offer null when the provider speaks of itself
 * @param note the words of the framework's document, verbatim; empty when it was written here
 * @param evidence why one may believe it, in the provider's words
 * @param review what an author of frameworks said of it last, else an employer
 * @param addedBy null when it was printed in a framework
 * @param endedAt null while it is in force
 * @param carriedFrom what was said last of an earlier version, which this continues; null when it began in its own version
 * @param toConfirm true when the words have changed since, and the provider has not said yet that it still holds
 * @param endedBecause null while it is in force, and when somebody ended it
 */
public record CoverageClaim(
        CoverageId id,
        CoverageId line,
        ProviderId provider,
        @Nullable OfferId offer,
        Subject subject,
        CoverageKind kind,
        String note,
        Grounds grounds,
        Verdict review,
        Instant addedAt,
        @Nullable AccountId addedBy,
        @Nullable Instant endedAt,
        @Nullable CoverageId carriedFrom,
        boolean toConfirm,
        @Nullable Ending endedBecause) {

    /** What the next version of a framework does to a claim that ends with it. */
    public enum Ending {
        /** It has no such part any more. */
        GONE,
        /** It came before the claim had been confirmed. */
        REVISED
    }

    /**
     * What stands behind a claim.
     *
     * @param link empty when there is none
     * @param from the first day on which it holds, null for always
     * @param until the last day, null for ever
     */
    public record Grounds(
            String evidence,
            String link,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        public static final Grounds NONE = new Grounds("", "", null, null);

        /** However the lines of a form or a file end. */
        public Grounds {
            evidence = evidence.replace("\r\n", "\n").strip();
            link = link.strip();
        }
    }

    public boolean isInForce() {
        return endedAt == null;
    }

    /** True when it goes on from an earlier version, the words being the same. */
    public boolean isCarriedOver() {
        return carriedFrom != null && !toConfirm;
    }

    /** True when it holds on this day. */
    public boolean holds(LocalDate on) {
        return isInForce()
                && !toConfirm
                && (grounds.from() == null || !grounds.from().isAfter(on))
                && (grounds.until() == null || !grounds.until().isBefore(on));
    }

    /** True when it was printed in a framework's document. */
    public boolean isPrinted() {
        return subject.code() != null;
    }

    public String address() {
        return "/learning/claims/" + id;
    }
}
