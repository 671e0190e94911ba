package org.espalier.learning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.access.Scope;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.learning.KeepOffers;
import org.espalier.learning.Offer;
import org.espalier.learning.Offers;
import org.espalier.learning.Provider;
import org.espalier.learning.Providers;
import org.espalier.learning.coverage.ClaimCoverage;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageClaims;
import org.espalier.learning.coverage.CoverageId;
import org.espalier.learning.coverage.CoverageKind;
import org.espalier.learning.coverage.ReviewCoverage;
import org.espalier.learning.coverage.Verdict;
import org.espalier.organisation.Organisations;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One claim of coverage with its history, where it is reviewed, and where printed words get their kind. */
@Controller
class ClaimPages {
    private static final int LONGEST_REASON = 2_000;

    private final CoverageClaims claims;
    private final ReviewCoverage reviewCoverage;
    private final ClaimCoverage claimCoverage;
    private final PublishedVersions versions;
    private final Providers providers;
    private final Offers offers;
    private final Organisations organisations;
    private final KeepOffers keepOffers;
    private final Grants grants;

    ClaimPages(
            CoverageClaims claims,
            ReviewCoverage reviewCoverage,
            ClaimCoverage claimCoverage,
            PublishedVersions versions,
            Providers providers,
            Offers offers,
            Organisations organisations,
            KeepOffers keepOffers,
            Grants grants) {
        this.claims = claims;
        this.reviewCoverage = reviewCoverage;
        this.claimCoverage = claimCoverage;
        this.versions = versions;
        this.providers = providers;
        this.offers = offers;
        this.organisations = organisations;
        this.keepOffers = keepOffers;
        this.grants = grants;
    }

    /** What a reviewer types. */
    record ReviewForm(String as, String verdict, String reason, FormErrors errors) {}

    @GetMapping("/learning/claims/{id:\\d+}")
    String claim(
            @AuthenticationPrincipal @Nullable Actor actor,
            @PathVariable long id,
            @RequestParam @Nullable String done,
            Model model) {
        model.addAttribute("done", done != null);
        return page(actor, seen(id), new ReviewForm("", "", "", FormErrors.none()), model);
    }

    @PostMapping("/learning/claims/{id:\\d+}/review")
    String review(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model) {
        var claim = seen(id);
        var wanted = Arrays.stream(Verdict.values())
                .filter(one -> one.name().equals(verdict))
                .findFirst()
                .orElse(null);
        var errors = FormErrors.none();
        if (wanted == null) {
            errors = errors.and("verdict", "learning.coverage.review.missing");
        }
        if ((wanted == Verdict.QUESTIONED && reason.isBlank()) || reason.length() > LONGEST_REASON) {
            errors = errors.and("reason", "learning.coverage.review.reason.missing", LONGEST_REASON);
        }
        if (errors.any() || wanted == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor, claim, new ReviewForm(as, verdict, reason, errors), model);
        }
        var capacity = reviewCoverage.capacities(actor, claim).stream()
                .filter(one -> one.value().equals(as))
                .findFirst()
                .orElseThrow(() -> new Problem.Forbidden("learning.problem.reviewers"));
        reviewCoverage.review(actor, claim, capacity, wanted, reason);
        return "redirect:" + claim.address() + "?done";
    }

    @GetMapping("/learning/providers/{provider}/frameworks/{framework}/sort")
    String sort(
            @AuthenticationPrincipal @Nullable Actor actor,
            @PathVariable String provider,
            @PathVariable String framework,
            @RequestParam @Nullable Integer version,
            Model model) {
        var who = provider(provider);
        if (actor == null || !claimCoverage.maySort(actor, who, keeps(actor, who))) {
            throw new Problem.Forbidden("learning.problem.sorters");
        }
        var found = (version == null ? versions.current(framework) : versions.find(framework, version))
                .orElseThrow(() -> new Problem.NotFound("learning.problem.noFramework"));
        model.addAttribute("provider", who);
        model.addAttribute("version", found);
        model.addAttribute("claims", sortable(claims.seen(found.id(), who.id())));
        return "learning/web/sort";
    }

    @PostMapping("/learning/providers/{provider}/frameworks/{framework}/sort")
    String sorted(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String provider,
            @PathVariable String framework,
            @RequestParam int version,
            @RequestParam Map<String, String> sent) {
        var who = provider(provider);
        if (!claimCoverage.maySort(actor, who, keeps(actor, who))) {
            throw new Problem.Forbidden("learning.problem.sorters");
        }
        var found = versions.find(framework, version)
                .orElseThrow(() -> new Problem.NotFound("learning.problem.noFramework"));
        for (var claim : sortable(claims.seen(found.id(), who.id()))) {
            var kind = CoverageKind.CHOICES.stream()
                    .filter(one -> one.name().equals(sent.get("k-" + claim.id())))
                    .findFirst();
            kind.ifPresent(chosen -> claimCoverage.sort(actor, claim, chosen));
        }
        return "redirect:" + who.address() + "/frameworks/" + framework + "?version=" + version;
    }

    private static List<CoverageClaim> sortable(List<CoverageClaim> all) {
        return all.stream()
                .filter(claim -> claim.isPrinted() && !claim.note().isEmpty())
                .toList();
    }

    /** Whether the actor keeps what this provider offers. */
    private boolean keeps(Actor actor, Provider provider) {
        var own = provider.organisation();
        return own != null
                && (grants.of(actor.account()).mayAdminister(own)
                        || grants.of(actor.account()).in(own).stream()
                                .anyMatch(grant -> grant.role() == Role.EDUCATOR
                                        && grant.scope() instanceof Scope.WholeOrganisation));
    }

    private Provider provider(String slug) {
        return providers.find(slug).orElseThrow(() -> new Problem.NotFound("learning.problem.noProvider"));
    }

    /** A claim of something that is, or was, published. */
    private CoverageClaim seen(long id) {
        return claims.find(new CoverageId(id))
                .filter(claim -> claim.offer() == null
                        || offers.find(claim.offer())
                                .filter(offer -> offer.status() != Offer.Status.DRAFT)
                                .isPresent())
                .orElseThrow(() -> new Problem.NotFound("learning.problem.noClaim"));
    }

    private String page(@Nullable Actor actor, CoverageClaim claim, ReviewForm form, Model model) {
        var line = claims.line(claim.line());
        model.addAttribute("claim", claim);
        model.addAttribute("line", line);
        model.addAttribute("numbers", numbers(line));
        model.addAttribute(
                "reviews", claims.reviews(line.stream().map(CoverageClaim::id).toList()));
        model.addAttribute("version", versions.find(claim.subject().version()).orElseThrow());
        model.addAttribute("provider", providers.find(claim.provider()).orElseThrow());
        model.addAttribute(
                "offer",
                claim.offer() == null ? null : offers.find(claim.offer()).orElse(null));
        model.addAttribute("capacities", actor == null ? List.of() : reviewCoverage.capacities(actor, claim));
        model.addAttribute("form", form);
        return "learning/web/claim";
    }

    /** The number of the version that each of these is about. */
    private Map<CoverageId, Integer> numbers(List<CoverageClaim> line) {
        var numbers = new HashMap<CoverageId, Integer>();
        line.forEach(one -> versions.describe(one.subject().version())
                .ifPresent(version -> numbers.put(one.id(), version.number())));
        return numbers;
    }

    @GetMapping("/learning/providers/{provider}/link")
    String link(@AuthenticationPrincipal @Nullable Actor actor, @PathVariable String provider, Model model) {
        if (actor == null) {
            throw new Problem.Forbidden("learning.problem.administrators");
        }
        actor.require(Role.ADMINISTRATOR);
        return linkPage(provider(provider), FormErrors.none(), model);
    }

    @PostMapping("/learning/providers/{provider}/link")
    String linked(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String organisation,
            HttpServletResponse response,
            Model model) {
        actor.require(Role.ADMINISTRATOR);
        var who = provider(provider);
        var found = organisations.find(organisation);
        var spokenFor = found.flatMap(one -> providers.of(one.id()));
        if (spokenFor.isPresent() && who.organisation() == null) {
            return "redirect:" + who.address() + "/merge?with="
                    + spokenFor.get().slug() + "&stays=with";
        }
        if (found.isPresent() && keepOffers.link(actor, who, found.get())) {
            return "redirect:" + who.address() + "?linked";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return linkPage(
                who,
                FormErrors.of(
                        "organisation",
                        found.isEmpty() ? "learning.provider.link.missing" : "learning.provider.link.taken"),
                model);
    }

    private String linkPage(Provider provider, FormErrors errors, Model model) {
        model.addAttribute("provider", provider);
        model.addAttribute("organisations", organisations.all());
        model.addAttribute("errors", errors);
        return "learning/web/linkProvider";
    }
}
