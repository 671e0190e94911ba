package org.espalier.framework;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a version stands in its life; {@link #LIFECYCLE} is all that can happen to one. */
public enum VersionStatus {
    /** Being written; visible to invited people only. */
    DRAFT,
    /** Being consulted on; still restricted. */
    IN_REVIEW,
    /** In force, frozen. */
    PUBLISHED,
    /** Replaced by a newer version; frozen, and still there for the records that point at it. */
    SUPERSEDED,
    /** Taken back by its publisher; frozen, and still there for the records that point at it. */
    WITHDRAWN;

    /** What moves a version on. */
    public enum Step {
        SEND_FOR_REVIEW,
        RETURN_TO_DRAFT,
        PUBLISH,
        SUPERSEDE,
        WITHDRAW
    }

    /** One row of the lifecycle. */
    public record Transition(VersionStatus from, Step step, VersionStatus to) {}

    /** Whatever is not in this table cannot happen. */
    public static final List<Transition> LIFECYCLE = List.of(
            new Transition(DRAFT, Step.SEND_FOR_REVIEW, IN_REVIEW),
            new Transition(IN_REVIEW, Step.RETURN_TO_DRAFT, DRAFT),
            new Transition(DRAFT, Step.PUBLISH, PUBLISHED),
            new Transition(IN_REVIEW, Step.PUBLISH, PUBLISHED),
            new Transition(PUBLISHED, Step.SUPERSEDE, SUPERSEDED),
            new Transition(PUBLISHED, Step.WITHDRAW, WITHDRAWN),
            new Transition(SUPERSEDED, Step.WITHDRAW, WITHDRAWN));

    /** Where this step leads from here; empty when it cannot be taken. */
    public Optional<VersionStatus> after(Step step) {
        return LIFECYCLE.stream()
                .filter(row -> row.from() == this && row.step() == step)
                .map(Transition::to)
                .findFirst();
    }

    /** True while the document may still be edited; anything later is frozen. */
    public boolean isEditable() {
        return after(Step.PUBLISH).isPresent();
    }

    /** As the database writes it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static VersionStatus ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
