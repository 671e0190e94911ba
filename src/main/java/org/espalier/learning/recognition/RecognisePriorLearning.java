package org.espalier.learning.recognition;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.access.Grant;
import org.espalier.access.Grants;
import org.espalier.access.Notification;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.kernel.Problem;
import org.espalier.learning.KeepOffers;
import org.espalier.learning.Offer;
import org.espalier.learning.Provider;
import org.espalier.learning.Providers;
import org.espalier.learning.recognition.Recognition.State;
import org.espalier.organisation.Organisations;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.People;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.Portfolios;
import org.espalier.portfolio.ShareEvidence;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person asks, the provider's educators decide, once. Evidence goes along as shares of the person's portfolio, which end
 * with the request; educators who come later take it over, and the person is told. Nobody decides about themselves
 * (PRODUCT.md, rule 11).
 */
@Component
public class RecognisePriorLearning {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int SHARED_FOR_MONTHS = 3;
    private static final String MINE = "/me/recognition";

    private final Recognitions recognitions;
    private final Providers providers;
    private final Organisations organisations;
    private final People people;
    private final Grants grants;
    private final Portfolios portfolios;
    private final ShareEvidence shareEvidence;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RecognisePriorLearning(
            Recognitions recognitions,
            Providers providers,
            Organisations organisations,
            People people,
            Grants grants,
            Portfolios portfolios,
            ShareEvidence shareEvidence,
            Clock clock,
            ApplicationEventPublisher events) {
        this.recognitions = recognitions;
        this.providers = providers;
        this.organisations = organisations;
        this.people = people;
        this.grants = grants;
        this.portfolios = portfolios;
        this.shareEvidence = shareEvidence;
        this.clock = clock;
        this.events = events;
    }

    /** Who would decide what this person asks of a provider; empty when nobody does. */
    public List<AccountId> deciders(Actor actor, Provider provider) {
        var organisation = provider.organisation();
        return organisation == null
                ? List.of()
                : grants.inForce(organisation, Role.EDUCATOR).stream()
                        .filter(grant -> grant.scope() instanceof Scope.WholeOrganisation)
                        .map(Grant::account)
                        .filter(account -> !account.equals(actor.account()))
                        .distinct()
                        .toList();
    }

    /** What somebody has asked, the latest first. */
    public List<Recognition> mine(Actor actor) {
        return recognitions.of(people.of(actor));
    }

    /** One of somebody's own requests. */
    public Recognition mine(Actor actor, RecognitionId id) {
        return recognitions
                .find(id)
                .filter(one -> one.person().account().equals(actor.account()))
                .orElseThrow(RecognisePriorLearning::notFound);
    }

    /**
     * Asks, and shows the evidence to all who may decide.
     *
     * @param offer one of the provider's, towards which it is to count; null for none
     * @param evidence one of the person's own or more
     * @param purpose what the shares are for, up to 200 characters
     */
    @Transactional
    public RecognitionId ask(
            Actor actor,
            Provider provider,
            @Nullable Offer offer,
            String askedFor,
            String words,
            Collection<EvidenceId> evidence,
            String purpose) {
        var deciders = deciders(actor, provider);
        if (deciders.isEmpty()) {
            throw new Problem.Conflict("learning.problem.nobodyDecides");
        }
        var items = List.copyOf(new LinkedHashSet<>(evidence));
        if (askedFor.isBlank()
                || items.isEmpty()
                || (offer != null && !offer.provider().equals(provider.id()))) {
            throw new Problem.Invalid("learning.problem.recognitionIncomplete");
        }
        var person = people.of(actor);
        var id = recognitions.add(person, provider.id(), offer == null ? null : offer.id(), askedFor, words);
        recognitions.evidence(
                id,
                items.stream()
                        .map(item -> new Recognition.Evidence(
                                item, portfolios.get(person, item).content().title()))
                        .toList());
        var until = LocalDate.ofInstant(clock.instant(), HERE).plusMonths(SHARED_FOR_MONTHS);
        for (var decider : deciders) {
            recognitions.shared(id, shareEvidence.shareAlong(actor, items, decider, purpose, until));
            events.publishEvent(Notification.to(
                    decider,
                    address(provider) + "/" + id,
                    "learning.notice.recognition.asked",
                    actor.name(),
                    askedFor));
        }
        return id;
    }

    private String address(Provider provider) {
        return organisations.all().stream()
                .filter(organisation -> organisation.id().equals(provider.organisation()))
                .findFirst()
                .map(organisation -> organisation.address() + "/learning/recognition")
                .orElseThrow();
    }

    /** Takes a request back, and the evidence with it. */
    @Transactional
    public void withdraw(Actor actor, RecognitionId id) {
        var request = mine(actor, id);
        end(request, State.WITHDRAWN, null, null, "");
    }

    /** What the organisation was asked, for its educators. */
    public List<Recognition> asked(Insider insider) {
        requireEducator(insider);
        return providers
                .of(insider.organisation().id())
                .map(provider -> recognitions.by(provider.id()))
                .orElse(List.of());
    }

    /** One request that the organisation was asked. */
    public Recognition asked(Insider insider, RecognitionId id) {
        requireEducator(insider);
        var provider = providers.of(insider.organisation().id()).orElseThrow(RecognisePriorLearning::notFound);
        return recognitions
                .find(id)
                .filter(one -> one.provider().equals(provider.id()) && one.state() != State.WITHDRAWN)
                .orElseThrow(RecognisePriorLearning::notFound);
    }

    /** Whether somebody may decide: an educator of the whole provider, but not the one who asks. */
    public boolean mayDecide(Insider insider, Recognition request) {
        return KeepOffers.educatesAll(insider)
                && request.isOpen()
                && !request.person().account().equals(insider.actor().account());
    }

    /** The evidence that the actor can open. */
    public List<EvidenceId> openTo(Insider insider, Recognition request) {
        return recognitions.open(request.id(), insider.actor().account());
    }

    /** Lets an educator who came later open the evidence, too. */
    @Transactional
    public void takeOver(Insider insider, RecognitionId id) {
        var request = asked(insider, id);
        requireDecider(insider, request);
        if (openTo(insider, request).isEmpty()) {
            var copies = shareEvidence.handOver(
                    recognitions.shares(id), insider.actor().account());
            recognitions.shared(id, copies.values());
            tell(request, "learning.notice.recognition.takenOver", insider);
        }
    }

    /**
     * Records what the provider recognises.
     *
     * @param credits null when it names no number
     * @param what in the provider's words
     */
    @Transactional
    public void recognise(Insider insider, RecognitionId id, @Nullable BigDecimal credits, String what) {
        decide(insider, id, State.RECOGNISED, credits, what, "learning.notice.recognition.recognised");
    }

    /** Records that it does not, and why. */
    @Transactional
    public void decline(Insider insider, RecognitionId id, String reason) {
        decide(insider, id, State.DECLINED, null, reason, "learning.notice.recognition.declined");
    }

    private void decide(
            Insider insider,
            RecognitionId id,
            State state,
            @Nullable BigDecimal credits,
            String decision,
            String messageKey) {
        var request = asked(insider, id);
        requireDecider(insider, request);
        if (decision.isBlank()) {
            throw new Problem.Invalid("learning.problem.recognitionIncomplete");
        }
        end(request, state, insider.actor().account(), credits, decision.strip());
        tell(request, messageKey, insider);
    }

    private void end(
            Recognition request, State state, @Nullable AccountId by, @Nullable BigDecimal credits, String decision) {
        if (!recognitions.end(request.id(), state, by, credits, decision)) {
            throw new Problem.Conflict("learning.problem.recognitionOver");
        }
        shareEvidence.end(recognitions.shares(request.id()));
    }

    private void tell(Recognition request, String messageKey, Insider insider) {
        events.publishEvent(Notification.to(
                request.person().account(),
                MINE + "/" + request.id(),
                messageKey,
                insider.organisation().name(),
                request.askedFor()));
    }

    private void requireDecider(Insider insider, Recognition request) {
        if (!request.isOpen()) {
            throw new Problem.Conflict("learning.problem.recognitionOver");
        }
        if (!mayDecide(insider, request)) {
            throw new Problem.Forbidden("learning.problem.ownRecognition");
        }
    }

    private static void requireEducator(Insider insider) {
        if (!KeepOffers.educatesAll(insider)) {
            throw Insiders.notFound();
        }
    }

    private static Problem notFound() {
        return new Problem.NotFound("learning.problem.noRecognition");
    }
}
