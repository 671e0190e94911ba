package org.espalier.framework.web;

import org.espalier.framework.PublishedVersions;
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

    FrameworkPages(PublishedVersions versions, VersionAddresses addresses) {
        this.versions = versions;
        this.addresses = addresses;
    }

    @GetMapping("/frameworks")
    String catalogue(Model model) {
        model.addAttribute("inForce", versions.allCurrent());
        return "framework/web/catalogue";
    }

    @GetMapping("/frameworks/{slug}")
    String current(@PathVariable String slug, Model model) {
        return overview(addresses.current(slug), model);
    }

    @GetMapping("/frameworks/{slug}/versions/{number}")
    String version(@PathVariable String slug, @PathVariable int number, Model model) {
        return overview(addresses.version(slug, number), model);
    }

    private static String overview(VersionPage page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("matrix", Matrix.of(page.version()));
        return "framework/web/overview";
    }

    @GetMapping("/frameworks/{slug}/versions/{number}/levels/{id}")
    String level(@PathVariable String slug, @PathVariable int number, @PathVariable String id, Model model) {
        var page = addresses.version(slug, number);
        var level = page.version()
                .level(id)
                .orElseThrow(() -> new Problem.NotFound("This framework has no such level. Look at all its levels."));
        var statements = page.version().statements().stream()
                .filter(statement -> id.equals(statement.level()))
                .toList();
        model.addAttribute("page", page);
        model.addAttribute("level", level);
        model.addAttribute("sections", Section.of(page.version(), statements));
        return "framework/web/level";
    }
}
