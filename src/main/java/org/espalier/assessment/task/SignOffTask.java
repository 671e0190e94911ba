package org.espalier.assessment.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.access.Authority;
import org.espalier.access.Notification;
import org.espalier.access.Role;
import org.espalier.assessment.request.Conflicts;
import org.espalier.kernel.Problem;
import org.espalier.organisation.Place;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.Memberships;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An organisation names its tasks; an assessor whose role reaches one signs people off for it, never themselves; what runs
 * out is said in time to both (PRODUCT.md, rule 11).
 */
@Component
public class SignOffTask {
    private static final ZoneId UK = ZoneId.of("Europe/London");

    private final Tasks tasks;
    private final Memberships memberships;
    private final Conflicts conflicts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignOffTask(
            Tasks tasks, Memberships memberships, Conflicts conflicts, ApplicationEventPublisher events, Clock clock) {
        this.tasks = tasks;
        this.memberships = memberships;
        this.conflicts = conflicts;
        this.events = events;
        this.clock = clock.withZone(UK);
    }

    /** Whether somebody may name tasks here: those who look after the organisation or its learning. */
    public static boolean mayName(Insider insider) {
        return insider.administers()
                || insider.authority().isIn(insider.organisation().id(), Role.EDUCATOR);
    }

    @Transactional
    public TaskId name(Insider insider, String name, String delegatedBy, @Nullable Integer months) {
        if (!mayName(insider)) {
            throw new Problem.Forbidden("assessment.problem.mayNotNameTasks");
        }
        if (name.isBlank() || delegatedBy.isBlank() || (months != null && months < 1)) {
            throw new Problem.Invalid("assessment.problem.task");
        }
        try {
            return tasks.add(
                    insider.organisation().id(),
                    name.strip(),
                    delegatedBy.strip(),
                    months,
                    insider.actor().account());
        } catch (DuplicateKeyException taken) {
            throw new Problem.Conflict("assessment.problem.taskTaken");
        }
    }

    /**
     * Those whom this assessor's role reaches for a task, by name.
     *
     * @param barred whom a conflict of interest keeps them from judging
     */
    public record Reachable(List<Person> free, List<Person> barred) {
        public Reachable {
            free = List.copyOf(free);
            barred = List.copyOf(barred);
        }
    }

    public Reachable reachable(Insider insider, Task task) {
        var people = tasks.people(insider.organisation().id());
        var ids = people.stream().map(Person::id).toList();
        var places = memberships.places(ids);
        var tooClose = conflicts.of(insider.actor().account(), ids);
        var reached = people.stream()
                .filter(person -> reaches(insider.authority(), task, person, places))
                .collect(Collectors.partitioningBy(person -> tooClose.contains(person.id())));
        return new Reachable(reached.getOrDefault(false, List.of()), reached.getOrDefault(true, List.of()));
    }

    private static boolean reaches(Authority authority, Task task, Person person, Map<PersonId, List<Place>> places) {
        var there = places.getOrDefault(person.id(), List.of()).stream()
                .filter(place -> place.organisation().equals(task.organisation()))
                .toList();
        return !person.account().equals(authority.account()) && authority.mayAssessTask(there, task.name());
    }

    /** All of them, or nobody. Having achieved a task counts from that day for as long as the task says. */
    @Transactional
    public void signOff(
            Insider insider, Task task, Collection<PersonId> people, TaskSignOff.Kind kind, LocalDate happenedOn) {
        if (people.isEmpty() || happenedOn.isAfter(LocalDate.now(clock))) {
            throw new Problem.Invalid("assessment.problem.taskSignOff");
        }
        var reachable = reachable(insider, task);
        if (reachable.barred().stream().anyMatch(person -> people.contains(person.id()))) {
            throw new Problem.Forbidden("assessment.problem.conflict");
        }
        var reached = reachable.free().stream()
                .filter(person -> people.contains(person.id()))
                .toList();
        if (reached.size() != people.size()) {
            throw new Problem.Forbidden("assessment.problem.taskOutOfReach");
        }
        var months = task.months();
        var until = kind == TaskSignOff.Kind.ACHIEVED && months != null
                ? happenedOn.plusMonths(months).minusDays(1)
                : null;
        tasks.signOff(task, people, kind, happenedOn, until, insider.actor().account());
        reached.forEach(person -> events.publishEvent(Notification.to(
                person.account(),
                "/me/tasks",
                "assessment.tell.task." + kind.slug(),
                insider.actor().name(),
                task.name())));
    }

    /** Takes one back with a reason, which the person is told. */
    @Transactional
    public void revoke(Insider insider, long id, String reason) {
        if (reason.isBlank()) {
            throw new Problem.Invalid("assessment.problem.noWords");
        }
        var signOff = tasks.signOff(id)
                .filter(one ->
                        one.task().organisation().equals(insider.organisation().id()))
                .orElseThrow(Insiders::notFound);
        if (reachable(insider, signOff.task()).free().stream().noneMatch(one -> one.equals(signOff.person()))) {
            throw new Problem.Forbidden("assessment.problem.taskOutOfReach");
        }
        if (!tasks.revoke(id, insider.actor().account(), reason.strip())) {
            throw new Problem.Conflict("assessment.problem.taskTakenBack");
        }
        events.publishEvent(Notification.to(
                signOff.person().account(),
                "/me/tasks",
                "assessment.tell.task.revoked",
                insider.actor().name(),
                signOff.task().name()));
    }

    @Scheduled(
            fixedDelayString = "${espalier.assessment.remind-every:PT1H}",
            initialDelayString = "${espalier.assessment.remind-after:PT1M}")
    @Transactional
    void remindToday() {
        remind(LocalDate.now(clock));
    }

    /** Tells both sides, once, of what runs out within a month of this day. */
    @Transactional
    public void remind(LocalDate today) {
        for (var signOff : tasks.remind(today.plusDays(TaskSignOff.SOON_DAYS))) {
            var day = String.valueOf(signOff.validUntil());
            events.publishEvent(Notification.to(
                    signOff.person().account(),
                    "/me/tasks",
                    "assessment.tell.task.runsOut",
                    signOff.task().name(),
                    day));
            events.publishEvent(Notification.to(
                    signOff.madeBy(),
                    "/assess/tasks",
                    "assessment.tell.task.runsOut.assessor",
                    signOff.person().name(),
                    signOff.task().name(),
                    day));
        }
    }
}
