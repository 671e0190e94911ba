package org.espalier.development.conversation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.access.Actor;
import org.espalier.development.ChangePlan;
import org.espalier.development.conversation.Supervision.Attendance;
import org.espalier.development.conversation.Supervision.Kind;
import org.espalier.development.conversation.Supervision.Session;
import org.espalier.development.conversation.Supervisions.Attended;
import org.espalier.kernel.Problem;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.espalier.person.staff.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two sides of supervision keep its log; whoever is neither is told that there is none. Those who look after people see
 * how often, never what about.
 */
@Component
public class HoldSupervision {
    private final People people;
    private final Companions companions;
    private final Supervisions supervisions;
    private final Staff staff;
    private final ChangePlan changePlan;

    HoldSupervision(
            People people, Companions companions, Supervisions supervisions, Staff staff, ChangePlan changePlan) {
        this.people = people;
        this.companions = companions;
        this.supervisions = supervisions;
        this.staff = staff;
        this.changePlan = changePlan;
    }

    /** Supervision as one of its two sides sees it. */
    public record View(Supervision supervision, Sides sides) {}

    public View read(Actor actor, SupervisionId id) {
        var supervision = supervisions.find(id).orElseThrow(Sides::notFound);
        var side = Sides.of(people.of(actor), supervision.person(), supervision.other());
        return new View(supervision, Sides.of(side, supervision.person(), supervision.other(), people));
    }

    /** One's own supervision by somebody; the one that is open already, if there is one. */
    @Transactional
    public SupervisionId startOwn(Actor actor, PersonId other, Kind kind, @Nullable LocalDate nextOn) {
        companions.chosen(actor, other);
        return start(actor, people.of(actor), other, Side.PERSON, kind, nextOn);
    }

    /** The supervision of somebody whose line manager one is. */
    @Transactional
    public SupervisionId startOf(Actor actor, PersonId person, Kind kind, @Nullable LocalDate nextOn) {
        companions.report(actor, person);
        return start(actor, person, people.of(actor), Side.OTHER, kind, nextOn);
    }

    private SupervisionId start(
            Actor actor, PersonId person, PersonId other, Side by, Kind kind, @Nullable LocalDate nextOn) {
        var added = supervisions.add(person, other, kind, nextOn);
        added.ifPresent(id -> companions.tell(
                by == Side.PERSON ? other : person,
                "/conversations/supervision/" + id,
                by == Side.PERSON ? "development.notice.supervision.asked" : "development.notice.supervision.invited",
                actor.name()));
        return added.or(() -> supervisions.open(person, other, kind)).orElseThrow();
    }

    /**
     * Adds a session to the log.
     *
     * @param note what one wants to keep of it, for the two alone
     * @param nextOn when they meet next; null when not set
     */
    @Transactional
    public void record(
            Actor actor,
            SupervisionId id,
            LocalDate on,
            Attendance attendance,
            int minutes,
            String note,
            @Nullable LocalDate nextOn) {
        var view = open(actor, id);
        supervisions.addSession(id, on, attendance, minutes, view.sides().side(), note);
        supervisions.setNext(id, nextOn);
        tell(actor, view, "development.notice.supervision.recorded", Companions.day(on));
    }

    /** Changes a session's facts and one's own note; the other side's note stays as it is. */
    @Transactional
    public void change(
            Actor actor,
            SupervisionId id,
            long session,
            LocalDate on,
            Attendance attendance,
            int minutes,
            String note) {
        var view = read(actor, id);
        var saved = view.supervision().session(session).orElseThrow(Sides::notFound);
        var mine = view.sides().side();
        var changed = new Session(
                session,
                on,
                attendance,
                minutes,
                mine == Side.PERSON ? note : saved.personNote(),
                mine == Side.OTHER ? note : saved.otherNote());
        if (!changed.equals(saved)) {
            supervisions.write(changed);
            tell(actor, view, "development.notice.supervision.changed", Companions.day(on));
        }
    }

    @Transactional
    public void arrange(Actor actor, SupervisionId id, LocalDate nextOn) {
        var view = open(actor, id);
        if (!Objects.equals(nextOn, view.supervision().nextOn())) {
            supervisions.setNext(id, nextOn);
            tell(actor, view, "development.notice.supervision.arranged", Companions.day(nextOn));
        }
    }

    /** Ends it; the log stays. */
    @Transactional
    public void end(Actor actor, SupervisionId id) {
        var view = open(actor, id);
        supervisions.end(id);
        tell(actor, view, "development.notice.supervision.ended");
    }

    /**
     * How somebody's people were supervised in the last twelve months.
     *
     * @param attended by person and kind; who has no supervision is missing
     */
    public record AttendanceOf(Staff.Found people, Map<PersonId, Map<Kind, Attended>> attended) {
        public @Nullable Attended of(PersonId person, Kind kind) {
            return attended.getOrDefault(person, Map.of()).get(kind);
        }
    }

    /** Days and counts of an organisation's people, as far as the insider sees them; never a word of the notes. */
    @Transactional(readOnly = true)
    public AttendanceOf attendance(Insider insider, int page) {
        if (insider.inView().nobody()) {
            throw Insiders.notFound();
        }
        var found = staff.find(insider, "", null, page);
        var today = changePlan.today();
        List<PersonId> ids =
                found.members().stream().map(member -> member.person()).toList();
        return new AttendanceOf(found, supervisions.attended(ids, today.minusYears(1), today));
    }

    private View open(Actor actor, SupervisionId id) {
        var view = read(actor, id);
        if (view.supervision().isOver()) {
            throw new Problem.Conflict("development.supervision.isOver");
        }
        return view;
    }

    private void tell(Actor actor, View view, String messageKey, String... more) {
        companions.tell(
                view.sides().them().id(), view.supervision().address(), messageKey, Companions.with(actor, more));
    }
}
