package org.espalier.development.conversation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.development.ChangePlan;
import org.espalier.development.conversation.Stage.Step;
import org.espalier.person.Insider;
import org.espalier.person.Memberships;
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
    private final Supervisions supervisions;
    private final Preceptorships preceptorships;
    private final Packs packs;
    private final Memberships memberships;
    private final Grants grants;
    private final ChangePlan changePlan;

    Conversations(
            People people,
            Companions companions,
            Appraisals appraisals,
            Supervisions supervisions,
            Preceptorships preceptorships,
            Packs packs,
            Memberships memberships,
            Grants grants,
            ChangePlan changePlan) {
        this.people = people;
        this.companions = companions;
        this.appraisals = appraisals;
        this.supervisions = supervisions;
        this.preceptorships = preceptorships;
        this.packs = packs;
        this.memberships = memberships;
        this.grants = grants;
        this.changePlan = changePlan;
    }

    public Conversation.All of(Actor actor) {
        var me = people.of(actor);
        var today = changePlan.today();
        var held = appraisals.with(me);
        var supervised = supervisions.with(me);
        var accompanied = preceptorships.with(me);
        var shown = packs.with(me).stream()
                .filter(pack -> pack.person().equals(me) || pack.isVisible(today))
                .toList();
        var known = people.find(Stream.of(
                        held.stream().flatMap(one -> Stream.of(one.person(), one.other())),
                        supervised.stream().flatMap(one -> Stream.of(one.person(), one.other())),
                        accompanied.stream().flatMap(one -> Stream.of(one.person(), one.other())),
                        shown.stream().flatMap(one -> Stream.of(one.person(), one.other())))
                .flatMap(all -> all)
                .toList());
        var found = new ArrayList<Conversation>();
        held.forEach(appraisal -> found.add(line(appraisal, me, known)));
        supervised.forEach(supervision -> found.add(line(supervision, me, known)));
        accompanied.forEach(preceptorship -> found.add(line(preceptorship, me, known)));
        shown.forEach(pack -> found.add(line(pack, me, known, today)));
        var authority = grants.of(actor.account());
        var lookedAfter = memberships.of(me).stream()
                .map(membership -> new Insider(actor, me, membership.organisation(), membership, authority))
                .filter(insider -> !insider.inView().nobody())
                .map(Insider::organisation)
                .toList();
        return new Conversation.All(found, companions.reports(actor), lookedAfter);
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
                "development.appraisal.meeting.on",
                agreement.metOn(),
                appraisal.stage().isOver());
    }

    private static Conversation line(Supervision supervision, PersonId me, Map<PersonId, Person> known) {
        var side = Sides.of(me, supervision.person(), supervision.other());
        return new Conversation(
                side,
                them(known, side == Side.PERSON ? supervision.other() : supervision.person()),
                supervision.address(),
                "development.supervision." + supervision.kind().slug(),
                supervision.isOver() ? "development.supervision.ended" : "development.supervision.open",
                false,
                "development.conversations.next",
                supervision.nextOn(),
                supervision.isOver());
    }

    private static Conversation line(Preceptorship preceptorship, PersonId me, Map<PersonId, Person> known) {
        var side = Sides.of(me, preceptorship.person(), preceptorship.other());
        return new Conversation(
                side,
                them(known, side == Side.PERSON ? preceptorship.other() : preceptorship.person()),
                preceptorship.address(),
                "development.preceptorship",
                preceptorship.isOver() ? "development.preceptorship.ended" : "development.preceptorship.running",
                false,
                preceptorship.isOver() ? "development.conversations.on" : "development.conversations.until",
                preceptorship.isOver() ? preceptorship.endedOn() : preceptorship.plannedEnd(),
                preceptorship.isOver());
    }

    private static Conversation line(Pack pack, PersonId me, Map<PersonId, Person> known, LocalDate today) {
        var side = Sides.of(me, pack.person(), pack.other());
        return new Conversation(
                side,
                them(known, side == Side.PERSON ? pack.other() : pack.person()),
                pack.address(),
                "development.pack",
                "development.pack.state." + pack.state(today),
                pack.isDraft(),
                "development.conversations.until",
                pack.isVisible(today) || pack.isDraft() ? pack.until() : null,
                !pack.isDraft() && !pack.isVisible(today));
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
