package org.espalier.pathway.stories.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.kernel.Problem;
import org.espalier.pathway.stories.ModerateStories;
import org.espalier.pathway.stories.Stories;
import org.espalier.pathway.stories.StoryId;
import org.espalier.pathway.stories.StoryPlace;
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

/** Career stories for everybody, the way to report one, and the page on which reports are answered. */
@Controller
@RequestMapping("/stories")
class StoryPages {
    private final Stories stories;
    private final ModerateStories moderate;
    private final Places places;

    StoryPages(Stories stories, ModerateStories moderate, Places places) {
        this.stories = stories;
        this.moderate = moderate;
        this.places = places;
    }

    @GetMapping
    String all(
            @RequestParam(defaultValue = "") String framework,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "1") String page,
            @AuthenticationPrincipal @Nullable Actor actor,
            Model model) {
        var place = framework.isEmpty() ? null : new StoryPlace(framework, level.isEmpty() ? null : level);
        var number = page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1;
        var found = stories.published(place, number);
        model.addAttribute(
                "about",
                place == null
                        ? null
                        : places.show(List.of(place)).values().stream()
                                .findFirst()
                                .orElse(null));
        model.addAttribute("place", place);
        model.addAttribute("page", number);
        model.addAttribute("hasNext", found.size() > Stories.PAGE);
        model.addAttribute(
                "stories",
                found.stream()
                        .limit(Stories.PAGE)
                        .map(story -> StoryView.of(story, places))
                        .toList());
        model.addAttribute("moderator", ModerateStories.mayModerate(actor));
        return "pathway/stories/web/stories";
    }

    @GetMapping("/{id:\\d+}")
    String story(
            @PathVariable long id,
            @RequestParam @Nullable String reported,
            @AuthenticationPrincipal @Nullable Actor actor,
            Model model) {
        return story(new StoryId(id), reported != null, "", FormErrors.none(), actor, model);
    }

    @PostMapping("/{id:\\d+}/report")
    String report(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal @Nullable Actor actor,
            HttpServletResponse response,
            Model model) {
        var story = new StoryId(id);
        var errors = checked(words, "words", "pathway.stories.report.missing", ModerateStories.LONGEST_REPORT);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return story(story, false, words, errors, actor, model);
        }
        moderate.report(story, actor, words.strip());
        return "redirect:/stories/" + story + "?reported";
    }

    @GetMapping("/reported")
    String reported(@AuthenticationPrincipal Actor actor, Model model) {
        return reported(actor, 0, "", FormErrors.none(), model);
    }

    @PostMapping("/{id:\\d+}/take-down")
    String takeDown(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        var field = "reason-" + id;
        var errors = checked(reason, field, "pathway.stories.reason.missing", ModerateStories.LONGEST_REASON);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return reported(actor, id, reason, errors, model);
        }
        moderate.takeDown(actor, new StoryId(id), reason.strip());
        return "redirect:/stories/reported";
    }

    @PostMapping("/{id:\\d+}/leave")
    String leave(@PathVariable long id, @AuthenticationPrincipal Actor actor) {
        moderate.leave(actor, new StoryId(id));
        return "redirect:/stories/reported";
    }

    private String story(
            StoryId id, boolean reported, String words, FormErrors errors, @Nullable Actor actor, Model model) {
        var story =
                stories.findPublished(id).orElseThrow(() -> new Problem.NotFound("pathway.stories.problem.noStory"));
        model.addAttribute("view", StoryView.of(story, places));
        model.addAttribute("reported", reported);
        model.addAttribute("words", words);
        model.addAttribute("errors", errors);
        model.addAttribute("moderator", ModerateStories.mayModerate(actor));
        return "pathway/stories/web/story";
    }

    private String reported(Actor actor, long typedFor, String typed, FormErrors errors, Model model) {
        model.addAttribute("reported", moderate.reported(actor));
        model.addAttribute("typedFor", typedFor);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "pathway/stories/web/reported";
    }

    private static FormErrors checked(String typed, String field, String missing, int longest) {
        if (typed.isBlank()) {
            return FormErrors.of(field, missing);
        }
        return typed.strip().length() > longest
                ? FormErrors.of(field, "pathway.stories.long", longest)
                : FormErrors.none();
    }
}
