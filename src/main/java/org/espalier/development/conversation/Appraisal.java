package org.espalier.development.conversation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.espalier.development.conversation.Stage.Step;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The yearly conversation of a person and their line manager, or somebody else they named, from the first invitation to the
 * record that both have signed.
 *
 * @param preparations one for each side
 * @param revisions the number of the last change that each side made to the record, 0 when it made none
 * @param signatures when each side signed the record as it is; a side that has not is missing
 * @param endedAt when it was agreed or called off
 */
public record Appraisal(
        AppraisalId id,
        PersonId person,
        PersonId other,
        Side startedBy,
        Instant startedAt,
        Stage stage,
        Map<Side, Preparation> preparations,
        Agreement agreement,
        Map<Side, Integer> revisions,
        Map<Side, Instant> signatures,
        @Nullable Instant endedAt) {
    public Appraisal {
        preparations = Map.copyOf(preparations);
        revisions = Map.copyOf(revisions);
        signatures = Map.copyOf(signatures);
    }

    /** Which side somebody is; empty for everybody else. */
    public Optional<Side> sideOf(PersonId somebody) {
        if (somebody.equals(person)) {
            return Optional.of(Side.PERSON);
        }
        return somebody.equals(other) ? Optional.of(Side.OTHER) : Optional.empty();
    }

    public PersonId at(Side side) {
        return side == Side.PERSON ? person : other;
    }

    public Preparation preparation(Side side) {
        return preparations.getOrDefault(side, new Preparation("", "", "", null));
    }

    public boolean hasSigned(Side side) {
        return signatures.containsKey(side);
    }

    /** The number of the last change to the record. */
    public int revision() {
        return revisions.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** True when the other side has changed the record since this revision of it. */
    public boolean isChangedFor(Side side, int seen) {
        return revisions.getOrDefault(side.opposite(), 0) > seen;
    }

    public boolean bothHaveShown() {
        return preparation(Side.PERSON).isShown() && preparation(Side.OTHER).isShown();
    }

    /** True when a side may sign now: nobody signs for both, nor twice, nor words that are not there. */
    public boolean maySign(Side side) {
        return stage.allows(Step.SIGN) && !hasSigned(side) && bothHaveShown() && agreement.canBeSigned();
    }
}
