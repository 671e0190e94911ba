package org.espalier.development.conversation;

import static org.espalier.development.conversation.Stage.Step.ARRANGE;
import static org.espalier.development.conversation.Stage.Step.CALL_OFF;
import static org.espalier.development.conversation.Stage.Step.OPEN;
import static org.espalier.development.conversation.Stage.Step.PREPARE;
import static org.espalier.development.conversation.Stage.Step.SHOW;
import static org.espalier.development.conversation.Stage.Step.SIGN;
import static org.espalier.development.conversation.Stage.Step.TAKE_BACK;
import static org.espalier.development.conversation.Stage.Step.WRITE;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How far an appraisal is. Which step leads from where to where is all in {@link #table()}. */
public enum Stage {
    /** Both write down what they want to say; nobody reads the other's words unless they show them. */
    PREPARING,
    /** They talk, and write down what they agree. */
    MEETING,
    /** One of them has signed what is written. */
    SIGNED_ONCE,
    /** Both have signed the same words. Nothing changes any more. */
    AGREED,
    /** Ended without a record. */
    CALLED_OFF;

    /** What a side can do. */
    public enum Step {
        /** Writes one's own preparation. */
        PREPARE,
        /** Shows the other side one's own preparation, and the person's plan with it. */
        SHOW,
        /** Sets the day of the meeting. */
        ARRANGE,
        /** Begins the meeting; shows one's own preparation as well. */
        OPEN,
        /** Writes the record; takes away a signature that stands under other words. */
        WRITE,
        SIGN,
        /** Takes one's own signature away. */
        TAKE_BACK,
        CALL_OFF
    }

    private static final Map<Stage, Map<Step, Stage>> TABLE = new EnumMap<>(Map.of(
            PREPARING,
            Map.of(
                    PREPARE, PREPARING,
                    SHOW, PREPARING,
                    ARRANGE, PREPARING,
                    OPEN, MEETING,
                    CALL_OFF, CALLED_OFF),
            MEETING,
            Map.of(
                    PREPARE, MEETING,
                    SHOW, MEETING,
                    ARRANGE, MEETING,
                    WRITE, MEETING,
                    SIGN, SIGNED_ONCE,
                    CALL_OFF, CALLED_OFF),
            SIGNED_ONCE,
            Map.of(
                    WRITE, MEETING,
                    SIGN, AGREED,
                    TAKE_BACK, MEETING,
                    CALL_OFF, CALLED_OFF),
            AGREED,
            Map.of(),
            CALLED_OFF,
            Map.of()));

    /** For each stage, the steps that are possible there and the stage each leads to. */
    public static Map<Stage, Map<Step, Stage>> table() {
        return Map.copyOf(TABLE);
    }

    /** Where a step leads; empty where it is not possible. */
    public Optional<Stage> after(Step step) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(step));
    }

    public boolean allows(Step step) {
        return after(step).isPresent();
    }

    /** True when no step is possible any more. */
    public boolean isOver() {
        return TABLE.getOrDefault(this, Map.of()).isEmpty();
    }

    /** As messages name it. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
