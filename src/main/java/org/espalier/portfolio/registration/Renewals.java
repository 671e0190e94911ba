package org.espalier.portfolio.registration;

import java.util.List;
import org.espalier.access.Actor;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.espalier.portfolio.Today;
import org.springframework.stereotype.Component;

/** How far somebody is with what their registrations ask for. */
@Component
public class Renewals {
    private final People people;
    private final Registrations registrations;
    private final Logbooks logbooks;
    private final Today today;

    Renewals(People people, Registrations registrations, Logbooks logbooks, Today today) {
        this.people = people;
        this.registrations = registrations;
        this.logbooks = logbooks;
        this.today = today;
    }

    /** All of a person's, the one whose cycle ends next first. A fixed number of SQL statements. */
    public List<Renewal> of(PersonId person) {
        var all = registrations.of(person);
        if (all.isEmpty()) {
            return List.of();
        }
        var logs = logbooks.of(person, all);
        return all.stream()
                .map(registration -> renewal(registration, logs.getOrDefault(registration.id(), Logbooks.EMPTY)))
                .toList();
    }

    /** One of the actor's own. */
    public Renewal get(Actor actor, RegistrationId id) {
        var person = people.of(actor);
        return of(person, registrations.get(person, id));
    }

    Renewal of(PersonId person, Registration registration) {
        return renewal(registration, logbooks.of(person, registration));
    }

    private Renewal renewal(Registration registration, Logbook log) {
        return new Renewal(
                registration,
                log,
                Evaluation.of(registration.rules(), registration.cycle(), registration.two(), log, today.date()));
    }
}
