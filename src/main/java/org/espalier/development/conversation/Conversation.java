package org.espalier.development.conversation;

import java.time.LocalDate;
import java.util.List;
import org.espalier.organisation.Organisation;
import org.espalier.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * A line in the list of somebody's conversations.
 *
 * @param side which of the two they are
 * @param them the other one
 * @param address where its page stands
 * @param kindKey the message that says what it is
 * @param stateKey the message that says how far it is
 * @param waits true when it waits for the one who reads the list
 * @param dayKey the message that says what the day is
 * @param day the day that matters next, or mattered last; null when there is none
 * @param over true when nothing more will come
 */
public record Conversation(
        Side side,
        Person them,
        String address,
        String kindKey,
        String stateKey,
        boolean waits,
        String dayKey,
        @Nullable LocalDate day,
        boolean over) {

    /**
     * All of somebody's conversations, and those with whom they could begin one as their line manager.
     *
     * @param lookedAfter the organisations in which they look after people, and may count how often those are supervised
     */
    public record All(List<Conversation> conversations, List<Person> reports, List<Organisation> lookedAfter) {
        public All {
            conversations = List.copyOf(conversations);
            reports = List.copyOf(reports);
            lookedAfter = List.copyOf(lookedAfter);
        }

        /** Those about the reader's own development. */
        public List<Conversation> own(boolean over) {
            return conversations.stream()
                    .filter(one -> one.side() == Side.PERSON && one.over() == over)
                    .toList();
        }

        /** Those about somebody else's. */
        public List<Conversation> withOthers(boolean over) {
            return conversations.stream()
                    .filter(one -> one.side() == Side.OTHER && one.over() == over)
                    .toList();
        }
    }
}
