package org.espalier.pathway.titles.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.espalier.access.Actor;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.format.LevelEntry;
import org.espalier.kernel.Problem;
import org.espalier.pathway.titles.NameRoles;
import org.espalier.pathway.titles.OtherName;
import org.espalier.pathway.titles.OtherNames;
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

/** Where authors keep what people call roles and levels in everyday words. */
@Controller
@RequestMapping("/author/names")
class NamePages {
    private final PublishedVersions versions;
    private final OtherNames names;
    private final NameRoles nameRoles;

    NamePages(PublishedVersions versions, OtherNames names, NameRoles nameRoles) {
        this.versions = versions;
        this.names = names;
        this.nameRoles = nameRoles;
    }

    /**
     * A role or level with its other names.
     *
     * @param level null for the role
     */
    record Named(@Nullable LevelEntry level, List<OtherName> names) {
        /** In forms; empty for the role. */
        String value() {
            return level == null ? "" : level.id();
        }
    }

    /** What was typed. */
    record Form(String level, String words, FormErrors errors) {
        static final Form EMPTY = new Form("", "", FormErrors.none());
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("frameworks", versions.allCurrent());
        return "pathway/titles/web/frameworks";
    }

    @GetMapping("/{slug}")
    String names(@PathVariable String slug, @RequestParam @Nullable String done, Model model) {
        return page(current(slug), Form.EMPTY, "added".equals(done) || "removed".equals(done) ? done : null, model);
    }

    @PostMapping("/{slug}")
    String add(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model) {
        var version = current(slug);
        return switch (nameRoles.add(actor, version, level.isEmpty() ? null : level, words)) {
            case ADDED -> "redirect:/author/names/" + version.slug() + "?done=added";
            case MISSING -> again(version, level, words, "pathway.titles.words.missing", response, model);
            case TOO_LONG -> again(version, level, words, "pathway.titles.words.long", response, model);
            case THERE_ALREADY -> again(version, level, words, "pathway.titles.words.there", response, model);
        };
    }

    @PostMapping("/{slug}/{id:\\d+}/remove")
    String remove(@AuthenticationPrincipal Actor actor, @PathVariable String slug, @PathVariable long id) {
        var version = current(slug);
        nameRoles.remove(actor, version, id);
        return "redirect:/author/names/" + version.slug() + "?done=removed";
    }

    private String again(
            FrameworkVersion version,
            String level,
            String words,
            String messageKey,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var errors = FormErrors.of("words", messageKey, NameRoles.LONGEST);
        return page(version, new Form(level, words, errors), null, model);
    }

    private String page(FrameworkVersion version, Form form, @Nullable String done, Model model) {
        var inUse = names.of(version.slug());
        var places = new ArrayList<Named>();
        if (!version.expectationsOfRole().isEmpty()) {
            places.add(named(null, inUse));
        }
        version.levels().forEach(level -> places.add(named(level, inUse)));
        model.addAttribute("version", version);
        model.addAttribute("places", places);
        model.addAttribute("form", form);
        model.addAttribute("done", Optional.ofNullable(done).orElse(""));
        model.addAttribute("history", names.history(version.slug()));
        return "pathway/titles/web/names";
    }

    private static Named named(@Nullable LevelEntry level, List<OtherName> inUse) {
        return new Named(
                level,
                inUse.stream()
                        .filter(name -> Objects.equals(name.level(), level == null ? null : level.id()))
                        .toList());
    }

    private FrameworkVersion current(String slug) {
        return versions.current(slug).orElseThrow(() -> new Problem.NotFound("pathway.titles.problem.noFramework"));
    }
}
