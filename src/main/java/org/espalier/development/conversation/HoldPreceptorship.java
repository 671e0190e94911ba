package org.espalier.development.conversation;

import java.time.LocalDate;
import org.espalier.access.Actor;
import org.espalier.development.ChangePlan;
import org.espalier.development.conversation.Preceptorship.Kind;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two sides of a preceptorship record it; whoever is neither is told that there is none. */
@Component
public class HoldPreceptorship {
    private final People people;
    private final Companions companions;
    private final Preceptorships preceptorships;
    private final ChangePlan changePlan;

    HoldPreceptorship(People people, Companions companions, Preceptorships preceptorships, ChangePlan changePlan) {
        this.people = people;
        this.companions = companions;
        this.preceptorships = preceptorships;
        this.changePlan = changePlan;
    }

    /** A preceptorship as one of its two sides sees it. */
    public record View(Preceptorship preceptorship, Sides sides, LocalDate today) {}

    public View read(Actor actor, PreceptorshipId id) {
        var preceptorship = preceptorships.find(id).orElseThrow(Sides::notFound);
        var side = Sides.of(people.of(actor), preceptorship.person(), preceptorship.other());
        return new View(
                preceptorship,
                Sides.of(side, preceptorship.person(), preceptorship.other(), people),
                changePlan.today());
    }

    /** One's own, with somebody as preceptor. */
    @Transactional
    public PreceptorshipId startOwn(
            Actor actor, PersonId other, LocalDate startsOn, LocalDate plannedEnd, int protectedMinutes) {
        companions.chosen(actor, other);
        return start(actor, people.of(actor), other, Side.PERSON, startsOn, plannedEnd, protectedMinutes);
    }

    /** That of somebody whose line manager one is, with oneself as preceptor. */
    @Transactional
    public PreceptorshipId startOf(
            Actor actor, PersonId person, LocalDate startsOn, LocalDate plannedEnd, int protectedMinutes) {
        companions.report(actor, person);
        return start(actor, person, people.of(actor), Side.OTHER, startsOn, plannedEnd, protectedMinutes);
    }

    private PreceptorshipId start(
            Actor actor,
            PersonId person,
            PersonId other,
            Side by,
            LocalDate startsOn,
            LocalDate plannedEnd,
            int protectedMinutes) {
        var id = preceptorships
                .add(person, other, startsOn, plannedEnd, protectedMinutes)
                .orElseThrow(() -> new Problem.Conflict("development.preceptorship.already"));
        companions.tell(
                by == Side.PERSON ? other : person,
                "/conversations/preceptorship/" + id,
                by == Side.PERSON
                        ? "development.notice.preceptorship.asked"
                        : "development.notice.preceptorship.invited",
                actor.name());
        return id;
    }

    /** Records a meeting or protected time. */
    @Transactional
    public void record(Actor actor, PreceptorshipId id, Kind kind, LocalDate on, int minutes, String note) {
        var view = open(actor, id);
        preceptorships.add(id, kind, on, minutes, note, view.sides().side());
        tell(
                actor,
                view,
                kind == Kind.MEETING
                        ? "development.notice.preceptorship.meeting"
                        : "development.notice.preceptorship.protectedTime",
                Companions.day(on));
    }

    @Transactional
    public void setRemoved(Actor actor, PreceptorshipId id, long entry, boolean removed) {
        var view = open(actor, id);
        if (!preceptorships.setRemoved(id, entry, removed)) {
            throw Sides.notFound();
        }
        tell(
                actor,
                view,
                removed ? "development.notice.preceptorship.removed" : "development.notice.preceptorship.broughtBack");
    }

    @Transactional
    public void plan(Actor actor, PreceptorshipId id, LocalDate plannedEnd) {
        var view = open(actor, id);
        if (!plannedEnd.equals(view.preceptorship().plannedEnd())) {
            preceptorships.plan(id, plannedEnd);
            tell(actor, view, "development.notice.preceptorship.planned", Companions.day(plannedEnd));
        }
    }

    /** Ends it today, completed or early. */
    @Transactional
    public void end(Actor actor, PreceptorshipId id, boolean completed) {
        var view = open(actor, id);
        preceptorships.end(id, changePlan.today(), completed);
        tell(
                actor,
                view,
                completed
                        ? "development.notice.preceptorship.completed"
                        : "development.notice.preceptorship.endedEarly");
    }

    private View open(Actor actor, PreceptorshipId id) {
        var view = read(actor, id);
        if (view.preceptorship().isOver()) {
            throw new Problem.Conflict("development.preceptorship.isOver");
        }
        return view;
    }

    private void tell(Actor actor, View view, String messageKey, String... more) {
        companions.tell(
                view.sides().them().id(), view.preceptorship().address(), messageKey, Companions.with(actor, more));
    }
}
