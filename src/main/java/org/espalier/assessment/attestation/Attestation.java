package org.espalier.assessment.attestation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * Something that a learner has said and several people sign.
 *
 * @param words what all of them sign; they never change
 * @param completedAt when the last of them signed; null until then
 * @param parts the learner's first, then in the order in which they were asked; replaced ones too
 */
public record Attestation(
        AttestationId id,
        Person learner,
        String title,
        String words,
        Instant madeAt,
        @Nullable Instant withdrawnAt,
        @Nullable Instant completedAt,
        List<Part> parts) {
    public Attestation {
        parts = List.copyOf(parts);
    }

    /** What can be done about it. */
    public enum Move {
        SIGN,
        DECLINE,
        ASK_AGAIN,
        WITHDRAW
    }

    /** Where it stands, and what can still be done: this is the whole lifecycle. */
    public enum State {
        WAITING(Set.of(Move.SIGN, Move.DECLINE, Move.WITHDRAW)),
        /** Somebody will not sign; the learner can ask again, or somebody else. */
        DECLINED(Set.of(Move.SIGN, Move.DECLINE, Move.ASK_AGAIN, Move.WITHDRAW)),
        /** Over: all have signed. */
        COMPLETE(Set.of()),
        /** Over: the learner took it back. */
        WITHDRAWN(Set.of());

        private final Set<Move> moves;

        State(Set<Move> moves) {
            this.moves = moves;
        }

        public boolean allows(Move move) {
            return moves.contains(move);
        }

        /** As in messages. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state() {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        if (inForce().stream().allMatch(Part::isSigned)) {
            return State.COMPLETE;
        }
        return inForce().stream().anyMatch(Part::isDeclined) ? State.DECLINED : State.WAITING;
    }

    /** Those that count: one for each role that was asked for. */
    public List<Part> inForce() {
        return parts.stream().filter(part -> !part.replaced()).toList();
    }

    /** Those that were declined and have been asked for again since. */
    public List<Part> replaced() {
        return parts.stream().filter(Part::replaced).toList();
    }

    /** The part in force that this account was asked for, other than as the learner. */
    public Optional<Part> askedOf(AccountId account) {
        return inForce().stream()
                .filter(part -> part.role() != Part.Role.LEARNER)
                .filter(part -> part.account().equals(account))
                .findFirst();
    }

    /** True for the learner and all who were ever asked; for everybody else it does not exist. */
    public boolean concerns(AccountId account) {
        return parts.stream().anyMatch(part -> part.account().equals(account));
    }

    /** Whether this account still has something to do here. */
    public boolean waitsFor(AccountId account) {
        return state() == State.DECLINED && learner.account().equals(account)
                || state().allows(Move.SIGN)
                        && askedOf(account)
                                .filter(part -> part.answer() == null)
                                .isPresent();
    }

    /** The learner's name: as they signed it. */
    public String learnerName() {
        return parts.stream()
                .filter(part -> part.role() == Part.Role.LEARNER)
                .findFirst()
                .map(Part::shownName)
                .orElse(learner.name());
    }
}
