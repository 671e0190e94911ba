package org.espalier.assessment.attestation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.assessment.attestation.Attestation.Move;
import org.espalier.assessment.attestation.Attestation.State;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A learner says something and signs it, others sign it too or decline with a reason, each from their own account. Everybody
 * whom a step concerns is told of it. When all have signed, it stays as it is.
 */
@Component
public class AttestTogether {
    /** The longest title that is taken. */
    public static final int LONGEST_TITLE = 200;

    private final JointAttestations attestations;
    private final Signatories signatories;
    private final People people;
    private final ApplicationEventPublisher events;

    AttestTogether(
            JointAttestations attestations, Signatories signatories, People people, ApplicationEventPublisher events) {
        this.attestations = attestations;
        this.signatories = signatories;
        this.people = people;
        this.events = events;
    }

    /** Begins one, which the learner signs by doing so, and asks these others. */
    @Transactional
    public AttestationId begin(Actor actor, String title, String words, Map<Part.Role, AccountId> asked) {
        if (title.isBlank() || title.length() > LONGEST_TITLE || words.isBlank()) {
            throw new Problem.Invalid("assessment.problem.attestation");
        }
        if (asked.isEmpty()
                || asked.containsKey(Part.Role.LEARNER)
                || new HashSet<>(asked.values()).size() < asked.size()) {
            throw new Problem.Invalid("assessment.problem.attestationWho");
        }
        var learner = learner(actor);
        var chosen = new LinkedHashMap<Part.Role, Signatory>();
        asked.forEach((role, account) -> chosen.put(role, chosen(learner, account)));
        var id = attestations.add(learner.id(), title.strip(), words.strip());
        var own = attestations.ask(id, Part.Role.LEARNER, new Signatory(actor.account(), actor.name(), ""), "");
        attestations.sign(own, actor.name());
        chosen.forEach((role, signatory) -> {
            attestations.ask(id, role, signatory, "");
            tell(signatory.account(), id, "asked", actor.name(), title.strip());
        });
        return id;
    }

    private Signatory chosen(Person learner, AccountId account) {
        return signatories
                .chosen(learner, account)
                .orElseThrow(() -> new Problem.NotFound("assessment.problem.attestationNobody"));
    }

    @Transactional
    public void sign(Actor actor, AttestationId id) {
        var attestation = take(actor, id, Move.SIGN);
        var part = asked(actor, attestation);
        if (part.isSigned()) {
            throw notNow(attestation);
        }
        if (signatories.isBarred(attestation.learner(), actor.account())) {
            throw new Problem.Forbidden("assessment.problem.conflictSigning");
        }
        attestations.sign(part.id(), actor.name());
        if (attestations.find(id).orElseThrow().state() == State.COMPLETE) {
            attestations.complete(id);
            attestation.inForce().stream()
                    .filter(one -> !one.account().equals(actor.account()))
                    .forEach(one -> tell(one.account(), id, "complete", actor.name(), attestation.title()));
        } else {
            tell(attestation.learner().account(), id, "signed", actor.name(), attestation.title());
        }
    }

    /** Says no, with a reason that the learner reads and can answer (PRODUCT.md, rule 12). */
    @Transactional
    public void decline(Actor actor, AttestationId id, String reason) {
        if (reason.isBlank()) {
            throw new Problem.Invalid("assessment.problem.noWords");
        }
        var attestation = take(actor, id, Move.DECLINE);
        var part = asked(actor, attestation);
        if (part.answer() != null) {
            throw notNow(attestation);
        }
        attestations.decline(part.id(), reason.strip());
        tell(attestation.learner().account(), id, "declined", actor.name(), attestation.title());
    }

    /** Asks again for what was declined: the same person, or somebody else. */
    @Transactional
    public void askAgain(Actor actor, AttestationId id, long declined, AccountId account, String words) {
        var attestation = takeOwn(actor, id, Move.ASK_AGAIN);
        var part = attestation.inForce().stream()
                .filter(one -> one.id() == declined && one.isDeclined())
                .findFirst()
                .orElseThrow(() -> notNow(attestation));
        if (attestation.inForce().stream()
                .anyMatch(one -> one.id() != declined && one.account().equals(account))) {
            throw new Problem.Invalid("assessment.problem.attestationWho");
        }
        var signatory = chosen(learner(actor), account);
        attestations.replace(part.id());
        attestations.ask(id, part.role(), signatory, words.strip());
        tell(account, id, account.equals(part.account()) ? "askedAgain" : "asked", actor.name(), attestation.title());
    }

    /** Nobody is to sign it any more. */
    @Transactional
    public void withdraw(Actor actor, AttestationId id) {
        var attestation = takeOwn(actor, id, Move.WITHDRAW);
        attestations.withdraw(id);
        attestation.inForce().stream()
                .filter(part -> part.role() != Part.Role.LEARNER)
                .forEach(part -> tell(part.account(), id, "withdrawn", actor.name(), attestation.title()));
    }

    private void tell(AccountId to, AttestationId id, String what, String who, String title) {
        events.publishEvent(
                Notification.to(to, "/attestations/" + id, "assessment.tell.attestation." + what, who, title));
    }

    private Person learner(Actor actor) {
        return new Person(people.of(actor), actor.account(), actor.name());
    }

    private Attestation takeOwn(Actor actor, AttestationId id, Move move) {
        var attestation = take(actor, id, move);
        if (!attestation.learner().account().equals(actor.account())) {
            throw new Problem.Forbidden("assessment.problem.attestationNotYours");
        }
        return attestation;
    }

    private Attestation take(Actor actor, AttestationId id, Move move) {
        var attestation = attestations
                .lock(id)
                .filter(one -> one.concerns(actor.account()))
                .orElseThrow(AttestTogether::notFound);
        if (!attestation.state().allows(move)) {
            throw notNow(attestation);
        }
        return attestation;
    }

    private static Part asked(Actor actor, Attestation attestation) {
        return attestation
                .askedOf(actor.account())
                .orElseThrow(() -> new Problem.Forbidden("assessment.problem.attestationNotAsked"));
    }

    private static Problem.Conflict notNow(Attestation attestation) {
        return new Problem.Conflict(
                "assessment.problem.attestation." + attestation.state().slug());
    }

    /** What everybody is told whom it does not concern. */
    public static Problem.NotFound notFound() {
        return new Problem.NotFound("assessment.problem.noAttestation");
    }
}
