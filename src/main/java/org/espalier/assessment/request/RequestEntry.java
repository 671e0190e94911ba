package org.espalier.assessment.request;

import java.time.Instant;
import java.util.Locale;
import org.espalier.access.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Something said or done about a request.
 *
 * @param words empty when nothing was said
 * @param session after which a request was settled; null for everything else
 */
public record RequestEntry(
        Kind kind,
        AccountId madeBy,
        String madeByName,
        Instant madeAt,
        String words,
        @Nullable Session session) {

    /** A session after which a group was signed off. */
    public record Session(long id, String title) {}

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
        TURNED_AWAY,
        HANDED_BACK,
        CHOSEN,
        UNDONE,
        REVOKED,
        SETTLED,
        /** What had settled it was taken back, and it stands where it stood before. */
        REOPENED;

        static Kind of(RequestState.Move move) {
            return switch (move) {
                case ANSWER -> ANSWERED;
                case WITHDRAW -> WITHDRAWN;
                case SIGN_OFF -> SIGNED_OFF;
                case PARTLY -> PARTLY;
                case NOT_YET -> NOT_YET;
                case QUESTION -> QUESTION;
                case PASS_ON -> PASSED_ON;
                case TURN_AWAY -> TURNED_AWAY;
                case HAND_BACK -> HANDED_BACK;
                case CHOOSE -> CHOSEN;
                case UNDO -> UNDONE;
                case REVOKE -> REVOKED;
                case SETTLE -> SETTLED;
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
