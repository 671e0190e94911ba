package org.espalier.assessment.web;

import org.espalier.access.Actor;
import org.espalier.assessment.request.Conflicts;
import org.espalier.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an assessor sees the conflicts of interest they have declared, and ends one. */
@Controller
@RequestMapping(AssessmentPaths.QUEUE + "/conflicts")
class ConflictPages {
    private final Conflicts conflicts;

    ConflictPages(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    @GetMapping
    String all(@AuthenticationPrincipal Actor actor, @RequestParam @Nullable String ended, Model model) {
        model.addAttribute("conflicts", conflicts.declaredBy(actor.account()));
        model.addAttribute("ended", ended != null);
        return "assessment/web/conflicts";
    }

    @PostMapping("/{id:\\d+}/end")
    String end(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        if (!conflicts.end(actor.account(), id)) {
            throw new Problem.NotFound("assessment.problem.noConflict");
        }
        return "redirect:" + AssessmentPaths.QUEUE + "/conflicts?ended";
    }
}
