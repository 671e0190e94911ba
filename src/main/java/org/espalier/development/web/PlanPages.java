package org.espalier.development.web;

import org.espalier.access.Actor;
import org.espalier.development.ActionId;
import org.espalier.development.ChangePlan;
import org.espalier.development.ObjectiveId;
import org.espalier.development.PlanViews;
import org.espalier.person.People;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's development plan at a glance, and to take away. */
@Controller
class PlanPages {
    static final String ADDRESS = "/me/plan";

    private final People people;
    private final PlanViews views;
    private final ChangePlan changePlan;

    PlanPages(People people, PlanViews views, ChangePlan changePlan) {
        this.people = people;
        this.views = views;
        this.changePlan = changePlan;
    }

    @GetMapping(ADDRESS)
    String plan(@RequestParam @Nullable Long removed, @AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("view", views.of(people.of(actor)));
        model.addAttribute("removed", removed);
        return "development/web/plan";
    }

    @GetMapping(ADDRESS + ".pdf")
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal Actor actor, @ModelAttribute("frame") PageFrame frame) {
        return TakeAway.pdf(PlanPaper.of(views.of(people.of(actor)), actor.name(), frame.messages()), "plan");
    }

    @GetMapping(ADDRESS + ".docx")
    ResponseEntity<byte[]> word(@AuthenticationPrincipal Actor actor, @ModelAttribute("frame") PageFrame frame) {
        return TakeAway.word(PlanPaper.of(views.of(people.of(actor)), actor.name(), frame.messages()), "plan");
    }

    @PostMapping(ADDRESS + "/objectives/{objective}/up")
    String up(@PathVariable long objective, @AuthenticationPrincipal Actor actor) {
        changePlan.move(actor, new ObjectiveId(objective), -1);
        return backTo(objective);
    }

    @PostMapping(ADDRESS + "/objectives/{objective}/down")
    String down(@PathVariable long objective, @AuthenticationPrincipal Actor actor) {
        changePlan.move(actor, new ObjectiveId(objective), 1);
        return backTo(objective);
    }

    @PostMapping(ADDRESS + "/objectives/{objective}/remove")
    String remove(@PathVariable long objective, @AuthenticationPrincipal Actor actor) {
        changePlan.remove(actor, new ObjectiveId(objective));
        return "redirect:" + ADDRESS + "?removed=" + objective;
    }

    @PostMapping(ADDRESS + "/objectives/{objective}/bring-back")
    String bringBack(@PathVariable long objective, @AuthenticationPrincipal Actor actor) {
        changePlan.bringBack(actor, new ObjectiveId(objective));
        return backTo(objective);
    }

    @PostMapping(ADDRESS + "/objectives/{objective}/actions/{action}/done")
    String done(
            @PathVariable long objective,
            @PathVariable long action,
            @RequestParam(defaultValue = "false") boolean done,
            @AuthenticationPrincipal Actor actor) {
        changePlan.setDone(actor, new ObjectiveId(objective), new ActionId(action), done);
        return backTo(objective);
    }

    private static String backTo(long objective) {
        return "redirect:" + ADDRESS + "#objective-" + objective;
    }
}
