package org.espalier.pathway.stories;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a story is on its way into public view and out of it. */
public enum StoryState {
    DRAFT,
    PUBLISHED,
    WITHDRAWN,
    TAKEN_DOWN;

    /** What may happen to a story. */
    public enum Step {
        /** Its author writes it anew: it is not public meanwhile. */
        WRITE(DRAFT, Set.of(DRAFT, PUBLISHED, WITHDRAWN, TAKEN_DOWN)),
        /** Its author has seen it as everybody will, and agrees. */
        PUBLISH(PUBLISHED, Set.of(DRAFT, WITHDRAWN)),
        /** Its author takes it back. */
        WITHDRAW(WITHDRAWN, Set.of(PUBLISHED)),
        /** Somebody who may takes it out of public view; the author writes it anew before it can come back. */
        TAKE_DOWN(TAKEN_DOWN, Set.of(PUBLISHED));

        private final StoryState to;
        private final Set<StoryState> from;

        Step(StoryState to, Set<StoryState> from) {
            this.to = to;
            this.from = from;
        }
    }

    /** Where a step leads from here; empty when it may not be taken. */
    public Optional<StoryState> after(Step step) {
        return step.from.contains(this) ? Optional.of(step.to) : Optional.empty();
    }

    /** True when this step may be taken. */
    public boolean allows(Step step) {
        return after(step).isPresent();
    }

    /** In messages and the database. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static StoryState ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(state -> state.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
