package org.espalier.development;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.development.Objective.Action;
import org.espalier.development.Objective.Trace;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person writes their own development plan. Another person's objective is one that does not exist. */
@Component
public class ChangePlan {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final People people;
    private final Plans plans;
    private final Clock clock;

    ChangePlan(People people, Plans plans, Clock clock) {
        this.people = people;
        this.plans = plans;
        this.clock = clock;
    }

    /** The day it is where plans are made. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** One objective about all of these statements of one version. */
    @Transactional
    public ObjectiveId addTogether(Actor actor, VersionId version, String title, List<Statement> statements) {
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("An objective traces to at least one statement");
        }
        return plans.add(people.of(actor), title, traces(version, statements));
    }

    /** Adds statements of one version to an objective. */
    @Transactional
    public void addTo(Actor actor, ObjectiveId objective, VersionId version, List<Statement> statements) {
        plans.trace(mine(actor, objective).id(), traces(version, statements));
    }

    /** Saves what was written: the objective's own words and days, and those of its actions, in this order. */
    @Transactional
    public void save(Actor actor, Objective written) {
        var saved = mine(actor, written.id());
        var actions = new ArrayList<Action>();
        for (var action : written.actions()) {
            if (saved.action(action.id()).isPresent()) {
                actions.add(action);
            }
        }
        plans.write(new Objective(
                saved.id(),
                written.title(),
                written.reason(),
                written.support(),
                written.due(),
                written.completedOn(),
                saved.traces(),
                actions,
                written.notes().stream()
                        .filter(note -> saved.note(note.id()).isPresent())
                        .toList(),
                written.learning(),
                written.impact()));
    }

    @Transactional
    public ActionId addAction(Actor actor, ObjectiveId objective, String text) {
        return plans.addAction(mine(actor, objective).id(), text);
    }

    /** Adds an empty note on how it goes today. */
    @Transactional
    public NoteId addNote(Actor actor, ObjectiveId objective) {
        return plans.addNote(mine(actor, objective).id(), today());
    }

    /** Ticks an action off, or takes the tick back. */
    @Transactional
    public void setDone(Actor actor, ObjectiveId objective, ActionId action, boolean done) {
        var saved = mine(actor, objective);
        plans.write(new Objective(
                saved.id(),
                saved.title(),
                saved.reason(),
                saved.support(),
                saved.due(),
                saved.completedOn(),
                saved.traces(),
                saved.actions().stream()
                        .map(one -> one.id().equals(action) && one.isDone() != done
                                ? new Action(one.id(), one.text(), one.due(), done ? today() : null)
                                : one)
                        .toList(),
                saved.notes(),
                saved.learning(),
                saved.impact()));
    }

    /** Moves an objective one place up (-1) or down (1) among those that are as open as it is. */
    @Transactional
    public void move(Actor actor, ObjectiveId objective, int by) {
        var person = people.of(actor);
        var plan = plans.of(person);
        var moved = plan.objective(objective).orElseThrow(ChangePlan::noObjective);
        var beside = moved.isCompleted() ? plan.completed() : plan.open();
        var order = new ArrayList<>(plan.objectives());
        var to = beside.indexOf(moved) + by;
        if (to >= 0 && to < beside.size()) {
            Collections.swap(order, order.indexOf(moved), order.indexOf(beside.get(to)));
            plans.arrange(person, order.stream().map(Objective::id).toList());
        }
    }

    @Transactional
    public void remove(Actor actor, ObjectiveId objective) {
        setRemoved(actor, objective, true);
    }

    @Transactional
    public void bringBack(Actor actor, ObjectiveId objective) {
        setRemoved(actor, objective, false);
    }

    private void setRemoved(Actor actor, ObjectiveId objective, boolean removed) {
        if (!plans.setRemoved(people.of(actor), objective, removed)) {
            throw noObjective();
        }
    }

    @Transactional
    public void setRemoved(Actor actor, ObjectiveId objective, ActionId action, boolean removed) {
        plans.setRemoved(mine(actor, objective).id(), action, removed);
    }

    @Transactional
    public void setRemoved(Actor actor, ObjectiveId objective, NoteId note, boolean removed) {
        plans.setRemoved(mine(actor, objective).id(), note, removed);
    }

    /** Takes a statement from an objective or brings it back; the last one stays (PRODUCT.md, rule 22). */
    @Transactional
    public void setRemoved(Actor actor, ObjectiveId objective, StatementId statement, boolean removed) {
        var saved = mine(actor, objective);
        if (removed && saved.traces().size() < 2) {
            throw new Problem.Conflict("development.problem.lastExpectation");
        }
        plans.setRemoved(saved.id(), statement, removed);
    }

    private Objective mine(Actor actor, ObjectiveId objective) {
        return plans.find(people.of(actor), objective).orElseThrow(ChangePlan::noObjective);
    }

    private static Problem noObjective() {
        return new Problem.NotFound("development.problem.noObjective");
    }

    private static List<Trace> traces(VersionId version, List<Statement> statements) {
        return statements.stream()
                .map(statement -> new Trace(version, statement.id()))
                .toList();
    }
}
