package org.espalier.learning;

import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.kernel.Problem;
import org.espalier.learning.Offer.Details;
import org.espalier.learning.Offer.Status;
import org.espalier.organisation.Organisation;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An organisation says what can be learned with it: those who look after it, and its educators, keep that. */
@Component
public class KeepOffers {
    private final Providers providers;
    private final Offers offers;

    KeepOffers(Providers providers, Offers offers) {
        this.providers = providers;
        this.offers = offers;
    }

    /** What came of writing something down. */
    public sealed interface Result {
        record Saved(OfferId offer) implements Result {}

        /** Somebody else has saved it since it was opened. */
        record ChangedMeanwhile() implements Result {}

        /** Another of the provider's has this reference. */
        record ReferenceTaken() implements Result {}
    }

    /** What came of naming a provider. */
    public enum Naming {
        DONE,
        TAKEN
    }

    /** Whether somebody keeps what this organisation offers. */
    public static boolean mayKeep(Insider insider) {
        return insider.administers() || educatesAll(insider);
    }

    /** Whether somebody is an educator of the whole organisation. */
    public static boolean educatesAll(Insider insider) {
        return insider.authority().in(insider.organisation().id()).stream()
                .anyMatch(grant -> grant.role() == Role.EDUCATOR && grant.scope() instanceof Scope.WholeOrganisation);
    }

    /** Refuses whoever belongs to the organisation and does not keep what it offers. */
    public static void requireKeeper(Insider insider) {
        if (!mayKeep(insider)) {
            throw new Problem.Forbidden(
                    "learning.problem.keepers", insider.organisation().name());
        }
    }

    /** The provider for which this organisation speaks; one of its own name is made when it is first needed. */
    @Transactional
    public Provider provider(Organisation organisation) {
        return providers.of(organisation.id()).orElseGet(() -> {
            var name = organisation.name();
            for (var number = 2; providers.named(name).isPresent(); number++) {
                name = organisation.name() + " (" + number + ")";
            }
            return providers.add(name, organisation.id());
        });
    }

    /** Says who the provider is. */
    @Transactional
    public Naming describe(Insider insider, String name, String about, String link) {
        requireKeeper(insider);
        var provider = provider(insider.organisation());
        if (providers
                .named(name)
                .filter(other -> !other.id().equals(provider.id()))
                .isPresent()) {
            return Naming.TAKEN;
        }
        providers.write(provider.id(), name, about, link);
        return Naming.DONE;
    }

    /** Lets an organisation speak for a provider that only a framework named; false when either has another already. */
    @Transactional
    public boolean link(Actor administrator, Provider provider, Organisation organisation) {
        administrator.require(Role.ADMINISTRATOR);
        return providers.of(organisation.id()).isEmpty() && providers.link(provider.id(), organisation.id());
    }

    /** One of the organisation's own; not found for any other. */
    public Offer get(Insider insider, OfferId id) {
        requireKeeper(insider);
        var provider = providers.of(insider.organisation().id()).orElseThrow(Insiders::notFound);
        return offers.find(id)
                .filter(offer -> offer.provider().equals(provider.id()))
                .orElseThrow(Insiders::notFound);
    }

    /** Writes something new down. */
    @Transactional
    public Result add(Insider insider, String reference, Details details, Status status) {
        requireKeeper(insider);
        var provider = provider(insider.organisation());
        if (isTaken(provider, reference, null)) {
            return new Result.ReferenceTaken();
        }
        return new Result.Saved(offers.add(
                provider.id(), reference, details, status, insider.actor().account()));
    }

    /** Writes it anew, unless somebody has since this revision. */
    @Transactional
    public Result change(Insider insider, OfferId id, int revision, String reference, Details details, Status status) {
        var offer = get(insider, id);
        if (isTaken(provider(insider.organisation()), reference, offer)) {
            return new Result.ReferenceTaken();
        }
        return offers.write(
                        id,
                        revision,
                        reference,
                        details,
                        status,
                        insider.actor().account())
                ? new Result.Saved(id)
                : new Result.ChangedMeanwhile();
    }

    /** Makes it a draft again, shows it, or closes it; whatever it covers goes with it. */
    @Transactional
    public void move(Insider insider, OfferId id, Status status) {
        var offer = get(insider, id);
        if (status == Status.PUBLISHED
                && (offer.details().kind() == null || offer.details().summary().isEmpty())) {
            throw new Problem.Invalid("learning.problem.incomplete");
        }
        offers.write(
                id,
                offer.revision(),
                offer.reference(),
                offer.details(),
                status,
                insider.actor().account());
    }

    private boolean isTaken(Provider provider, String reference, @Nullable Offer but) {
        return !reference.isEmpty()
                && offers.of(provider.id()).stream()
                        .anyMatch(offer -> offer.reference().equalsIgnoreCase(reference)
                                && (but == null || !offer.id().equals(but.id())));
    }
}
