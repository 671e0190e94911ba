package org.espalier.learning.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.access.AccountId;
import org.espalier.access.Grant;
import org.espalier.access.Grants;
import org.espalier.access.Notification;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.StatementId;
import org.espalier.framework.Succession;
import org.espalier.framework.Succession.Fate;
import org.espalier.framework.VersionId;
import org.espalier.framework.VersionPublished;
import org.espalier.learning.Provider;
import org.espalier.learning.ProviderId;
import org.espalier.learning.Providers;
import org.espalier.learning.coverage.CoverageClaim.Ending;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.OrganisationId;
import org.espalier.organisation.Organisations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Carries what providers say over to the next version of a framework. What is about the same words goes on by itself; where
 * the words have changed the provider is asked, because nobody else speaks for it (PRODUCT.md, rule 18); what is about
 * nothing any more ends. Providers are told, and so is whoever reviewed what has to be confirmed.
 */
@Component
class CarryClaims {
    private final PublishedVersions versions;
    private final CoverageClaims claims;
    private final CarriedClaims carried;
    private final Providers providers;
    private final Organisations organisations;
    private final Grants grants;
    private final ApplicationEventPublisher events;

    CarryClaims(
            PublishedVersions versions,
            CoverageClaims claims,
            CarriedClaims carried,
            Providers providers,
            Organisations organisations,
            Grants grants,
            ApplicationEventPublisher events) {
        this.versions = versions;
        this.claims = claims;
        this.carried = carried;
        this.providers = providers;
        this.organisations = organisations;
        this.grants = grants;
        this.events = events;
    }

    /** After the publication, for only then may the version be read and kept; if that fails it is made up for at a start. */
    @TransactionalEventListener(fallbackExecution = true)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void published(VersionPublished published) {
        carry(published.version(), published.slug(), published.number());
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void catchUp() {
        carried.waiting()
                .forEach(id -> versions.find(id).ifPresent(version -> carry(id, version.slug(), version.number())));
    }

    /** How many of a provider’s claims went which way. */
    private static final class Count {
        private final Map<Fate, Integer> byFate = new HashMap<>();

        void add(Fate fate) {
            byFate.merge(fate, 1, Integer::sum);
        }

        String of(Fate fate) {
            return Integer.toString(byFate.getOrDefault(fate, 0));
        }
    }

    /** Reads the version only where there is something to carry. */
    private void carry(VersionId id, String slug, int number) {
        if (!carried.begin(id)) {
            return;
        }
        var open = carried.before(slug, number);
        if (open.isEmpty()) {
            return;
        }
        var later = versions.find(id).orElseThrow();
        var said = claims.find(open.stream()
                .filter(CoverageClaim::toConfirm)
                .map(CoverageClaim::carriedFrom)
                .filter(Objects::nonNull)
                .toList());
        var successions = new Successions(later);
        var counts = new LinkedHashMap<ProviderId, Count>();
        var continued = new ArrayList<CarriedClaims.Continued>();
        var reworded = new ArrayList<CoverageClaim>();
        var gone = new LinkedHashSet<CoverageId>();
        var revised = new LinkedHashSet<CoverageId>();
        var printed = new ArrayList<CoverageClaim>();
        for (var claim : open) {
            if (claim.isPrinted()) {
                printed.add(claim);
                continue;
            }
            var from = claim.toConfirm() ? said.getOrDefault(claim.carriedFrom(), claim) : claim;
            var fate = successions.fate(from.subject());
            counts.computeIfAbsent(claim.provider(), first -> new Count()).add(fate);
            if (fate == Fate.GONE) {
                gone.add(claim.id());
                continue;
            }
            if (claim.toConfirm()) {
                revised.add(claim.id());
            }
            if (fate == Fate.REWORDED) {
                reworded.add(from);
            }
            continued.add(new CarriedClaims.Continued(
                    from.id(), successions.now(from.subject()).orElse(null), fate == Fate.REWORDED));
        }
        adopt(printed, later, successions, counts, gone);
        carried.end(revised, Ending.REVISED);
        carried.end(gone, Ending.GONE);
        carried.carry(id, continued);
        var speaking = organisations.all().stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
        counts.forEach((provider, count) -> providers
                .find(provider)
                .map(Provider::organisation)
                .map(speaking::get)
                .ifPresent(organisation -> tell(organisation, count, later)));
        tellReviewers(reworded, later);
    }

    /** What the new document prints again goes on; its words are the document’s, so nobody is asked to confirm them. */
    private void adopt(
            List<CoverageClaim> before,
            FrameworkVersion later,
            Successions successions,
            Map<ProviderId, Count> counts,
            Set<CoverageId> gone) {
        if (before.isEmpty()) {
            return;
        }
        var now = new ArrayList<>(carried.printed(later.id()));
        var adopted = new ArrayList<CarriedClaims.Adopted>();
        for (var claim : before) {
            var again = again(claim, now);
            var fate = again.isEmpty() ? Fate.GONE : isSame(again.get(), claim) ? Fate.SAME : Fate.REWORDED;
            counts.computeIfAbsent(claim.provider(), first -> new Count()).add(fate);
            if (again.isEmpty()) {
                gone.add(claim.id());
            } else {
                now.remove(again.get());
                adopted.add(new CarriedClaims.Adopted(
                        again.get(), claim, fate == Fate.SAME, successions.fate(claim.subject()) == Fate.SAME));
            }
        }
        carried.adopt(adopted);
    }

    private static Optional<CoverageClaim> again(CoverageClaim claim, List<CoverageClaim> now) {
        var same = now.stream()
                .filter(one -> one.provider().equals(claim.provider())
                        && Objects.equals(one.subject().code(), claim.subject().code()))
                .toList();
        return same.stream()
                .filter(one -> one.note().equals(claim.note()))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    private static boolean isSame(CoverageClaim printed, CoverageClaim before) {
        return printed.note().equals(before.note())
                && (printed.kind() == before.kind()
                        || (printed.kind() == CoverageKind.STATES
                                && !printed.note().isEmpty()));
    }

    /** What has become of parts of each earlier version, each worked out once. */
    private final class Successions {
        private final FrameworkVersion later;
        private final Map<VersionId, Optional<Succession>> byVersion = new HashMap<>();
        private final Map<Subject, Fate> fates = new HashMap<>();

        Successions(FrameworkVersion later) {
            this.later = later;
        }

        private Optional<Succession> from(VersionId version) {
            return byVersion.computeIfAbsent(
                    version, id -> versions.find(id).map(earlier -> new Succession(earlier, later)));
        }

        Fate fate(Subject subject) {
            return fates.computeIfAbsent(
                    subject, one -> from(one.version()).map(one::fate).orElse(Fate.GONE));
        }

        Optional<StatementId> now(Subject subject) {
            return Optional.ofNullable(subject.statement())
                    .flatMap(statement -> from(subject.version()).flatMap(from -> from.now(statement)))
                    .map(statement -> statement.id());
        }
    }

    private void tell(Organisation organisation, Count count, FrameworkVersion later) {
        keepers(organisation.id())
                .forEach(keeper -> events.publishEvent(Notification.to(
                        keeper,
                        address(organisation),
                        "learning.notice.carried",
                        later.title(),
                        Integer.toString(later.number()),
                        count.of(Fate.SAME),
                        count.of(Fate.REWORDED),
                        count.of(Fate.GONE))));
    }

    private static String address(Organisation organisation) {
        return organisation.address() + "/learning/confirm";
    }

    private Set<AccountId> keepers(OrganisationId organisation) {
        var keepers = new LinkedHashSet<AccountId>();
        grants.inForce(organisation, Role.ORGANISATION_ADMINISTRATOR).forEach(grant -> keepers.add(grant.account()));
        grants.inForce(organisation, Role.EDUCATOR).stream()
                .filter(grant -> grant.scope() instanceof Scope.WholeOrganisation)
                .map(Grant::account)
                .forEach(keepers::add);
        return keepers;
    }

    private void tellReviewers(List<CoverageClaim> reworded, FrameworkVersion later) {
        carried.reviewers(reworded.stream().map(CoverageClaim::id).toList())
                .forEach((reviewer, count) -> events.publishEvent(Notification.to(
                        reviewer,
                        "/learning/frameworks/" + later.slug(),
                        "learning.notice.reviewedReworded",
                        later.title(),
                        Integer.toString(later.number()),
                        Integer.toString(count))));
    }
}
