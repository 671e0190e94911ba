package org.espalier.development.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.development.ChangePlan;
import org.espalier.development.PlanViews;
import org.espalier.development.conversation.Stage.Step;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two sides of an appraisal take its steps; whoever is neither is told that there is none. Each step that the other side
 * should know of tells them.
 */
@Component
public class HoldAppraisal {
    private final People people;
    private final Companions companions;
    private final Appraisals appraisals;
    private final PlanViews plans;
    private final ChangePlan changePlan;
    private final Clock clock;

    HoldAppraisal(
            People people,
            Companions companions,
            Appraisals appraisals,
            PlanViews plans,
            ChangePlan changePlan,
            Clock clock) {
        this.people = people;
        this.companions = companions;
        this.appraisals = appraisals;
        this.plans = plans;
        this.changePlan = changePlan;
        this.clock = clock;
    }

    /** What came of writing or signing the record. */
    public sealed interface Result {}

    /** Done; {@code tookAway} says that it cost a signature. */
    public record Done(boolean tookAway) implements Result {}

    /** The other side changed the record in the meantime; nothing was done. */
    public record ChangedMeanwhile() implements Result {}

    /** One's own appraisal with this other side; the one that is open already, if there is one. */
    @Transactional
    public AppraisalId startOwn(Actor actor, PersonId other, @Nullable LocalDate meetingOn) {
        companions.chosen(actor, other);
        return start(actor, people.of(actor), other, Side.PERSON, meetingOn);
    }

    /** The appraisal of somebody whose line manager one is. */
    @Transactional
    public AppraisalId startOf(Actor actor, PersonId person, @Nullable LocalDate meetingOn) {
        companions.report(actor, person);
        return start(actor, person, people.of(actor), Side.OTHER, meetingOn);
    }

    private AppraisalId start(Actor actor, PersonId person, PersonId other, Side by, @Nullable LocalDate meetingOn) {
        var added = appraisals.add(person, other, by, meetingOn, clock.instant());
        added.ifPresent(id -> companions.tell(
                by == Side.PERSON ? other : person,
                path(id),
                by == Side.PERSON ? "development.notice.appraisal.asked" : "development.notice.appraisal.invited",
                actor.name()));
        return added.or(() -> appraisals.open(person, other)).orElseThrow();
    }

    /** Saves one's own words; they stay one's own until shown. */
    @Transactional
    public void prepare(Actor actor, AppraisalId id, String wentWell, String wasHard, String next) {
        var taken = take(actor, id, Step.PREPARE);
        var before = taken.appraisal.preparation(taken.side);
        taken.put(new Preparation(wentWell, wasHard, next, before.shownAt())).save();
    }

    /** Shows one's own words to the other side; the person's plan goes with theirs. */
    @Transactional
    public void show(Actor actor, AppraisalId id) {
        var taken = take(actor, id, Step.SHOW);
        if (!taken.appraisal.preparation(taken.side).isShown()) {
            taken.show().save();
            taken.tell("development.notice.appraisal.shown");
        }
    }

    @Transactional
    public void arrange(Actor actor, AppraisalId id, LocalDate meetingOn) {
        var taken = take(actor, id, Step.ARRANGE);
        var before = taken.appraisal.agreement();
        if (!meetingOn.equals(before.metOn())) {
            taken.agreement = new Agreement(
                    meetingOn, before.lookingBack(), before.lookingAhead(), before.support(), before.nextBy());
            taken.save();
            taken.tell("development.notice.appraisal.arranged", Companions.day(meetingOn));
        }
    }

    /** Begins the meeting, and shows one's own words. */
    @Transactional
    public void open(Actor actor, AppraisalId id) {
        var taken = take(actor, id, Step.OPEN);
        taken.show();
        var before = taken.agreement;
        if (before.metOn() == null || before.metOn().isAfter(changePlan.today())) {
            taken.agreement = new Agreement(
                    changePlan.today(), before.lookingBack(), before.lookingAhead(), before.support(), before.nextBy());
        }
        taken.save();
        taken.tell("development.notice.appraisal.opened");
    }

    /**
     * Writes the record. A signature under other words is taken away.
     *
     * @param seen the revision that the writer's words build on
     */
    @Transactional
    public Result write(Actor actor, AppraisalId id, Agreement agreement, int seen) {
        var taken = take(actor, id, Step.WRITE);
        if (taken.appraisal.isChangedFor(taken.side, seen)) {
            return new ChangedMeanwhile();
        }
        if (agreement.equals(taken.appraisal.agreement())) {
            return new Done(false);
        }
        var tookAway = taken.loseSignatures();
        taken.agreement = agreement;
        taken.revisions.put(taken.side, taken.appraisal.revision() + 1);
        taken.save();
        if (tookAway) {
            taken.tell("development.notice.appraisal.signatureLost");
        }
        return new Done(tookAway);
    }

    /** Tells the other side that there is something new to read in the record. */
    @Transactional
    public void written(Actor actor, AppraisalId id) {
        take(actor, id, Step.WRITE).tell("development.notice.appraisal.written");
    }

    /**
     * Signs the record as it is; the first signature keeps it, with the person's plan, and the second agrees to the same.
     *
     * @param seen the revision that the signer has read
     */
    @Transactional
    public Result sign(Actor actor, AppraisalId id, int seen) {
        var taken = take(actor, id, Step.SIGN);
        if (taken.appraisal.isChangedFor(taken.side, seen)) {
            return new ChangedMeanwhile();
        }
        if (!taken.appraisal.maySign(taken.side)) {
            throw new Problem.Conflict("development.appraisal.cannotSign");
        }
        if (taken.appraisal.signatures().isEmpty()) {
            appraisals.keep(id, snapshot(taken.appraisal));
        }
        taken.signatures.put(taken.side, clock.instant());
        taken.save();
        taken.tell(
                taken.stage == Stage.AGREED
                        ? "development.notice.appraisal.agreed"
                        : "development.notice.appraisal.signed");
        return new Done(false);
    }

    /** Takes one's own signature away. */
    @Transactional
    public void takeBack(Actor actor, AppraisalId id) {
        var taken = take(actor, id, Step.TAKE_BACK);
        if (!taken.appraisal.hasSigned(taken.side)) {
            throw notNow();
        }
        taken.loseSignatures();
        taken.save();
        taken.tell("development.notice.appraisal.takenBack");
    }

    /**
     * Lets the record take in the person's plan as it is now, which takes the signature under the former one away. Either
     * side may.
     */
    @Transactional
    public void renewPlan(Actor actor, AppraisalId id) {
        var taken = take(actor, id, Step.WRITE);
        if (taken.loseSignatures()) {
            taken.save();
            taken.tell("development.notice.appraisal.signatureLost");
        }
    }

    @Transactional
    public void callOff(Actor actor, AppraisalId id) {
        var taken = take(actor, id, Step.CALL_OFF);
        taken.loseSignatures();
        taken.save();
        taken.tell("development.notice.appraisal.calledOff");
    }

    private Snapshot snapshot(Appraisal appraisal) {
        var names = people.find(List.of(appraisal.person(), appraisal.other()));
        return new Snapshot(
                name(names, appraisal.person()),
                name(names, appraisal.other()),
                appraisal.agreement(),
                ObjectiveShown.all(plans.of(appraisal.person())),
                clock.instant());
    }

    private static String name(Map<PersonId, Person> people, PersonId id) {
        var person = people.get(id);
        return person == null ? "" : person.name();
    }

    private Taken take(Actor actor, AppraisalId id, Step step) {
        var appraisal = appraisals.lock(id).orElseThrow(HoldAppraisal::notFound);
        var side = appraisal.sideOf(people.of(actor)).orElseThrow(HoldAppraisal::notFound);
        return new Taken(actor, appraisal, side, appraisal.stage().after(step).orElseThrow(HoldAppraisal::notNow));
    }

    static Problem notFound() {
        return new Problem.NotFound("development.appraisal.notFound");
    }

    private static Problem notNow() {
        return new Problem.Conflict("development.appraisal.notNow");
    }

    static String path(AppraisalId id) {
        return "/conversations/appraisals/" + id;
    }

    /** An appraisal while one side takes a step. */
    private final class Taken {
        private final Actor actor;
        private final Appraisal appraisal;
        private final Side side;
        private final Stage stage;
        private final Map<Side, Preparation> preparations;
        private final Map<Side, Integer> revisions;
        private final Map<Side, Instant> signatures = new EnumMap<>(Side.class);
        private Agreement agreement;

        Taken(Actor actor, Appraisal appraisal, Side side, Stage stage) {
            this.actor = actor;
            this.appraisal = appraisal;
            this.side = side;
            this.stage = stage;
            this.preparations = new EnumMap<>(appraisal.preparations());
            this.revisions = new EnumMap<>(appraisal.revisions());
            this.signatures.putAll(appraisal.signatures());
            this.agreement = appraisal.agreement();
        }

        Taken put(Preparation preparation) {
            preparations.put(side, preparation);
            return this;
        }

        Taken show() {
            return put(appraisal.preparation(side).shown(clock.instant()));
        }

        boolean loseSignatures() {
            var had = !signatures.isEmpty();
            if (had) {
                signatures.clear();
                appraisals.dropSnapshot(appraisal.id());
            }
            return had;
        }

        void save() {
            appraisals.write(new Appraisal(
                    appraisal.id(),
                    appraisal.person(),
                    appraisal.other(),
                    appraisal.startedBy(),
                    appraisal.startedAt(),
                    stage,
                    preparations,
                    agreement,
                    revisions,
                    signatures,
                    stage.isOver() ? clock.instant() : null));
        }

        void tell(String messageKey, String... more) {
            companions.tell(
                    appraisal.at(side.opposite()), path(appraisal.id()), messageKey, Companions.with(actor, more));
        }
    }
}
