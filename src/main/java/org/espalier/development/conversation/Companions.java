package org.espalier.development.conversation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.kernel.Problem;
import org.espalier.person.Colleague;
import org.espalier.person.Colleagues;
import org.espalier.person.LineManagement;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Whom somebody may begin a conversation with, and how the other side hears of it: their line managers and the colleagues
 * they name; and, about somebody else's development, those whose line manager they are.
 */
@Component
public class Companions {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final People people;
    private final LineManagement lineManagement;
    private final Colleagues colleagues;
    private final ApplicationEventPublisher events;

    Companions(People people, LineManagement lineManagement, Colleagues colleagues, ApplicationEventPublisher events) {
        this.people = people;
        this.lineManagement = lineManagement;
        this.colleagues = colleagues;
        this.events = events;
    }

    /** One's line managers. */
    public List<Person> managers(Actor actor) {
        return lineManagement.managersOf(people.of(actor));
    }

    /** Those whose line manager one is. */
    public List<Person> reports(Actor actor) {
        return lineManagement.reportsOf(people.of(actor));
    }

    /** Colleagues of this name. */
    public List<Colleague> named(Actor actor, String name) {
        return colleagues.named(people.of(actor), name);
    }

    /** Somebody one may name as the other side of a conversation about oneself; for everybody else they do not exist. */
    public Person chosen(Actor actor, PersonId other) {
        var person = people.of(actor);
        if (!lineManagement.manages(other, person) && !colleagues.are(person, other)) {
            throw nobody();
        }
        return people.find(other).orElseThrow(Companions::nobody);
    }

    /** Somebody whose line manager one is. */
    public Person report(Actor actor, PersonId person) {
        if (!lineManagement.manages(people.of(actor), person)) {
            throw nobody();
        }
        return people.find(person).orElseThrow(Companions::nobody);
    }

    void tell(PersonId to, String link, String messageKey, String... arguments) {
        people.find(to)
                .ifPresent(
                        person -> events.publishEvent(Notification.to(person.account(), link, messageKey, arguments)));
    }

    /** A message's arguments: who did it, and what else it says. */
    static String[] with(Actor actor, String... more) {
        return Stream.concat(Stream.of(actor.name()), Arrays.stream(more)).toArray(String[]::new);
    }

    /** A day as a message's argument. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static Problem nobody() {
        return new Problem.NotFound("development.problem.noCompanion");
    }
}
