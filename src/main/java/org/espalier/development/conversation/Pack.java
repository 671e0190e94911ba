package org.espalier.development.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a person picked to show somebody for a while.
 *
 * @param message their words to the other side
 * @param choice what they picked, as {@link PackChoice} names it
 * @param until the last day on which the other side sees it
 * @param shownAt null while only the person sees it
 * @param withdrawnAt null unless they took it back
 * @param looks when the other side looked, the latest first
 */
public record Pack(
        PackId id,
        PersonId person,
        PersonId other,
        String message,
        List<String> choice,
        PackContent content,
        LocalDate until,
        Instant madeAt,
        @Nullable Instant shownAt,
        @Nullable Instant withdrawnAt,
        List<Instant> looks) {
    public Pack {
        choice = List.copyOf(choice);
        looks = List.copyOf(looks);
    }

    /** Whether the other side sees it on this day. */
    public boolean isVisible(LocalDate today) {
        return shownAt != null && withdrawnAt == null && !today.isAfter(until);
    }

    public boolean isDraft() {
        return shownAt == null;
    }

    /** How far it is, as messages name it. */
    public String state(LocalDate today) {
        if (withdrawnAt != null) {
            return "withdrawn";
        }
        if (shownAt == null) {
            return "draft";
        }
        return isVisible(today) ? "shown" : "over";
    }

    public String address() {
        return "/conversations/packs/" + id;
    }
}
