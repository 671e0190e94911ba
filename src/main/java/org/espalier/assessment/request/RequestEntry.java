package org.espalier.assessment.request;

import java.time.Instant;
import java.util.Locale;
import org.espalier.access.AccountId;

/**
 * Something said or done about a request.
 *
 * @param words empty when nothing was said
 */
public record RequestEntry(Kind kind, AccountId madeBy, String madeByName, Instant madeAt, String words) {

    /** What was done. */
    public enum Kind {
        ASKED,
        ANSWERED,
        WITHDRAWN,
        SIGNED_OFF,
        PARTLY,
        NOT_YET,
        QUESTION,
        PASSED_ON,
        UNDONE,
        REVOKED;

        static Kind of(RequestState.Move move) {
            return switch (move) {
                case ANSWER -> ANSWERED;
                case WITHDRAW -> WITHDRAWN;
                case SIGN_OFF -> SIGNED_OFF;
                case PARTLY -> PARTLY;
                case NOT_YET -> NOT_YET;
                case QUESTION -> QUESTION;
                case PASS_ON -> PASSED_ON;
                case UNDO -> UNDONE;
                case REVOKE -> REVOKED;
            };
        }

        /** As in messages and the database. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofSlug(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT));
        }
    }
}
