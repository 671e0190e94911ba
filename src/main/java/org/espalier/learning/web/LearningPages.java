package org.espalier.learning.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.learning.Offer;
import org.espalier.learning.OfferId;
import org.espalier.learning.Offers;
import org.espalier.learning.Provider;
import org.espalier.learning.Providers;
import org.espalier.learning.QualificationLevel;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageClaims;
import org.espalier.learning.merging.MergeProviders;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be learned and with whom, for everybody. */
@Controller
class LearningPages {
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Offers offers;
    private final Providers providers;
    private final CoverageClaims claims;
    private final PublishedVersions versions;
    private final MergeProviders mergeProviders;
    private final Clock clock;

    LearningPages(
            Offers offers,
            Providers providers,
            CoverageClaims claims,
            PublishedVersions versions,
            MergeProviders mergeProviders,
            Clock clock) {
        this.offers = offers;
        this.providers = providers;
        this.claims = claims;
        this.versions = versions;
        this.mergeProviders = mergeProviders;
        this.clock = clock;
    }

    /** The answers of the search form, as they stand in an address. */
    record Asked(
            String words, String kind, String mode, String level, boolean free, boolean priorLearning, boolean toCome) {
        static final Asked NOTHING = new Asked("", "", "", "", false, false, false);

        Offers.Search search(@Nullable Provider provider, int page) {
            return new Offers.Search(
                    words,
                    named(Offer.Kind.values(), kind),
                    named(Offer.Mode.values(), mode),
                    QualificationLevel.coded(level).orElse(null),
                    free,
                    priorLearning,
                    toCome,
                    provider == null ? null : provider.id(),
                    Math.clamp(page, 1, 10_000));
        }

        boolean isEverything() {
            return search(null, 1).isForAll();
        }

        /** The same search on another page of it. */
        String page(int other) {
            return "?q=" + encoded(words) + "&kind=" + encoded(kind) + "&mode=" + encoded(mode) + "&level="
                    + encoded(level) + (free ? "&free=yes" : "") + (priorLearning ? "&prior=yes" : "")
                    + (toCome ? "&dates=yes" : "") + "&page=" + other;
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private static <E extends Enum<E>> @Nullable E named(E[] all, String name) {
            return Arrays.stream(all)
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What something covers of one version. */
    record Covers(FrameworkVersion version, List<CoverageClaim> claims) {}

    @GetMapping("/learning")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String free,
            @RequestParam(defaultValue = "") String prior,
            @RequestParam(defaultValue = "") String dates,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var asked =
                new Asked(q.strip(), kind, mode, level, free.equals("yes"), prior.equals("yes"), dates.equals("yes"));
        var found = offers.search(asked.search(null, page));
        if (found.lines().isEmpty() && page > 1) {
            return "redirect:/learning" + asked.page(1);
        }
        model.addAttribute("asked", asked);
        model.addAttribute("found", found);
        model.addAttribute("today", today());
        return "learning/web/search";
    }

    @GetMapping("/learning/providers")
    String providers(Model model) {
        model.addAttribute("providers", providers.all());
        return "learning/web/providers";
    }

    @GetMapping("/learning/providers/{provider}")
    String provider(
            @AuthenticationPrincipal @Nullable Actor actor,
            @PathVariable String provider,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam @Nullable String linked,
            @RequestParam @Nullable String merged,
            Model model) {
        var found = providers.find(provider).orElseThrow(() -> new Problem.NotFound("learning.problem.noProvider"));
        if (!found.slug().equals(provider)) {
            return "redirect:" + found.address();
        }
        model.addAttribute("provider", found);
        model.addAttribute("former", mergeProviders.former(found));
        model.addAttribute("found", offers.search(Asked.NOTHING.search(found, page)));
        model.addAttribute("today", today());
        model.addAttribute("done", linked != null ? "linked" : merged != null ? "merged" : null);
        model.addAttribute("mayLink", actor != null && actor.roles().contains(Role.ADMINISTRATOR));
        model.addAttribute(
                "frameworks",
                claims.versions(found.id()).stream()
                        .flatMap(id -> versions.find(id).stream())
                        .toList());
        return "learning/web/provider";
    }

    @GetMapping("/learning/{offer:\\d+}")
    String offer(@PathVariable long offer, Model model) {
        var found = offers.find(new OfferId(offer))
                .filter(one -> one.status() != Offer.Status.DRAFT)
                .orElseThrow(() -> new Problem.NotFound("learning.problem.noOffer"));
        model.addAttribute("offer", found);
        model.addAttribute("provider", providers.find(found.provider()).orElseThrow());
        model.addAttribute("covers", covers(claims.of(found.provider(), found.id())));
        model.addAttribute("today", today());
        return "learning/web/offer";
    }

    private List<Covers> covers(List<CoverageClaim> its) {
        var byVersion = new LinkedHashMap<FrameworkVersion, List<CoverageClaim>>();
        its.stream()
                .filter(claim -> claim.holds(today()))
                .forEach(claim -> versions.find(claim.subject().version()).ifPresent(version -> byVersion
                        .computeIfAbsent(version, first -> new ArrayList<>())
                        .add(claim)));
        return byVersion.entrySet().stream()
                .map(entry -> new Covers(entry.getKey(), entry.getValue()))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}
