package org.espalier.home.web;

import org.espalier.framework.PublishedVersions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page, and the pages about Espalier itself. */
@Controller
class HomePages {
    private final PublishedVersions versions;

    HomePages(PublishedVersions versions) {
        this.versions = versions;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("frameworks", versions.allCurrent());
        return "home/web/home";
    }

    @GetMapping("/about")
    String about() {
        return "home/web/about";
    }

    @GetMapping("/accessibility")
    String accessibility() {
        return "home/web/accessibility";
    }
}
