package org.espalier.roleprofile.composing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.framework.format.RequirementEntry;
import org.espalier.kernel.Problem;
import org.espalier.roleprofile.composing.Change;
import org.espalier.roleprofile.composing.RequirementTree;
import org.espalier.roleprofile.composing.RequirementTree.Joint;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody must bring to the role: one thing, and another, or one of several. */
@Controller
@RequestMapping("/authoring/roles/{version:\\d+}/requirements")
class RequirementPages {
    private static final String PATH = "(\\d{1,3}(\\.\\d{1,3}){0,8})?";

    private final Drafts drafts;

    RequirementPages(Drafts drafts) {
        this.drafts = drafts;
    }

    /** One thing to have, as it was typed. */
    record Typed(String text, boolean orEquivalent, String equivalent, boolean workingTowards, String binds) {
        static final Typed NOTHING = new Typed("", false, "", false, "");

        static Typed of(RequirementEntry entry) {
            return new Typed(
                    typed(entry.text()),
                    entry.orEquivalent(),
                    typed(entry.equivalent()),
                    entry.workingTowards(),
                    typed(entry.binds()));
        }

        private static String typed(@Nullable String text) {
            return text == null ? "" : text;
        }

        RequirementEntry entry() {
            return new RequirementEntry(
                    List.of(),
                    List.of(),
                    text.strip(),
                    orEquivalent || !equivalent.isBlank(),
                    Drafts.optional(equivalent),
                    workingTowards,
                    Drafts.optional(binds));
        }
    }

    @GetMapping
    String all(@AuthenticationPrincipal Actor actor, @PathVariable long version, Model model) {
        model.addAttribute("page", drafts.show(actor, version, FormErrors.none(), null));
        return "roleprofile/composing/web/requirements";
    }

    /** @param how {@code and} or {@code or} for a new part beside this one, {@code edit} for this one */
    @GetMapping("/part")
    String part(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "and") String how,
            Model model) {
        var page = drafts.show(actor, version, FormErrors.none(), null);
        var typed = how.equals("edit") ? Typed.of(there(page, at)) : Typed.NOTHING;
        return part(page, at, how, typed, model);
    }

    @PostMapping("/part")
    String changed(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "and") String how,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean orEquivalent,
            @RequestParam(defaultValue = "") String equivalent,
            @RequestParam(defaultValue = "false") boolean workingTowards,
            @RequestParam(defaultValue = "") String binds,
            HttpServletResponse response,
            Model model) {
        var typed = new Typed(text, orEquivalent, equivalent, workingTowards, binds);
        var page = drafts.show(actor, version, FormErrors.none(), null);
        var root = page.role().requirements();
        RequirementEntry changed;
        if (root == null) {
            changed = typed.entry();
        } else {
            there(page, at);
            changed = switch (how) {
                case "edit" -> RequirementTree.replace(root, at, typed.entry());
                case "or" -> RequirementTree.join(root, at, Joint.OR, typed.entry());
                default -> RequirementTree.join(root, at, Joint.AND, typed.entry());
            };
        }
        var errors = drafts.make(actor, version, revision, new Change.Require(changed), "text", response);
        return errors.any()
                ? part(drafts.show(actor, version, errors, null), at, how, typed, model)
                : "redirect:/authoring/roles/" + version + "/requirements";
    }

    @PostMapping("/remove")
    String remove(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String at,
            HttpServletResponse response,
            Model model) {
        var page = drafts.show(actor, version, FormErrors.none(), null);
        there(page, at);
        var root = page.role().requirements();
        var left = root == null ? null : RequirementTree.remove(root, at);
        var errors = drafts.make(actor, version, revision, new Change.Require(left), "requirements", response);
        if (errors.any()) {
            model.addAttribute("page", drafts.show(actor, version, errors, null));
            return "roleprofile/composing/web/requirements";
        }
        return "redirect:/authoring/roles/" + version + "?done=removed";
    }

    private static RequirementEntry there(Composing page, String at) {
        if (!at.matches(PATH)) {
            throw new Problem.NotFound("roleprofile.problem.noRequirement");
        }
        return RequirementTree.at(page.role().requirements(), at)
                .orElseThrow(() -> new Problem.NotFound("roleprofile.problem.noRequirement"));
    }

    private static String part(Composing page, String at, String how, Typed typed, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("at", at);
        model.addAttribute("how", how.matches("and|or|edit") ? how : "and");
        model.addAttribute(
                "beside", RequirementTree.at(page.role().requirements(), at).orElse(null));
        model.addAttribute("typed", typed);
        return "roleprofile/composing/web/requirement";
    }
}
