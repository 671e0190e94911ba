package org.espalier.development.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.person.PersonId;

/**
 * The two of a conversation by name, and which of them reads.
 *
 * @param side the reader's
 */
public record Sides(Side side, Person person, Person other) {

    /** The one whom the reader talks with. */
    public Person them() {
        return side == Side.PERSON ? other : person;
    }

    public boolean isMine() {
        return side == Side.PERSON;
    }

    static Sides of(Side side, PersonId person, PersonId other, People people) {
        var names = people.find(List.of(person, other));
        return new Sides(side, named(names, person), named(names, other));
    }

    private static Person named(Map<PersonId, Person> names, PersonId id) {
        return Optional.ofNullable(names.get(id)).orElseThrow();
    }

    /** Which side somebody is; for everybody else the conversation does not exist. */
    static Side of(PersonId reader, PersonId person, PersonId other) {
        if (reader.equals(person)) {
            return Side.PERSON;
        }
        if (reader.equals(other)) {
            return Side.OTHER;
        }
        throw notFound();
    }

    static Problem notFound() {
        return new Problem.NotFound("development.conversations.notFound");
    }
}
