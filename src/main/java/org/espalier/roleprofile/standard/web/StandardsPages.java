package org.espalier.roleprofile.standard.web;

import java.util.List;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.kernel.Problem;
import org.espalier.roleprofile.Paged;
import org.espalier.roleprofile.standard.StandardCode;
import org.espalier.roleprofile.standard.StandardUses;
import org.espalier.roleprofile.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The national standards for everybody: the functional map, a search, and a page for each standard. */
@Controller
class StandardsPages {
    private static final int ON_A_PAGE = 100;

    private final Standards standards;
    private final StandardUses uses;

    StandardsPages(Standards standards, StandardUses uses) {
        this.standards = standards;
        this.uses = uses;
    }

    /** @param principle one of the map's, empty for the standards that have none */
    @GetMapping("/standards")
    String map(
            @AuthenticationPrincipal @Nullable Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String principle,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var map = FunctionalMap.of(standards.places());
        model.addAttribute("q", q);
        model.addAttribute("map", map);
        model.addAttribute("found", q.isBlank() ? List.of() : standards.search(q));
        model.addAttribute("open", principle);
        var opened = principle == null || principle.isEmpty() ? null : principle;
        var pages = Paged.pages(map.standards(opened), ON_A_PAGE);
        var at = Math.clamp(page, 1, pages);
        model.addAttribute("page", at);
        model.addAttribute("pages", pages);
        model.addAttribute(
                "functions",
                principle == null || !q.isBlank()
                        ? List.of()
                        : FunctionalMap.functions(standards.ofPrinciple(opened, (at - 1) * ON_A_PAGE, ON_A_PAGE)));
        model.addAttribute("author", actor != null && actor.roles().contains(Role.FRAMEWORK_AUTHOR));
        return "roleprofile/standard/web/standards";
    }

    @GetMapping("/standards/{code}")
    String standard(@PathVariable String code, @RequestParam(defaultValue = "1") int page, Model model) {
        var canonical = StandardCode.read(code).orElseThrow(StandardsPages::unknown);
        if (!canonical.value().equals(code)) {
            return "redirect:" + canonical.href();
        }
        var standard = standards.find(canonical).orElseThrow(StandardsPages::unknown);
        model.addAttribute("standard", standard);
        model.addAttribute(
                "successor",
                standard.supersededBy() == null
                        ? null
                        : standards.find(standard.supersededBy()).orElse(null));
        model.addAttribute("before", standards.supersededBy(canonical));
        model.addAttribute("uses", Paged.of(uses.of(standard), page, ON_A_PAGE));
        return "roleprofile/standard/web/standard";
    }

    private static Problem unknown() {
        return new Problem.NotFound("roleprofile.problem.noStandard");
    }
}
