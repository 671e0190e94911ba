package org.espalier.learning.recognition;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.espalier.learning.OfferId;
import org.espalier.learning.ProviderId;
import org.espalier.person.Person;
import org.espalier.portfolio.EvidenceId;
import org.jspecify.annotations.Nullable;

/**
 * A request for the recognition of prior learning, with what came of it.
 *
 * @param offer towards which it is to count; null for none in particular
 * @param askedFor what is to be recognised
 * @param words why, in the person's words
 * @param decidedBy the name of who decided; null while nobody has
 * @param credits how many the provider recognised, null when it named no number
 * @param decision what was recognised, or why it was not; empty while nobody has decided
 */
public record Recognition(
        RecognitionId id,
        Person person,
        ProviderId provider,
        @Nullable OfferId offer,
        String askedFor,
        String words,
        State state,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable BigDecimal credits,
        String decision,
        List<Evidence> evidence) {
    public Recognition {
        evidence = List.copyOf(evidence);
    }

    /** How far it is. Only what was asked can be decided or withdrawn, and once. */
    public enum State {
        ASKED,
        RECOGNISED,
        DECLINED,
        WITHDRAWN;

        public String messageKey() {
            return "learning.recognition.state." + name();
        }
    }

    /**
     * An item of the portfolio that goes along.
     *
     * @param id null when the person has deleted it for good
     * @param title as it was
     */
    public record Evidence(@Nullable EvidenceId id, String title) {}

    public boolean isOpen() {
        return state == State.ASKED;
    }
}
