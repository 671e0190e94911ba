package org.espalier.framework.web;

import org.espalier.framework.LevelComparisons;
import org.espalier.framework.format.LevelEntry;
import org.espalier.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** "What changes next?": any two levels of a version, word by word. */
@Controller
class ComparePages {
    private final VersionAddresses addresses;
    private final LevelComparisons comparisons;

    ComparePages(VersionAddresses addresses, LevelComparisons comparisons) {
        this.addresses = addresses;
        this.comparisons = comparisons;
    }

    @GetMapping(VersionAddresses.VERSION + "/compare")
    String compare(
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        var page = addresses.version(slug, number);
        if (page.version().levels().size() < 2) {
            throw new Problem.NotFound("framework.problem.noLevelsToCompare");
        }
        var lower = level(page, from, 0);
        var higher = level(
                page,
                to,
                Math.min(
                        page.version().levels().indexOf(lower) + 1,
                        page.version().levels().size() - 1));
        model.addAttribute("page", page);
        model.addAttribute("comparison", comparisons.compare(page.version(), lower, higher));
        return "framework/web/compare";
    }

    private static LevelEntry level(VersionPage page, @Nullable String id, int otherwise) {
        if (id == null || id.isBlank()) {
            return page.version().levels().get(otherwise);
        }
        return page.version().level(id).orElseThrow(() -> new Problem.NotFound("framework.problem.noLevel"));
    }
}
