package org.espalier.assessment.attestation;

import java.time.Instant;
import java.util.Locale;
import org.espalier.access.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What one person was asked to sign, and what they said.
 *
 * @param name as it is now
 * @param capacity what they were to the learner when they were asked, such as their post and organisation
 * @param askedWords what the learner said to it when asking again; empty for nothing
 * @param answer null while it waits
 * @param words why they declined; empty otherwise
 * @param signedAs their name when they signed; null until then
 * @param replaced true for one that was declined and has been asked for again since
 */
public record Part(
        long id,
        Role role,
        AccountId account,
        String name,
        String capacity,
        Instant askedAt,
        String askedWords,
        @Nullable Answer answer,
        String words,
        @Nullable Instant answeredAt,
        @Nullable String signedAs,
        boolean replaced) {

    /** As whom somebody signs. */
    public enum Role {
        LEARNER,
        EDUCATOR,
        EMPLOYER;

        /** As in forms, messages and the database. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Role ofSlug(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT));
        }
    }

    /** What somebody said. */
    public enum Answer {
        SIGNED,
        DECLINED;

        /** As in messages and the database. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Answer ofSlug(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isSigned() {
        return answer == Answer.SIGNED;
    }

    public boolean isDeclined() {
        return answer == Answer.DECLINED;
    }

    /** The name under it: as they signed, or as they are called now. */
    public String shownName() {
        return signedAs == null ? name : signedAs;
    }
}
