package org.espalier.learning.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.access.Notification;
import org.espalier.access.Role;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.learning.KeepOffers;
import org.espalier.learning.OfferId;
import org.espalier.learning.Provider;
import org.espalier.learning.Providers;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A provider says what its learning covers, changes its mind, and takes it back. What was said before stays readable. */
@Component
public class ClaimCoverage {
    private final KeepOffers keepOffers;
    private final Providers providers;
    private final CoverageClaims claims;
    private final CarriedClaims carried;
    private final PublishedVersions versions;
    private final ApplicationEventPublisher events;

    ClaimCoverage(
            KeepOffers keepOffers,
            Providers providers,
            CoverageClaims claims,
            CarriedClaims carried,
            PublishedVersions versions,
            ApplicationEventPublisher events) {
        this.keepOffers = keepOffers;
        this.providers = providers;
        this.claims = claims;
        this.carried = carried;
        this.versions = versions;
        this.events = events;
    }

    /**
     * Says the same of all these parts; those of which it is said already stay as they are.
     *
     * @param offer one of the organisation's own; null when the provider speaks of itself
     * @return how many are new
     */
    @Transactional
    public int add(
            Insider insider,
            @Nullable OfferId offer,
            Collection<Subject> subjects,
            CoverageKind kind,
            CoverageClaim.Grounds grounds) {
        KeepOffers.requireKeeper(insider);
        if (offer != null) {
            keepOffers.get(insider, offer);
        }
        var provider = keepOffers.provider(insider.organisation());
        var added = 0;
        for (var subject : subjects) {
            var version = versions.find(subject.version())
                    .orElseThrow(() -> new Problem.NotFound("learning.problem.noFramework"));
            if (!CoverageKind.CHOICES.contains(kind) || !subject.existsIn(version)) {
                throw new Problem.Invalid("learning.problem.noPart");
            }
            added += claims.add(
                                    null,
                                    provider.id(),
                                    offer,
                                    subject,
                                    0,
                                    kind,
                                    "",
                                    grounds,
                                    insider.actor().account())
                            .isPresent()
                    ? 1
                    : 0;
        }
        return added;
    }

    /**
     * Something said that comes in with others.
     *
     * @param before what it takes the place of; null when it is new
     */
    public record Incoming(
            @Nullable CoverageClaim before,
            @Nullable OfferId offer,
            Subject subject,
            CoverageKind kind,
            CoverageClaim.Grounds grounds) {}

    /**
     * Says all of these, in a handful of SQL statements however many they are.
     *
     * @param all about offers of the organisation's own, and about parts that are there
     * @throws Problem.Conflict when one of them has been said or taken back in the meantime; nothing is said then
     */
    @Transactional
    public void bringIn(Insider insider, List<Incoming> all) {
        KeepOffers.requireKeeper(insider);
        var provider = keepOffers.provider(insider.organisation());
        var by = insider.actor().account();
        var before = all.stream()
                .flatMap(one -> Stream.ofNullable(one.before()))
                .map(CoverageClaim::id)
                .toList();
        var written = all.stream()
                .map(one -> new CoverageClaims.Written(
                        one.before() == null ? null : one.before().line(),
                        one.offer(),
                        one.subject(),
                        one.kind(),
                        one.grounds()))
                .toList();
        if (claims.end(before, by) != before.size() || claims.add(provider.id(), written, by) != written.size()) {
            throw new Problem.Conflict("learning.import.conflict");
        }
    }

    /** One of the organisation's own claims in force; not found for any other. */
    public CoverageClaim get(Insider insider, CoverageId id) {
        KeepOffers.requireKeeper(insider);
        var provider = providers.of(insider.organisation().id()).orElseThrow(Insiders::notFound);
        return claims.find(id)
                .filter(claim -> claim.provider().equals(provider.id()) && claim.isInForce())
                .orElseThrow(Insiders::notFound);
    }

    /** Puts another claim about the same part in the place of one; it has not been reviewed. */
    @Transactional
    public void change(Insider insider, CoverageId id, CoverageKind kind, CoverageClaim.Grounds grounds) {
        var claim = get(insider, id);
        if (claim.toConfirm() || claim.kind() != kind || !claim.grounds().equals(grounds)) {
            replace(insider.actor(), claim, kind, grounds);
        }
    }

    /** Takes a claim back; one that was to be confirmed is not made of the new words, and stays as it was of the old. */
    @Transactional
    public void takeBack(Insider insider, CoverageId id) {
        var claim = get(insider, id);
        if (claim.toConfirm()) {
            claims.end(claim.id(), insider.actor().account());
        } else {
            claims.endLine(claim.line(), insider.actor().account());
        }
    }

    /** What the organisation has said of words that have changed since, and has not confirmed. */
    public List<CoverageClaim> toConfirm(Insider insider) {
        KeepOffers.requireKeeper(insider);
        return providers
                .of(insider.organisation().id())
                .map(provider -> carried.toConfirm(provider.id()))
                .orElse(List.of());
    }

    /** What ended because the next version of its framework has no such part; the latest first. */
    public List<CoverageClaim> gone(Insider insider) {
        KeepOffers.requireKeeper(insider);
        return providers
                .of(insider.organisation().id())
                .map(provider -> carried.gone(provider.id()))
                .orElse(List.of());
    }

    /** Says of the words as they are now what was said before they changed. Who reviewed that is asked to look again. */
    @Transactional
    public int confirm(Insider insider, Collection<CoverageId> ids) {
        var confirmed = new ArrayList<CoverageClaim>();
        for (var id : ids) {
            var claim = get(insider, id);
            if (claim.toConfirm()) {
                replace(insider.actor(), claim, claim.kind(), claim.grounds());
                confirmed.add(claim);
            }
        }
        askToReviewAgain(insider, confirmed);
        return confirmed.size();
    }

    private void askToReviewAgain(Insider insider, List<CoverageClaim> confirmed) {
        var byVersion = confirmed.stream()
                .collect(Collectors.groupingBy(claim -> claim.subject().version()));
        var provider = keepOffers.provider(insider.organisation());
        byVersion.forEach((id, its) -> versions.find(id).ifPresent(version -> carried.reviewers(its.stream()
                        .map(CoverageClaim::carriedFrom)
                        .filter(Objects::nonNull)
                        .toList())
                .forEach((reviewer, count) -> events.publishEvent(Notification.to(
                        reviewer,
                        provider.address() + "/frameworks/" + version.slug(),
                        "learning.notice.reviewAgain",
                        provider.name(),
                        version.title(),
                        Integer.toString(count))))));
    }

    /** Takes back what was to be confirmed. */
    @Transactional
    public int decline(Insider insider, Collection<CoverageId> ids) {
        var declined = 0;
        for (var id : ids) {
            var claim = get(insider, id);
            if (claim.toConfirm()) {
                takeBack(insider, claim.id());
                declined++;
            }
        }
        return declined;
    }

    /** Whether somebody may say of which kind the words are that a framework prints for this provider. */
    public boolean maySort(Actor actor, Provider provider, boolean keepsIt) {
        return actor.roles().contains(Role.FRAMEWORK_AUTHOR) || (keepsIt && provider.organisation() != null);
    }

    /** Says of which kind the words are that a framework prints; the words themselves stay as they are. */
    @Transactional
    public void sort(Actor actor, CoverageClaim claim, CoverageKind kind) {
        if (!claim.isPrinted() || claim.note().isEmpty() || !CoverageKind.CHOICES.contains(kind)) {
            throw new Problem.Invalid("learning.problem.notSortable");
        }
        if (claim.kind() != kind) {
            replace(actor, claim, kind, claim.grounds());
        }
    }

    private void replace(Actor actor, CoverageClaim claim, CoverageKind kind, CoverageClaim.Grounds grounds) {
        if (!claims.end(claim.id(), actor.account())) {
            throw new Problem.Conflict("learning.problem.claimEnded");
        }
        claims.add(
                claim.line(),
                claim.provider(),
                claim.offer(),
                claim.subject(),
                claims.position(claim.id()),
                kind,
                claim.note(),
                grounds,
                actor.account());
    }
}
