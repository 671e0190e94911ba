package org.espalier.portfolio.registration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.kernel.Problem;
import org.espalier.person.Membership;
import org.espalier.person.Memberships;
import org.espalier.person.People;
import org.espalier.portfolio.Today;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person keeps what their registrations ask for, besides the evidence in their portfolio. */
@Component
public class KeepRegistration {
    public static final int LONGEST_TEXT = 20_000;
    public static final int LONGEST_LINE = 200;

    private final People people;
    private final Memberships memberships;
    private final RuleSets ruleSets;
    private final OrganisationRules organisationRules;
    private final Registrations registrations;
    private final OwnWords words;
    private final Today today;

    KeepRegistration(
            People people,
            Memberships memberships,
            RuleSets ruleSets,
            OrganisationRules organisationRules,
            Registrations registrations,
            OwnWords words,
            Today today) {
        this.people = people;
        this.memberships = memberships;
        this.ruleSets = ruleSets;
        this.organisationRules = organisationRules;
        this.registrations = registrations;
        this.words = words;
        this.today = today;
    }

    /** The rule sets that a person can choose from today: the national ones, and those of where they belong. */
    public List<RuleSet> choices(Actor actor) {
        var organisations = memberships.of(people.of(actor)).stream()
                .map(Membership::organisation)
                .map(organisation -> organisation.id())
                .toList();
        return Stream.concat(
                        ruleSets.on(today.date()).stream(), organisationRules.on(today.date(), organisations).stream())
                .toList();
    }

    @Transactional
    public RegistrationId begin(Actor actor, String ruleSet, Registering registering) {
        var rules = choices(actor).stream()
                .filter(one -> one.id().equals(ruleSet))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("portfolio.registration.problem.noRules"));
        return registrations.add(people.of(actor), rules, registering);
    }

    @Transactional
    public void change(Actor actor, RegistrationId id, Registering registering) {
        var registration = registrations.get(people.of(actor), id);
        registrations.change(id, registration.cycleUntil(), registering);
    }

    /** Goes on to the next cycle; what was said for this one stays with it. */
    @Transactional
    public void moveOn(Actor actor, RegistrationId id) {
        var registration = registrations.get(people.of(actor), id);
        if (!registration.cycleUntil().isBefore(today.date())) {
            throw new Problem.Conflict("portfolio.registration.problem.cycleRuns");
        }
        var next = registration
                .cycleUntil()
                .plusDays(1)
                .plusMonths(registration.rules().cycleMonths())
                .minusDays(1);
        registrations.moveOn(id, next);
    }

    /** The person no longer holds it. Their evidence stays as it is. */
    @Transactional
    public void end(Actor actor, RegistrationId id) {
        registrations.end(registrations.get(people.of(actor), id).id());
    }

    /** What the person says about one thing that is asked of them, for the cycle they are in. */
    @Transactional
    public void say(Actor actor, RegistrationId id, String requirement, String text) {
        var registration = registrations.get(people.of(actor), id);
        if (registration.rules().requirements().stream()
                .noneMatch(one -> one instanceof Requirement.Statement statement
                        && statement.id().equals(requirement))) {
            throw Registrations.notFound();
        }
        tooLong(text, LONGEST_TEXT);
        words.say(id, registration.cycleUntil(), requirement, text.strip());
    }

    @Transactional
    public void explain(Actor actor, LocalDate from, LocalDate until, String text) {
        period(from, until);
        if (text.isBlank()) {
            throw new Problem.Invalid("portfolio.registration.problem.noWords");
        }
        tooLong(text, LONGEST_TEXT);
        words.explain(people.of(actor), from, until, text.strip());
    }

    @Transactional
    public void takeBackExplanation(Actor actor, long explanation) {
        if (!words.removeExplanation(people.of(actor), explanation)) {
            throw Registrations.notFound();
        }
    }

    @Transactional
    public void practise(Actor actor, LocalDate from, LocalDate until, BigDecimal hours, String setting, String work) {
        period(from, until);
        if (hours.signum() <= 0 || hours.compareTo(mostHours(from, until)) > 0) {
            throw new Problem.Invalid("portfolio.registration.problem.hours");
        }
        tooLong(setting, LONGEST_LINE);
        tooLong(work, LONGEST_LINE);
        words.practise(people.of(actor), from, until, hours, setting.strip(), work.strip());
    }

    /** As many hours as there are from one day to another. */
    public static BigDecimal mostHours(LocalDate from, LocalDate until) {
        return BigDecimal.valueOf(24).multiply(BigDecimal.valueOf(until.toEpochDay() - from.toEpochDay() + 1));
    }

    @Transactional
    public void removePractice(Actor actor, long period) {
        if (!words.removePractice(people.of(actor), period)) {
            throw Registrations.notFound();
        }
    }

    private static void period(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw new Problem.Invalid("portfolio.registration.problem.lastBeforeFirst");
        }
    }

    private static void tooLong(String text, int longest) {
        if (text.length() > longest) {
            throw new Problem.Invalid("portfolio.registration.problem.long", longest);
        }
    }
}
