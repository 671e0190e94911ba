package org.espalier.development.conversation.web;

import java.util.List;
import org.espalier.access.Actor;
import org.espalier.development.conversation.Companions;
import org.espalier.person.Colleague;
import org.espalier.person.Person;

/**
 * Whom a page offers as the other side: the line managers, and the colleagues whose name was looked for.
 *
 * @param name what was looked for; empty at first
 */
record Who(List<Person> managers, String name, List<Colleague> found) {

    static Who of(Companions companions, Actor actor, boolean asked, String name) {
        if (!asked) {
            return new Who(List.of(), "", List.of());
        }
        var managers = companions.managers(actor);
        return new Who(
                managers,
                name.strip(),
                companions.named(actor, name).stream()
                        .filter(one -> !managers.contains(one.person()))
                        .toList());
    }

    boolean isLookedFor() {
        return !name.isEmpty();
    }

    boolean isEmpty() {
        return managers.isEmpty() && found.isEmpty();
    }

    /** The only one there is, chosen from the start; 0 where there is a choice. */
    long only() {
        return managers.size() == 1 && found.isEmpty()
                ? managers.getFirst().id().value()
                : 0;
    }
}
