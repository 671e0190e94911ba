package org.espalier.portfolio.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.espalier.portfolio.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person asks somebody with an account of their own to confirm a talk or the whole, and that one answers for themselves:
 * nobody types another's name, and nobody confirms their own (PRODUCT.md, rule 11). While a question is open, whoever was
 * asked sees how far the person is; that is what asking shares, and taking the question back ends it.
 */
@Component
public class AskToConfirm {
    /** Where somebody sees what others ask them. */
    public static final String ADDRESS = "/me/confirmations";

    public static final int LONGEST_MESSAGE = 2_000;

    private final People people;
    private final Registrations registrations;
    private final Renewals renewals;
    private final Attestations attestations;
    private final Today today;
    private final ApplicationEventPublisher events;

    AskToConfirm(
            People people,
            Registrations registrations,
            Renewals renewals,
            Attestations attestations,
            Today today,
            ApplicationEventPublisher events) {
        this.people = people;
        this.registrations = registrations;
        this.renewals = renewals;
        this.attestations = attestations;
        this.today = today;
        this.events = events;
    }

    @Transactional
    public AttestationId ask(Actor actor, RegistrationId id, String requirement, AccountId other, String message) {
        if (other.equals(actor.account())) {
            throw new Problem.Invalid("portfolio.registration.problem.ownConfirmation");
        }
        if (message.length() > LONGEST_MESSAGE) {
            throw new Problem.Invalid("portfolio.registration.problem.longMessage");
        }
        var registration = registrations.get(people.of(actor), id);
        var asked = attested(registration.rules(), requirement).orElseThrow(Registrations::notFound);
        var attestation = attestations.ask(registration, asked.id(), actor.account(), other, message.strip());
        tell(
                other,
                ADDRESS + "/" + attestation,
                "asked",
                actor.name(),
                registration.rules().title());
        return attestation;
    }

    @Transactional
    public void withdraw(Actor actor, RegistrationId id, AttestationId attestation) {
        var registration = registrations.get(people.of(actor), id);
        var asked = attestations.withdraw(id, attestation).orElseThrow(Registrations::notFound);
        tell(asked, ADDRESS, "withdrawn", actor.name(), registration.rules().title());
    }

    /** What others ask the actor, and asked them; the open ones first. */
    public List<Question> to(Actor actor) {
        var rows = attestations.askedOf(actor.account());
        var asked = registrations.all(
                rows.stream().map(Attestations.Row::registration).distinct().toList());
        var byId = asked.stream().collect(Collectors.toMap(Registration::id, one -> one));
        return rows.stream().flatMap(row -> question(row, byId).stream()).toList();
    }

    /**
     * One question, and how far the person is while it is open.
     *
     * @param renewal null once it is answered
     */
    public record Opened(Question question, @Nullable Renewal renewal) {}

    /** Not found for anybody who was not asked. */
    public Opened open(Actor actor, AttestationId id) {
        var row = row(actor, id);
        var registration = registrations.find(row.registration()).orElseThrow(AskToConfirm::notAsked);
        var question = question(row, Map.of(registration.id(), registration)).orElseThrow(AskToConfirm::notAsked);
        return new Opened(question, row.attestation().isOpen() ? renewals.of(row.owner(), registration) : null);
    }

    /** What somebody says when they confirm; see {@link Attestation.Answer.Given}. */
    public record Given(
            LocalDate heldOn, String capacity, @Nullable String registration, String words) {}

    @Transactional
    public void confirm(Actor actor, AttestationId id, Given given) {
        var opened = open(actor, id);
        var question = opened.question();
        if (given.heldOn().isAfter(today.date())
                || given.capacity().isBlank()
                || (question.asked().byRegistrant() && given.registration() == null)) {
            throw new Problem.Invalid("portfolio.registration.problem.confirmation");
        }
        if (!attestations.give(
                actor.account(), id, given.heldOn(), given.capacity(), given.registration(), given.words())) {
            throw answered();
        }
        tell(
                row(actor, id).from(),
                "/me/portfolio/registrations/" + question.registration().id(),
                "given",
                actor.name(),
                question.asked().title());
    }

    @Transactional
    public void decline(Actor actor, AttestationId id, String words) {
        var row = row(actor, id);
        var question = open(actor, id).question();
        if (!attestations.decline(actor.account(), id, words)) {
            throw answered();
        }
        tell(
                row.from(),
                "/me/portfolio/registrations/" + question.registration().id(),
                "declined",
                actor.name(),
                question.asked().title());
    }

    private void tell(AccountId to, String link, String what, String... arguments) {
        events.publishEvent(Notification.to(to, link, "portfolio.registration.told." + what, arguments));
    }

    private Attestations.Row row(Actor actor, AttestationId id) {
        return attestations.askedOf(actor.account(), id).orElseThrow(AskToConfirm::notAsked);
    }

    private static Optional<Question> question(Attestations.Row row, Map<RegistrationId, Registration> registrations) {
        return Optional.ofNullable(registrations.get(row.registration())).flatMap(registration -> attested(
                        registration.rules(), row.attestation().requirement())
                .map(asked -> new Question(row.owner(), row.fromName(), registration, asked, row.attestation())));
    }

    private static Optional<Requirement.Attested> attested(RuleSet rules, String requirement) {
        return rules.requirements().stream()
                .filter(Requirement.Attested.class::isInstance)
                .map(Requirement.Attested.class::cast)
                .filter(one -> one.id().equals(requirement))
                .findFirst();
    }

    private static Problem.NotFound notAsked() {
        return new Problem.NotFound("portfolio.registration.problem.noQuestion");
    }

    private static Problem.Conflict answered() {
        return new Problem.Conflict("portfolio.registration.problem.answered");
    }
}
