package org.espalier.development.conversation;

import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.development.conversation.Stage.Step;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.springframework.stereotype.Component;

/** Lists somebody's conversations on both sides; a fixed number of SQL statements. */
@Component
public class Conversations {
    private final People people;
    private final Companions companions;
    private final Appraisals appraisals;

    Conversations(People people, Companions companions, Appraisals appraisals) {
        this.people = people;
        this.companions = companions;
        this.appraisals = appraisals;
    }

    public Conversation.All of(Actor actor) {
        var me = people.of(actor);
        var held = appraisals.with(me);
        var known = people.find(held.stream()
                .flatMap(one -> Stream.of(one.person(), one.other()))
                .toList());
        var found = new ArrayList<Conversation>();
        held.forEach(appraisal -> found.add(line(appraisal, me, known)));
        return new Conversation.All(found, companions.reports(actor));
    }

    private static Conversation line(Appraisal appraisal, PersonId me, Map<PersonId, Person> known) {
        var side = appraisal.sideOf(me).orElseThrow();
        var agreement = appraisal.agreement();
        return new Conversation(
                side,
                them(known, appraisal.at(side.opposite())),
                HoldAppraisal.path(appraisal.id()),
                "development.appraisal",
                "development.appraisal.stage." + appraisal.stage().slug(),
                waitsFor(appraisal, side),
                agreement.metOn(),
                appraisal.stage().isOver());
    }

    private static boolean waitsFor(Appraisal appraisal, Side side) {
        return appraisal.stage().allows(Step.SHOW)
                        && !appraisal.preparation(side).isShown()
                || appraisal.maySign(side);
    }

    private static Person them(Map<PersonId, Person> known, PersonId id) {
        var person = known.get(id);
        if (person == null) {
            throw new IllegalStateException("No person " + id);
        }
        return person;
    }
}
