package org.espalier.learning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.kernel.TextComparison;
import org.espalier.learning.Offer;
import org.espalier.learning.OfferId;
import org.espalier.learning.Offers;
import org.espalier.learning.coverage.ClaimCoverage;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageClaims;
import org.espalier.learning.coverage.CoverageId;
import org.espalier.person.Insider;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an organisation says again, or no longer, what it said before a framework's words changed. */
@Controller
@RequestMapping("/organisations/{slug}/learning/confirm")
class OwnConfirmPages {
    private final ClaimCoverage claimCoverage;
    private final CoverageClaims claims;
    private final Offers offers;
    private final PublishedVersions versions;

    OwnConfirmPages(ClaimCoverage claimCoverage, CoverageClaims claims, Offers offers, PublishedVersions versions) {
        this.claimCoverage = claimCoverage;
        this.claims = claims;
        this.offers = offers;
        this.versions = versions;
    }

    /**
     * What has changed in the words of one statement.
     *
     * @param level null for a statement that belongs to none
     */
    record Change(@Nullable String level, TextComparison words) {}

    /** A claim to confirm, and what has changed since it was made. */
    record Line(CoverageClaim claim, @Nullable Offer offer, int before, List<Change> changes) {}

    /** Those about one version. */
    record OfVersion(FrameworkVersion version, List<Line> lines) {}

    /** A claim that ended, and what it was about. */
    record Gone(
            CoverageClaim claim,
            FrameworkVersion version,
            @Nullable Offer offer) {}

    @GetMapping
    String list(
            Insider insider,
            @RequestParam(defaultValue = "0") int confirmed,
            @RequestParam(defaultValue = "0") int declined,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        model.addAttribute("all", all);
        model.addAttribute("confirmed", confirmed);
        model.addAttribute("declined", declined);
        return page(insider, FormErrors.none(), model);
    }

    @PostMapping
    String said(
            Insider insider,
            @RequestParam(required = false) @Nullable List<Long> claim,
            @RequestParam(defaultValue = "") String does,
            HttpServletResponse response,
            Model model) {
        var chosen = claim == null
                ? List.<CoverageId>of()
                : claim.stream().map(CoverageId::new).toList();
        if (chosen.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(insider, FormErrors.of("claims", "learning.confirm.missing"), model);
        }
        var here = "redirect:" + insider.organisation().address() + "/learning/confirm";
        return does.equals("decline")
                ? here + "?declined=" + claimCoverage.decline(insider, chosen)
                : here + "?confirmed=" + claimCoverage.confirm(insider, chosen);
    }

    private String page(Insider insider, FormErrors errors, Model model) {
        var waiting = claimCoverage.toConfirm(insider);
        var gone = claimCoverage.gone(insider);
        var named = offers.find(Stream.concat(waiting.stream(), gone.stream())
                .flatMap(claim -> Stream.ofNullable(claim.offer()))
                .toList());
        model.addAttribute("errors", errors);
        model.addAttribute("waiting", waiting(waiting, named));
        model.addAttribute(
                "gone",
                gone.stream()
                        .flatMap(claim -> versions.find(claim.subject().version()).stream()
                                .map(version -> new Gone(claim, version, offer(claim, named))))
                        .toList());
        return "learning/web/ownConfirm";
    }

    private List<OfVersion> waiting(List<CoverageClaim> waiting, Map<OfferId, Offer> named) {
        var before = claims.find(waiting.stream()
                .flatMap(claim -> Stream.ofNullable(claim.carriedFrom()))
                .toList());
        var byVersion = new LinkedHashMap<FrameworkVersion, List<Line>>();
        for (var claim : waiting) {
            var from = before.get(claim.carriedFrom());
            var then = from == null
                    ? null
                    : versions.find(from.subject().version()).orElse(null);
            versions.find(claim.subject().version()).ifPresent(now -> byVersion
                    .computeIfAbsent(now, first -> new ArrayList<>())
                    .add(new Line(
                            claim,
                            offer(claim, named),
                            then == null ? 0 : then.number(),
                            then == null ? List.of() : changes(claim, then, now))));
        }
        return byVersion.entrySet().stream()
                .map(entry -> new OfVersion(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static @Nullable Offer offer(CoverageClaim claim, Map<OfferId, Offer> named) {
        return claim.offer() == null ? null : named.get(claim.offer());
    }

    /** The statements that a claim is about, word by word, as far as they are not the same. */
    private static List<Change> changes(CoverageClaim claim, FrameworkVersion then, FrameworkVersion now) {
        var keys = new LinkedHashMap<String, TextComparison>();
        var levels = new LinkedHashMap<String, String>();
        var before = claim.subject().reached(then, now).stream();
        var after = claim.subject().reached(now, now).stream();
        Stream.concat(after, before)
                .forEach(statement -> keys.computeIfAbsent(statement.key(), key -> {
                    (now.level(statement.level()).or(() -> then.level(statement.level())))
                            .ifPresent(level -> levels.put(key, level.name()));
                    return TextComparison.of(text(then, key), text(now, key));
                }));
        return keys.entrySet().stream()
                .filter(entry -> !entry.getValue().isIdentical())
                .map(entry -> new Change(levels.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static String text(FrameworkVersion version, String key) {
        return version.statement(key).map(Statement::text).orElse("");
    }
}
