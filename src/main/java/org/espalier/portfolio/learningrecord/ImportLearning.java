package org.espalier.portfolio.learningrecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.kernel.Problem;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.Insider;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.espalier.portfolio.Today;
import org.espalier.portfolio.learningrecord.LearningPlan.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person brings in a file of their own mandatory learning, or an administrator one of their organisation's people by staff
 * number. A plan says row by row what would happen; carrying it out plans afresh, and does all of it or nothing.
 */
@Component
public class ImportLearning {
    /** Where a person sees their own. */
    public static final String ADDRESS = "/me/portfolio/mandatory-learning";

    private final People people;
    private final Memberships memberships;
    private final MandatoryLearning learning;
    private final Today today;
    private final ApplicationEventPublisher events;

    ImportLearning(
            People people,
            Memberships memberships,
            MandatoryLearning learning,
            Today today,
            ApplicationEventPublisher events) {
        this.people = people;
        this.memberships = memberships;
        this.learning = learning;
        this.today = today;
        this.events = events;
    }

    public LearningPlan plan(Actor actor, byte[] file) {
        var self = new Person(people.of(actor), actor.account(), actor.name());
        return plan(null, LearningFile.read(file, false, today.date()), Map.of("", self));
    }

    public LearningPlan plan(Insider insider, byte[] file) {
        insider.requireAdministrator();
        var organisation = insider.organisation().id();
        var read = LearningFile.read(file, true, today.date());
        return plan(organisation, read, colleagues(organisation, read));
    }

    /** Does what {@link #plan(Actor, byte[])} says. */
    @Transactional
    public void carryOut(Actor actor, byte[] file) {
        if (!(plan(actor, file) instanceof LearningPlan.Rows rows) || !rows.possible()) {
            throw impossible();
        }
        learning.write(null, actor.account(), changes(rows));
    }

    /** Does what {@link #plan(Insider, byte[])} says, and tells everybody for whom something changed. */
    @Transactional
    public void carryOut(Insider insider, byte[] file) {
        insider.requireAdministrator();
        var organisation = insider.organisation();
        var read = LearningFile.read(file, true, today.date());
        var colleagues = colleagues(organisation.id(), read);
        if (!(plan(organisation.id(), read, colleagues) instanceof LearningPlan.Rows rows) || !rows.possible()) {
            throw impossible();
        }
        var changes = changes(rows);
        learning.write(organisation.id(), insider.actor().account(), changes);
        var changed =
                changes.stream().collect(Collectors.groupingBy(MandatoryLearning.Of::person, Collectors.counting()));
        colleagues.values().stream()
                .distinct()
                .filter(colleague -> changed.containsKey(colleague.id()))
                .forEach(colleague -> events.publishEvent(Notification.to(
                        colleague.account(),
                        ADDRESS,
                        "portfolio.learning.told",
                        organisation.name(),
                        String.valueOf(changed.get(colleague.id())))));
    }

    /** Takes away, or brings back, something that the person brought in themselves. */
    @Transactional
    public void remove(Actor actor, long id, boolean removed) {
        if (!learning.remove(people.of(actor), id, removed)) {
            throw new Problem.NotFound("portfolio.problem.noLearning");
        }
    }

    private static Problem.Conflict impossible() {
        return new Problem.Conflict("portfolio.problem.learningChanged");
    }

    private Map<String, Person> colleagues(OrganisationId organisation, LearningFile.Read read) {
        return read instanceof LearningFile.Read.Rows(var rows)
                ? memberships.byStaffNumber(
                        organisation,
                        rows.stream()
                                .map(row -> upper(row.staffNumber()))
                                .distinct()
                                .toList())
                : Map.of();
    }

    private LearningPlan plan(
            @Nullable OrganisationId organisation, LearningFile.Read read, Map<String, Person> byNumber) {
        return switch (read) {
            case LearningFile.Read.Unreadable(var problem) -> new LearningPlan.Unreadable(problem);
            case LearningFile.Read.Rows(var rows) -> {
                var known = learning.from(
                        organisation,
                        byNumber.values().stream().map(Person::id).distinct().toList());
                var seen = new HashMap<PersonId, Map<MandatoryItem.Key, Long>>();
                var planned = new ArrayList<LearningPlan.Row>();
                for (var row : rows) {
                    planned.add(
                            planned(row, byNumber.get(upper(row.staffNumber())), organisation != null, known, seen));
                }
                yield new LearningPlan.Rows(planned);
            }
        };
    }

    private static LearningPlan.Row planned(
            LearningFile.Row row,
            @Nullable Person whose,
            boolean named,
            Map<PersonId, Map<MandatoryItem.Key, MandatoryItem>> known,
            Map<PersonId, Map<MandatoryItem.Key, Long>> seen) {
        var name = named && whose != null ? whose.name() : "";
        var item = row.item();
        if (item == null || whose == null) {
            var problem = item == null ? row.problem() : ImportProblem.of("staff-number.unknown", row.staffNumber());
            return new LearningPlan.Row(
                    row.number(), name, whose == null ? null : whose.id(), row.raw(), item, Outcome.PROBLEM, problem);
        }
        var before = seen.computeIfAbsent(whose.id(), first -> new HashMap<>()).putIfAbsent(item.key(), row.number());
        if (before != null) {
            return new LearningPlan.Row(
                    row.number(),
                    name,
                    whose.id(),
                    row.raw(),
                    item,
                    Outcome.PROBLEM,
                    ImportProblem.of("twice", before));
        }
        var here = known.getOrDefault(whose.id(), Map.of()).get(item.key());
        var outcome = here == null ? Outcome.ADDED : here.equals(item) ? Outcome.SAME : Outcome.CHANGED;
        return new LearningPlan.Row(row.number(), name, whose.id(), row.raw(), item, outcome, null);
    }

    private static List<MandatoryLearning.Of> changes(LearningPlan.Rows rows) {
        var changes = new ArrayList<MandatoryLearning.Of>();
        for (var row : rows.rows()) {
            var isChange = row.outcome() == Outcome.ADDED || row.outcome() == Outcome.CHANGED;
            if (isChange && row.person() != null && row.item() != null) {
                changes.add(new MandatoryLearning.Of(row.person(), row.item()));
            }
        }
        return changes;
    }

    private static String upper(String staffNumber) {
        return staffNumber.toUpperCase(Locale.ROOT);
    }
}
