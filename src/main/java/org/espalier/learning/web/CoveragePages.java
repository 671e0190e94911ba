package org.espalier.learning.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.kernel.Problem;
import org.espalier.learning.Offer;
import org.espalier.learning.OfferId;
import org.espalier.learning.Offers;
import org.espalier.learning.Provider;
import org.espalier.learning.ProviderId;
import org.espalier.learning.Providers;
import org.espalier.learning.coverage.CoverageClaim;
import org.espalier.learning.coverage.CoverageClaims;
import org.espalier.learning.coverage.CoverageMap;
import org.espalier.learning.coverage.CoverageMaps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is covered, for everybody: of a framework, by a provider, and competency by competency. */
@Controller
class CoveragePages {
    /** Larger maps are shown one part at a time. */
    private static final int ROWS_ON_A_PAGE = 80;

    private final PublishedVersions versions;
    private final Providers providers;
    private final Offers offers;
    private final CoverageClaims claims;
    private final CoverageMaps maps;

    CoveragePages(
            PublishedVersions versions, Providers providers, Offers offers, CoverageClaims claims, CoverageMaps maps) {
        this.versions = versions;
        this.providers = providers;
        this.offers = offers;
        this.claims = claims;
        this.maps = maps;
    }

    /**
     * The parts of a map that stand on a page.
     *
     * @param only the part that is shown by itself; null when all are
     */
    record Shown(CoverageMap map, List<CoverageMap.Part> parts, CoverageMap.@Nullable Part only, String query) {
        static Shown of(CoverageMap map, @Nullable String part, @Nullable Integer version) {
            var query = version == null ? "" : "version=" + version + "&";
            var chosen = part == null ? null : map.part(part).orElse(null);
            if (chosen == null
                    && map.rows().size() > ROWS_ON_A_PAGE
                    && !map.parts().isEmpty()) {
                chosen = map.parts().getFirst();
            }
            return new Shown(map, chosen == null ? map.parts() : List.of(chosen), chosen, "?" + query);
        }

        boolean isPaged() {
            return map.rows().size() > ROWS_ON_A_PAGE;
        }
    }

    @GetMapping("/learning/frameworks")
    String frameworks(Model model) {
        model.addAttribute("versions", versions.allCurrent());
        return "learning/web/frameworks";
    }

    @GetMapping("/learning/frameworks/{framework}")
    String framework(
            @PathVariable String framework,
            @RequestParam @Nullable Integer version,
            @RequestParam @Nullable String part,
            Model model) {
        var found = version(framework, version);
        model.addAttribute("shown", Shown.of(maps.ofAll(found), part, version));
        var speaking = claims.providers(found.id());
        model.addAttribute(
                "providers",
                providers.all().stream()
                        .filter(provider -> speaking.contains(provider.id()))
                        .toList());
        return "learning/web/map";
    }

    @GetMapping("/learning/providers/{provider}/frameworks/{framework}")
    String ofProvider(
            @PathVariable String provider,
            @PathVariable String framework,
            @RequestParam @Nullable Integer version,
            @RequestParam @Nullable String part,
            Model model) {
        var found = version(framework, version);
        var who = provider(provider);
        if (!who.slug().equals(provider)) {
            return "redirect:" + who.address() + "/frameworks/" + found.slug()
                    + (version == null ? "" : "?version=" + version);
        }
        var its = maps.of(found, who);
        model.addAttribute("provider", who);
        model.addAttribute("its", its);
        model.addAttribute("waiting", claims.waiting(found.id(), who.id()));
        model.addAttribute("shown", Shown.of(its.map(), part, version));
        model.addAttribute("offers", offers(its.claims()));
        return "learning/web/providerMap";
    }

    @GetMapping("/learning/frameworks/{framework}/competencies/{group}")
    String competency(
            @PathVariable String framework,
            @PathVariable String group,
            @RequestParam @Nullable Integer version,
            Model model) {
        var found = version(framework, version);
        var entry = found.group(group).orElseThrow(() -> new Problem.NotFound("learning.problem.noPart"));
        var upwards = CoverageClaims.upwards(found, entry.id());
        var statements = found.statements().stream()
                .filter(statement -> entry.id().equals(statement.group()))
                .toList();
        var about = claims.seen(
                found.id(), upwards, statements.stream().map(Statement::id).toList());
        model.addAttribute("version", found);
        model.addAttribute("group", entry);
        model.addAttribute("statements", statements);
        model.addAttribute("claims", about);
        model.addAttribute("offers", offers(about));
        model.addAttribute("providers", providers(about));
        return "learning/web/competency";
    }

    private Map<OfferId, Offer> offers(List<CoverageClaim> about) {
        return offers.find(about.stream()
                .flatMap(claim -> Stream.ofNullable(claim.offer()))
                .toList());
    }

    private Map<ProviderId, Provider> providers(List<CoverageClaim> about) {
        var named = about.stream().map(CoverageClaim::provider).collect(Collectors.toSet());
        return providers.all().stream()
                .filter(provider -> named.contains(provider.id()))
                .collect(Collectors.toMap(Provider::id, Function.identity()));
    }

    private FrameworkVersion version(String slug, @Nullable Integer number) {
        return (number == null ? versions.current(slug) : versions.find(slug, number))
                .orElseThrow(() -> new Problem.NotFound("learning.problem.noFramework"));
    }

    private Provider provider(String slug) {
        return providers.find(slug).orElseThrow(() -> new Problem.NotFound("learning.problem.noProvider"));
    }
}
