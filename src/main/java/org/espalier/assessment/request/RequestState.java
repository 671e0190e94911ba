package org.espalier.assessment.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a request stands; {@link #LIFECYCLE} is all that can happen to one. */
public enum RequestState {
    /** With the assessor. */
    WAITING,
    /** With the learner, who was asked something. */
    QUESTIONED,
    /** With the learner, to whom it came back as not yet or partly met. */
    RETURNED,
    /** With the learner, who has to choose somebody else: the assessor must not judge it. */
    UNPLACED,
    /** Over: signed off. */
    SIGNED_OFF,
    /** Over: the learner took it back. */
    WITHDRAWN,
    /** Over: it was signed off, and the sign-off was taken back with a reason. */
    REVOKED,
    /** Over: somebody signed the statement off elsewhere, such as after a session. */
    SETTLED;

    /** Those in which somebody still has to do something. */
    public static final Set<RequestState> OPEN = Set.of(WAITING, QUESTIONED, RETURNED, UNPLACED);

    /** What moves a request on, and whose act it is. */
    public enum Move {
        /** Answers a question or a return, or adds to what is waiting. */
        ANSWER(true),
        WITHDRAW(true),
        /** Asks for another assessor, because this one is too close. */
        TURN_AWAY(true),
        /** Chooses another assessor. */
        CHOOSE(true),
        SIGN_OFF(false),
        PARTLY(false),
        NOT_YET(false),
        QUESTION(false),
        PASS_ON(false),
        /** Must not judge it, and nobody else was chosen. */
        HAND_BACK(false),
        /** Takes a judgement back before anybody was told of it. */
        UNDO(false),
        /** Takes a sign-off back with a reason. */
        REVOKE(false),
        /** The statement is signed off elsewhere; when that is taken back, the request goes back along its row. */
        SETTLE(false);

        private final boolean ofLearner;

        Move(boolean ofLearner) {
            this.ofLearner = ofLearner;
        }

        /** True for the learner's acts, false for the assessor's. */
        public boolean isOfLearner() {
            return ofLearner;
        }

        /** As in forms, messages and the database. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Move> ofSlug(String slug) {
            return List.of(values()).stream()
                    .filter(move -> move.slug().equals(slug))
                    .findFirst();
        }
    }

    /** One row of the lifecycle. */
    public record Transition(RequestState from, Move move, RequestState to) {}

    /** Whatever is not in this table cannot happen; only what is settled can go back to where it came from. */
    public static final List<Transition> LIFECYCLE = List.of(
            new Transition(WAITING, Move.ANSWER, WAITING),
            new Transition(QUESTIONED, Move.ANSWER, WAITING),
            new Transition(RETURNED, Move.ANSWER, WAITING),
            new Transition(WAITING, Move.WITHDRAW, WITHDRAWN),
            new Transition(QUESTIONED, Move.WITHDRAW, WITHDRAWN),
            new Transition(RETURNED, Move.WITHDRAW, WITHDRAWN),
            new Transition(WAITING, Move.SIGN_OFF, SIGNED_OFF),
            new Transition(QUESTIONED, Move.SIGN_OFF, SIGNED_OFF),
            new Transition(RETURNED, Move.SIGN_OFF, SIGNED_OFF),
            new Transition(WAITING, Move.PARTLY, RETURNED),
            new Transition(QUESTIONED, Move.PARTLY, RETURNED),
            new Transition(WAITING, Move.NOT_YET, RETURNED),
            new Transition(QUESTIONED, Move.NOT_YET, RETURNED),
            new Transition(WAITING, Move.QUESTION, QUESTIONED),
            new Transition(WAITING, Move.PASS_ON, WAITING),
            new Transition(QUESTIONED, Move.PASS_ON, WAITING),
            new Transition(SIGNED_OFF, Move.UNDO, WAITING),
            new Transition(RETURNED, Move.UNDO, WAITING),
            new Transition(SIGNED_OFF, Move.REVOKE, REVOKED),
            new Transition(WAITING, Move.HAND_BACK, UNPLACED),
            new Transition(QUESTIONED, Move.HAND_BACK, UNPLACED),
            new Transition(RETURNED, Move.HAND_BACK, UNPLACED),
            new Transition(WAITING, Move.TURN_AWAY, UNPLACED),
            new Transition(QUESTIONED, Move.TURN_AWAY, UNPLACED),
            new Transition(RETURNED, Move.TURN_AWAY, UNPLACED),
            new Transition(UNPLACED, Move.CHOOSE, WAITING),
            new Transition(UNPLACED, Move.WITHDRAW, WITHDRAWN),
            new Transition(UNPLACED, Move.SETTLE, SETTLED),
            new Transition(WAITING, Move.SETTLE, SETTLED),
            new Transition(QUESTIONED, Move.SETTLE, SETTLED),
            new Transition(RETURNED, Move.SETTLE, SETTLED));

    /** Where this move leads from here; empty when it cannot be made. */
    public Optional<RequestState> after(Move move) {
        return LIFECYCLE.stream()
                .filter(row -> row.from() == this && row.move() == move)
                .map(Transition::to)
                .findFirst();
    }

    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** As in addresses, messages and the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RequestState ofSlug(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }
}
