package org.espalier.person.web;

import jakarta.servlet.http.HttpServletResponse;
import org.espalier.access.Actor;
import org.espalier.framework.FrameworkVersion;
import org.espalier.person.SetAim;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The question what somebody aims for: a level of this framework, or a role that some profile describes. */
@Controller
@RequestMapping("/me/frameworks/{slug}/aim")
class AimPages {
    /** Stands before the slug of a role profile in an answer; a level's id holds no slash. */
    static final String ROLE = "role/";

    private final MyFrameworks frameworks;
    private final SetAim setAim;

    AimPages(MyFrameworks frameworks, SetAim setAim) {
        this.frameworks = frameworks;
        this.setAim = setAim;
    }

    @GetMapping
    String aim(@AuthenticationPrincipal Actor actor, @PathVariable String slug, Model model) {
        var framework = frameworks.inForce(actor, slug);
        return page(framework, chosenBefore(framework), FormErrors.none(), model);
    }

    @PostMapping
    String set(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String slug,
            @RequestParam @Nullable String aim,
            HttpServletResponse response,
            Model model) {
        var framework = frameworks.inForce(actor, slug);
        if (aim == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(framework, "", FormErrors.of("aim", "person.aim.missing"), model);
        }
        var chosen = aim.startsWith(ROLE) ? frameworks.inForce(actor, aim.substring(ROLE.length())) : framework;
        setAim.to(actor, chosen.version(), aim.startsWith(ROLE) ? null : aim);
        return "redirect:" + chosen.address();
    }

    private String page(MyFramework framework, String answer, FormErrors errors, Model model) {
        model.addAttribute("framework", framework);
        model.addAttribute(
                "roles",
                frameworks.toChooseFrom().stream().filter(MyFramework::isRole).toList());
        model.addAttribute("answer", answer);
        model.addAttribute("errors", errors);
        return "person/web/aim";
    }

    /** The answer that stands for a role. */
    static String role(FrameworkVersion version) {
        return ROLE + version.slug();
    }

    private static String chosenBefore(MyFramework framework) {
        if (!framework.hasLevels()) {
            return role(framework.version());
        }
        var aim = framework.aim();
        return aim == null || aim.level() == null ? "" : aim.level();
    }
}
