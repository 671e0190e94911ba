package org.espalier.roleprofile.composing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.roleprofile.composing.Change;
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

/** What the role is: its name, area, levels, experience and scope. */
@Controller
@RequestMapping("/authoring/roles/{version:\\d+}/facts")
class FactsPages {
    private final Drafts drafts;

    FactsPages(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The facts as they were typed. */
    record Facts(
            String title,
            String publisher,
            String rights,
            String namedRole,
            String areaOfWork,
            String experienceRequired,
            List<Integer> levels,
            String scope) {

        static Facts of(Composing page) {
            var document = page.draft().document();
            var role = page.role();
            return new Facts(
                    typed(document.title()),
                    typed(document.publisher()),
                    typed(document.rights()),
                    typed(role.namedRole()),
                    typed(role.areaOfWork()),
                    typed(role.experienceRequired()),
                    role.careerFrameworkLevels(),
                    String.join("\n\n", role.scope()));
        }

        private static String typed(@Nullable String text) {
            return text == null ? "" : text;
        }

        Change.Describe change() {
            return new Change.Describe(
                    title.strip(),
                    Drafts.optional(publisher),
                    Drafts.optional(rights),
                    namedRole.strip(),
                    Drafts.optional(areaOfWork),
                    Drafts.optional(experienceRequired),
                    levels,
                    Arrays.stream(scope.split("\\R\\s*\\R"))
                            .map(paragraph -> paragraph.strip().replaceAll("\\s*\\R\\s*", " "))
                            .filter(paragraph -> !paragraph.isEmpty())
                            .toList());
        }
    }

    @GetMapping
    String facts(@AuthenticationPrincipal Actor actor, @PathVariable long version, Model model) {
        var page = drafts.show(actor, version, FormErrors.none(), null);
        return facts(page, Facts.of(page), model);
    }

    @PostMapping
    String changed(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String publisher,
            @RequestParam(defaultValue = "") String rights,
            @RequestParam(defaultValue = "") String namedRole,
            @RequestParam(defaultValue = "") String areaOfWork,
            @RequestParam(defaultValue = "") String experienceRequired,
            @RequestParam(required = false) @Nullable List<Integer> levels,
            @RequestParam(defaultValue = "") String scope,
            HttpServletResponse response,
            Model model) {
        var facts = new Facts(
                title,
                publisher,
                rights,
                namedRole,
                areaOfWork,
                experienceRequired,
                levels == null ? List.of() : List.copyOf(levels),
                scope);
        var errors = FormErrors.none();
        if (title.isBlank()) {
            errors = errors.and("title", "roleprofile.refused.noTitle");
        }
        if (namedRole.isBlank()) {
            errors = errors.and("namedRole", "roleprofile.refused.noRoleName");
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
            errors = drafts.make(actor, version, revision, facts.change(), "title", response);
        }
        return errors.any()
                ? facts(drafts.show(actor, version, errors, null), facts, model)
                : "redirect:/authoring/roles/" + version + "?done=saved";
    }

    private static String facts(Composing page, Facts facts, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("facts", facts);
        return "roleprofile/composing/web/facts";
    }
}
