package org.espalier.framework.web;

import java.util.Comparator;
import java.util.List;
import org.espalier.framework.CompetenceSources;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.RolePageLinks;
import org.espalier.framework.StatementSteps;
import org.espalier.framework.VersionStatus;
import org.espalier.framework.format.LevelEntry;
import org.espalier.kernel.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of one version: its picture, its levels and its groups. */
@Controller
class FrameworkPages {
    private final PublishedVersions versions;
    private final VersionAddresses addresses;
    private final RouteMaps routeMaps;
    private final CompetenceSources competenceSources;
    private final List<StatementSteps> statementSteps;
    private final List<RolePageLinks> rolePageLinks;

    FrameworkPages(
            PublishedVersions versions,
            VersionAddresses addresses,
            RouteMaps routeMaps,
            CompetenceSources competenceSources,
            List<StatementSteps> statementSteps,
            List<RolePageLinks> rolePageLinks) {
        this.statementSteps = statementSteps;
        this.competenceSources = competenceSources;
        this.rolePageLinks = List.copyOf(rolePageLinks);
        this.versions = versions;
        this.addresses = addresses;
        this.routeMaps = routeMaps;
    }

    @GetMapping("/frameworks")
    String catalogue(Model model) {
        model.addAttribute("inForce", versions.allCurrent());
        model.addAttribute("local", versions.allLocal());
        model.addAttribute("withdrawn", versions.allWithdrawn());
        return "framework/web/catalogue";
    }

    @GetMapping("/frameworks/{slug}")
    String current(@PathVariable String slug, Model model) {
        return overview(addresses.current(slug), model);
    }

    @GetMapping(VersionAddresses.VERSION)
    String version(@PathVariable String slug, @PathVariable int number, Model model) {
        return overview(addresses.version(slug, number), model);
    }

    private String overview(VersionPage page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute(
                "addsTo",
                page.entry().addsTo() == null
                        ? null
                        : addresses.current(page.entry().addsTo()));
        model.addAttribute("matrix", Matrix.of(page.version()));
        var role = page.document().role();
        model.addAttribute("layers", role == null ? List.of() : RoleLayer.of(page.version(), role));
        model.addAttribute("sources", competenceSources);
        model.addAttribute("ways", role == null ? List.of() : ways(page));
        return "framework/web/overview";
    }

    private List<RolePageLinks.Way> ways(VersionPage page, LevelEntry level) {
        return rolePageLinks.stream()
                .flatMap(links -> links.ofLevel(page.version(), level).stream())
                .sorted(Comparator.comparingInt(RolePageLinks.Way::order))
                .toList();
    }

    private List<RolePageLinks.Way> ways(VersionPage page) {
        return rolePageLinks.stream()
                .flatMap(links -> links.of(page.version()).stream())
                .sorted(Comparator.comparingInt(RolePageLinks.Way::order))
                .toList();
    }

    @GetMapping(VersionAddresses.VERSION + "/levels/{id}")
    String level(@PathVariable String slug, @PathVariable int number, @PathVariable String id, Model model) {
        var page = addresses.version(slug, number);
        var level = page.version().level(id).orElseThrow(() -> new Problem.NotFound("framework.problem.noLevel"));
        var statements = page.version().statements().stream()
                .filter(statement -> id.equals(statement.level()))
                .toList();
        model.addAttribute("page", page);
        model.addAttribute("level", level);
        model.addAttribute("sections", Section.of(page.version(), statements));
        model.addAttribute("ways", page.entry().isInForce() ? ways(page, level) : List.of());
        return "framework/web/level";
    }

    @GetMapping(VersionAddresses.VERSION + "/groups/{id}")
    String group(@PathVariable String slug, @PathVariable int number, @PathVariable String id, Model model) {
        var page = addresses.version(slug, number);
        var group = page.version().group(id).orElseThrow(() -> new Problem.NotFound("framework.problem.noGroup"));
        model.addAttribute("page", page);
        model.addAttribute("group", group);
        model.addAttribute("growth", GroupGrowth.of(page.version(), group));
        model.addAttribute(
                "offers",
                page.document().providerMappings().stream()
                        .filter(mapping -> mapping.code().equals(group.code()))
                        .toList());
        return "framework/web/group";
    }

    @GetMapping(VersionAddresses.VERSION + "/statements/{key}")
    String statement(@PathVariable String slug, @PathVariable int number, @PathVariable String key, Model model) {
        var page = addresses.version(slug, number);
        var statement =
                page.version().statement(key).orElseThrow(() -> new Problem.NotFound("framework.problem.noStatement"));
        model.addAttribute("page", page);
        model.addAttribute("statement", statement);
        model.addAttribute(
                "steps",
                statement.isExpectation() && page.entry().status() != VersionStatus.WITHDRAWN
                        ? statementSteps.stream()
                                .map(steps -> steps.about(page.version(), List.of(statement)))
                                .toList()
                        : List.of());
        model.addAttribute("elsewhere", Elsewhere.of(page.version(), statement, versions.every(slug)));
        return "framework/web/statement";
    }

    @GetMapping(VersionAddresses.VERSION + "/routes")
    String routes(@PathVariable String slug, @PathVariable int number, Model model) {
        var page = addresses.version(slug, number);
        if (page.document().routes().isEmpty()) {
            throw new Problem.NotFound("framework.problem.noRoutes");
        }
        model.addAttribute("page", page);
        model.addAttribute("map", routeMaps.of(page));
        return "framework/web/routes";
    }

    @GetMapping(VersionAddresses.VERSION + "/providers")
    String providers(@PathVariable String slug, @PathVariable int number, Model model) {
        var page = addresses.version(slug, number);
        if (page.document().providerMappings().isEmpty()) {
            throw new Problem.NotFound("framework.problem.noProviders");
        }
        model.addAttribute("page", page);
        model.addAttribute("providers", ProviderSays.of(page.version()));
        return "framework/web/providers";
    }

    @GetMapping(VersionAddresses.VERSION + "/source")
    String source(@PathVariable String slug, @PathVariable int number, Model model) {
        var page = addresses.version(slug, number);
        model.addAttribute("page", page);
        model.addAttribute("leftOut", LeftOutReason.of(page.document().leftOut()));
        return "framework/web/source";
    }
}
