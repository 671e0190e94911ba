package org.espalier.learning;

import java.util.ArrayList;
import java.util.List;
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
        var id = offers.numbers(1).getFirst();
        var added = offers.add(
                provider.id(),
                List.of(new Offers.Written(id, 0, reference, details, status)),
                insider.actor().account());
        return added == 1 ? new Result.Saved(id) : new Result.ReferenceTaken();
    }

    /**
     * Something that comes in with others.
     *
     * @param before what it takes the place of; null when it is new
     */
    public record Incoming(@Nullable Offer before, String reference, Details details, Status status) {}

    /**
     * Writes all of these down, in a handful of SQL statements however many they are.
     *
     * @throws Problem.Conflict when somebody has written one of them in the meantime; nothing is written then
     */
    @Transactional
    public void bringIn(Insider insider, List<Incoming> all) {
        requireKeeper(insider);
        var provider = provider(insider.organisation());
        var by = insider.actor().account();
        var changed = new ArrayList<Offers.Written>();
        var added = new ArrayList<Offers.Written>();
        var numbers = offers.numbers(all.size()).iterator();
        for (var one : all) {
            var before = one.before();
            if (before == null) {
                added.add(new Offers.Written(numbers.next(), 0, one.reference(), one.details(), one.status()));
            } else if (before.provider().equals(provider.id())) {
                changed.add(new Offers.Written(
                        before.id(), before.revision(), one.reference(), one.details(), one.status()));
            } else {
                throw Insiders.notFound();
            }
        }
        if ((!changed.isEmpty() && offers.write(changed, by) != changed.size())
                || (!added.isEmpty() && offers.add(provider.id(), added, by) != added.size())) {
            throw new Problem.Conflict("learning.import.conflict");
        }
    }

    /** Writes it anew, unless somebody has since this revision. */
    @Transactional
    public Result change(Insider insider, OfferId id, int revision, String reference, Details details, Status status) {
        var offer = get(insider, id);
        if (isTaken(provider(insider.organisation()), reference, offer)) {
            return new Result.ReferenceTaken();
        }
        return write(insider, new Offers.Written(id, revision, reference, details, status))
                ? new Result.Saved(id)
                : new Result.ChangedMeanwhile();
    }

    private boolean write(Insider insider, Offers.Written offer) {
        return offers.write(List.of(offer), insider.actor().account()) == 1;
    }

    /** Makes it a draft again, shows it, or closes it; whatever it covers goes with it. */
    @Transactional
    public void move(Insider insider, OfferId id, Status status) {
        var offer = get(insider, id);
        if (status == Status.PUBLISHED
                && (offer.details().kind() == null || offer.details().summary().isEmpty())) {
            throw new Problem.Invalid("learning.problem.incomplete");
        }
        write(insider, new Offers.Written(id, offer.revision(), offer.reference(), offer.details(), status));
    }

    private boolean isTaken(Provider provider, String reference, @Nullable Offer but) {
        return !reference.isEmpty()
                && offers.of(provider.id()).stream()
                        .anyMatch(offer -> offer.reference().equalsIgnoreCase(reference)
                                && (but == null || !offer.id().equals(but.id())));
    }
}
