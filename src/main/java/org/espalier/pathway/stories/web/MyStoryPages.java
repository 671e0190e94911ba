package org.espalier.pathway.stories.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.espalier.access.Actor;
import org.espalier.pathway.stories.StoryId;
import org.espalier.pathway.stories.StoryPlace;
import org.espalier.pathway.stories.TellStory;
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

/** A person's own stories: write, look at as everybody will, publish, take back, delete. */
@Controller
@RequestMapping("/me/stories")
class MyStoryPages {
    private static final String ID = "/{id:\\d+}";

    private final TellStory tell;
    private final Places places;

    MyStoryPages(TellStory tell, Places places) {
        this.tell = tell;
        this.places = places;
    }

    @GetMapping
    String mine(@AuthenticationPrincipal Actor actor, @RequestParam @Nullable String done, Model model) {
        model.addAttribute(
                "stories",
                tell.mine(actor).stream()
                        .map(story -> StoryView.of(story, places))
                        .toList());
        model.addAttribute("done", Done.of(done));
        return "pathway/stories/web/mine";
    }

    /** What was just done, for the banner. */
    enum Done {
        PUBLISHED,
        WITHDRAWN,
        DELETED;

        static @Nullable Done of(@Nullable String slug) {
            for (var done : values()) {
                if (done.name().equalsIgnoreCase(slug)) {
                    return done;
                }
            }
            return null;
        }
    }

    @GetMapping("/new")
    String begin(
            @RequestParam(defaultValue = "") String framework,
            @RequestParam(defaultValue = "") String level,
            Model model) {
        var place = new StoryPlace(framework, level.isEmpty() ? null : level);
        return form(
                null, StoryForm.empty(List.copyOf(places.show(List.of(place)).keySet())), null, model);
    }

    @PostMapping
    String write(
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return write(actor, null, request, response, model);
    }

    @GetMapping(ID)
    String edit(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        var story = tell.get(actor, new StoryId(id));
        model.addAttribute("reason", story.reason());
        return form(story.id(), StoryForm.of(story), null, model);
    }

    @PostMapping(ID)
    String rewrite(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return write(actor, tell.get(actor, new StoryId(id)).id(), request, response, model);
    }

    private String write(
            Actor actor, @Nullable StoryId id, HttpServletRequest request, HttpServletResponse response, Model model) {
        var typed = StoryForm.typed(request);
        if ("find".equals(request.getParameter("then"))) {
            return form(id, typed, places.find(typed.find()), model);
        }
        var form = typed.checked();
        if (!form.errors().any()) {
            return "redirect:/me/stories/" + tell.write(actor, id, form.text()) + "/preview";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(id, form, null, model);
    }

    @GetMapping(ID + "/preview")
    String preview(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        return preview(actor, new StoryId(id), FormErrors.none(), model);
    }

    @PostMapping(ID + "/publish")
    String publish(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam @Nullable String agree,
            HttpServletResponse response,
            Model model) {
        var story = new StoryId(id);
        if (agree == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return preview(actor, story, FormErrors.of("agree", "pathway.stories.agree.missing"), model);
        }
        tell.publish(actor, story);
        return "redirect:/me/stories?done=published";
    }

    @PostMapping(ID + "/withdraw")
    String withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        tell.withdraw(actor, new StoryId(id));
        return "redirect:/me/stories?done=withdrawn";
    }

    @GetMapping(ID + "/delete")
    String askToDelete(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        model.addAttribute("story", tell.get(actor, new StoryId(id)));
        return "pathway/stories/web/delete";
    }

    @PostMapping(ID + "/delete")
    String delete(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        tell.delete(actor, new StoryId(id));
        return "redirect:/me/stories?done=deleted";
    }

    private String preview(Actor actor, StoryId id, FormErrors errors, Model model) {
        var story = tell.get(actor, id);
        model.addAttribute("view", StoryView.of(story, places));
        model.addAttribute("byline", story.text().shownAs().of(actor.name()));
        model.addAttribute("errors", errors);
        return "pathway/stories/web/preview";
    }

    /** @param found what was found for the words in the form; null when nobody looked */
    private String form(@Nullable StoryId id, StoryForm form, @Nullable List<Places.Shown> found, Model model) {
        var choices = new LinkedHashMap<>(places.show(form.places()));
        Optional.ofNullable(found).orElse(List.of()).forEach(shown -> choices.putIfAbsent(shown.place(), shown));
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("choices", new ArrayList<>(choices.values()));
        model.addAttribute("nothingFound", found != null && found.isEmpty());
        return "pathway/stories/web/write";
    }
}
