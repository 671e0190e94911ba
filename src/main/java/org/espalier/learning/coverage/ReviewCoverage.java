package org.espalier.learning.coverage;

import java.util.ArrayList;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Notification;
import org.espalier.access.Role;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.learning.Providers;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Authors of frameworks, and managers in the name of their employer, say what they think of what a provider claims. Nobody
 * reviews the claims of a provider that they keep themselves, or that their own employer is.
 */
@Component
public class ReviewCoverage {
    static final int LONGEST_REASON = 2_000;

    private final CoverageClaims claims;
    private final Providers providers;
    private final Grants grants;
    private final Organisations organisations;
    private final PublishedVersions versions;
    private final ApplicationEventPublisher events;

    ReviewCoverage(
            CoverageClaims claims,
            Providers providers,
            Grants grants,
            Organisations organisations,
            PublishedVersions versions,
            ApplicationEventPublisher events) {
        this.claims = claims;
        this.providers = providers;
        this.grants = grants;
        this.organisations = organisations;
        this.versions = versions;
        this.events = events;
    }

    /**
     * In whose name somebody may review.
     *
     * @param organisation null for the authors of frameworks
     */
    public record Capacity(@Nullable Organisation organisation) {
        /** How a form sends it. */
        public String value() {
            return organisation == null ? "" : organisation.slug();
        }
    }

    /** In whose names the actor may review this claim; empty when they may not. */
    public List<Capacity> capacities(Actor actor, CoverageClaim claim) {
        var provider = providers.find(claim.provider()).orElseThrow();
        var authority = grants.of(actor.account());
        var own = provider.organisation();
        var capacities = new ArrayList<Capacity>();
        if (!claim.isInForce()
                || claim.toConfirm()
                || (own != null && !authority.in(own).isEmpty())) {
            return capacities;
        }
        if (actor.roles().contains(Role.FRAMEWORK_AUTHOR)) {
            capacities.add(new Capacity(null));
        }
        organisations.all().stream()
                .filter(organisation -> authority.isIn(organisation.id(), Role.MANAGER))
                .forEach(organisation -> capacities.add(new Capacity(organisation)));
        return capacities;
    }

    /** Adds a review; to question a claim takes a reason, and whoever made it is told. */
    @Transactional
    public void review(Actor actor, CoverageClaim claim, Capacity capacity, Verdict verdict, String reason) {
        if (!capacities(actor, claim).contains(capacity)) {
            throw new Problem.Forbidden("learning.problem.reviewers");
        }
        if (reason.length() > LONGEST_REASON || (verdict == Verdict.QUESTIONED && reason.isBlank())) {
            throw new Problem.Invalid("learning.coverage.review.reason.missing", LONGEST_REASON);
        }
        var organisation = capacity.organisation();
        claims.review(
                claim.id(), verdict, reason.strip(), actor.account(), organisation == null ? null : organisation.id());
        var by = claim.addedBy();
        if (by != null && verdict == Verdict.QUESTIONED && !by.equals(actor.account())) {
            versions.find(claim.subject().version())
                    .ifPresent(version -> events.publishEvent(Notification.to(
                            by,
                            claim.address(),
                            "learning.notice.questioned",
                            actor.name(),
                            claim.subject().name(version))));
        }
    }
}
