package org.espalier.crosswalk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far a link has come; {@link #LIFECYCLE} is all that can happen to one. */
public enum LinkState {
    /** Somebody has proposed it; it counts for nothing yet. */
    PROPOSED,
    /** Somebody else has looked at it and agrees. */
    REVIEWED,
    /** Somebody else has looked at it and does not agree. */
    REFUSED,
    /** It no longer counts. */
    WITHDRAWN;

    /** What moves a link on. */
    public enum Step {
        PROPOSE,
        AGREE,
        REFUSE,
        WITHDRAW;

        /** In message keys. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One row of the lifecycle. */
    public record Transition(LinkState from, Step step, LinkState to) {}

    /** Whatever is not in this table cannot happen. */
    public static final List<Transition> LIFECYCLE = List.of(
            new Transition(PROPOSED, Step.AGREE, REVIEWED),
            new Transition(PROPOSED, Step.REFUSE, REFUSED),
            new Transition(PROPOSED, Step.WITHDRAW, WITHDRAWN),
            new Transition(REVIEWED, Step.WITHDRAW, WITHDRAWN));

    /** Where this step leads from here; empty when it cannot be taken. */
    public Optional<LinkState> after(Step step) {
        return LIFECYCLE.stream()
                .filter(row -> row.from() == this && row.step() == step)
                .map(Transition::to)
                .findFirst();
    }

    /** In message keys. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
