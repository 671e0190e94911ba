package org.espalier.development.web;

import jakarta.servlet.http.HttpServletRequest;
import org.espalier.access.Actor;
import org.espalier.development.ActionId;
import org.espalier.development.ChangePlan;
import org.espalier.development.NoteId;
import org.espalier.development.Objective;
import org.espalier.development.ObjectiveId;
import org.espalier.development.PlanView;
import org.espalier.development.PlanViews;
import org.espalier.framework.StatementId;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.espalier.ui.FormErrors;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** One objective to write: every button of the form saves what stands in it first, and a script saves all along. */
@Controller
@RequestMapping("/me/plan/objectives/{id:\\d+}")
class ObjectivePages {
    private final People people;
    private final PlanViews views;
    private final ChangePlan changePlan;

    ObjectivePages(People people, PlanViews views, ChangePlan changePlan) {
        this.people = people;
        this.views = views;
        this.changePlan = changePlan;
    }

    @GetMapping
    String objective(
            @PathVariable long id,
            @RequestParam @Nullable String removed,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var view = views.of(people.of(actor));
        var objective = find(view, id);
        return page(view, objective, ObjectiveForm.of(objective), FormErrors.none(), removed, model);
    }

    @PostMapping(params = "do=autosave")
    ResponseEntity<String> autosave(
            @PathVariable long id,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute("frame") PageFrame frame) {
        var objective = find(views.of(people.of(actor)), id);
        var form = ObjectiveForm.of(request, objective);
        changePlan.save(actor, form.on(objective, changePlan.today()));
        var errors = form.errors();
        return errors.any()
                ? ResponseEntity.unprocessableContent()
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(frame.t(
                                "development.plan.savedBut",
                                errors.all().getFirst().text(frame)))
                : ResponseEntity.noContent().build();
    }

    @PostMapping
    Object save(
            @PathVariable long id,
            @RequestParam(name = "do", defaultValue = "save") String wish,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        var view = views.of(people.of(actor));
        var objective = find(view, id);
        var form = ObjectiveForm.of(request, objective);
        var button = Button.of(wish);
        if (button.verb().equals("up") || button.verb().equals("down")) {
            form = form.moved(new ActionId(button.id()), button.verb().equals("up") ? -1 : 1);
        }
        changePlan.save(actor, form.on(objective, changePlan.today()));
        var errors = form.errors();
        if (errors.any()) {
            response.setStatus(422);
            return page(view, objective, form, errors, null, model);
        }
        return new RedirectView(pressed(actor, view, objective, button));
    }

    @PostMapping("/parts/bring-back")
    String bringBack(@PathVariable long id, @RequestParam String removed, @AuthenticationPrincipal Actor actor) {
        setRemoved(actor, new ObjectiveId(id), Button.of(removed), false);
        return "redirect:" + address(new ObjectiveId(id));
    }

    /** Does what the button says and returns where to go. */
    private String pressed(Actor actor, PlanView view, Objective objective, Button button) {
        var here = address(objective.id());
        return switch (button.verb()) {
            case "save" -> PlanPages.ADDRESS + "#objective-" + objective.id();
            case "add" -> here + "#action-" + changePlan.addAction(actor, objective.id(), "");
            case "up", "down" -> here + "#action-" + button.id();
            case "learn" -> {
                var learning = view.learning(objective).stream()
                        .filter(line -> line.statement().id().value() == button.id())
                        .findFirst()
                        .orElseThrow(() -> new Problem.NotFound("development.problem.noSuggestion"));
                yield here + "#action-"
                        + changePlan.addAction(
                                actor, objective.id(), learning.statement().text());
            }
            case "note" -> here + "#note-" + changePlan.addNote(actor, objective.id());
            case "remove", "drop", "unnote" -> {
                setRemoved(actor, objective.id(), button, true);
                yield here + "?removed=" + button.verb() + "-" + button.id();
            }
            default -> here;
        };
    }

    private void setRemoved(Actor actor, ObjectiveId objective, Button button, boolean removed) {
        if (button.verb().equals("unnote")) {
            changePlan.setRemoved(actor, objective, new NoteId(button.id()), removed);
        } else if (button.verb().equals("remove")) {
            changePlan.setRemoved(actor, objective, new ActionId(button.id()), removed);
        } else {
            changePlan.setRemoved(actor, objective, new StatementId(button.id()), removed);
        }
    }

    /** What a button asks for, and of which action or statement: {@code remove-12}. */
    private record Button(String verb, long id) {
        static Button of(String wish) {
            var dash = wish.indexOf('-');
            try {
                return dash < 0
                        ? new Button(wish, 0)
                        : new Button(wish.substring(0, dash), Long.parseLong(wish.substring(dash + 1)));
            } catch (NumberFormatException e) {
                throw new Problem.Invalid("development.problem.noButton");
            }
        }
    }

    private static Objective find(PlanView view, long id) {
        return view.plan()
                .objective(new ObjectiveId(id))
                .orElseThrow(() -> new Problem.NotFound("development.problem.noObjective"));
    }

    private static String page(
            PlanView view,
            Objective objective,
            ObjectiveForm form,
            FormErrors errors,
            @Nullable String removed,
            Model model) {
        model.addAttribute("view", view);
        model.addAttribute("objective", objective);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("removed", removed);
        return "development/web/objective";
    }

    static String address(ObjectiveId objective) {
        return PlanPages.ADDRESS + "/objectives/" + objective;
    }
}
