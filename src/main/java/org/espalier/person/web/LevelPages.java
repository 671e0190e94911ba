package org.espalier.person.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.person.Pillar;
import org.espalier.person.StateLevels;
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

/** The question at what level somebody works now; a second page asks pillar by pillar when it differs. */
@Controller
@RequestMapping("/me/frameworks/{slug}")
class LevelPages {
    /** Answers that are no level; a level's id holds no underscore. */
    static final String NONE = "_none";

    static final String DIFFERENT = "_different";
    private static final String PILLAR = "pillar-";

    private final MyFrameworks frameworks;
    private final StateLevels stateLevels;

    LevelPages(MyFrameworks frameworks, StateLevels stateLevels) {
        this.frameworks = frameworks;
        this.stateLevels = stateLevels;
    }

    @GetMapping("/level")
    String level(@AuthenticationPrincipal Actor actor, @PathVariable String slug, Model model) {
        var framework = frameworks.inForce(actor, slug);
        if (!framework.hasLevels()) {
            return "redirect:" + framework.address() + "/aim";
        }
        return levelPage(framework, statedBefore(framework), FormErrors.none(), model);
    }

    @PostMapping("/level")
    String state(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String slug,
            @RequestParam @Nullable String level,
            HttpServletResponse response,
            Model model) {
        var framework = frameworks.inForce(actor, slug);
        if (level == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return levelPage(framework, null, FormErrors.of("level", "person.level.missing"), model);
        }
        if (level.equals(DIFFERENT)) {
            return "redirect:" + framework.address() + "/levels";
        }
        stateLevels.everywhere(actor, framework.version(), level.equals(NONE) ? null : level);
        return next(framework);
    }

    @GetMapping("/levels")
    String levels(@AuthenticationPrincipal Actor actor, @PathVariable String slug, Model model) {
        var framework = frameworks.inForce(actor, slug);
        if (framework.pillars().isEmpty()) {
            return "redirect:" + framework.address() + "/level";
        }
        var stated = framework.stated();
        var before = new HashMap<String, String>();
        if (stated != null) {
            for (var pillar : framework.pillars()) {
                var group = pillar.group().id();
                if (stated.isStated(group)) {
                    before.put(group, stated.in(group).filter(pillar::has).orElse(NONE));
                }
            }
        }
        return levelsPage(framework, before, FormErrors.none(), model);
    }

    @PostMapping("/levels")
    String stateByPillar(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String slug,
            @RequestParam Map<String, String> answers,
            HttpServletResponse response,
            Model model) {
        var framework = frameworks.inForce(actor, slug);
        var levels = new HashMap<String, String>();
        var atNone = new HashSet<String>();
        for (var pillar : framework.pillars()) {
            var answer = answers.get(field(pillar));
            if (NONE.equals(answer)) {
                atNone.add(pillar.group().id());
            } else if (answer != null) {
                levels.put(pillar.group().id(), answer);
            }
        }
        if (levels.isEmpty() && atNone.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var first = framework.pillars().getFirst();
            return levelsPage(framework, levels, FormErrors.of(field(first), "person.levels.missing"), model);
        }
        stateLevels.byPillar(actor, framework.version(), levels, atNone);
        return next(framework);
    }

    /** The name, and the id of the first radio button, of the question about a pillar. */
    static String field(Pillar pillar) {
        return PILLAR + pillar.group().id();
    }

    /** On to the aim the first time; afterwards back to where the change began. */
    private static String next(MyFramework framework) {
        return "redirect:" + framework.address() + (framework.aim() == null ? "/aim" : "");
    }

    private static @Nullable String statedBefore(MyFramework framework) {
        var stated = framework.stated();
        if (stated == null) {
            return null;
        }
        return stated.differs() ? DIFFERENT : stated.whole() == null ? NONE : stated.whole();
    }

    private static String levelPage(MyFramework framework, @Nullable String answer, FormErrors errors, Model model) {
        model.addAttribute("framework", framework);
        model.addAttribute("answer", answer == null ? "" : answer);
        model.addAttribute("errors", errors);
        return "person/web/level";
    }

    private static String levelsPage(
            MyFramework framework, Map<String, String> answers, FormErrors errors, Model model) {
        model.addAttribute("framework", framework);
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        return "person/web/levels";
    }
}
