package org.espalier.pathway.closest.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.espalier.pathway.closest.Destinations;
import org.espalier.pathway.closest.Hint;
import org.espalier.pathway.closest.Ticks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The roles and levels that seem closest to a member of the public, from a few ticks. The ticks stay in a cookie of their
 * browser; where it keeps none, each form carries them on. Nothing is stored, and nobody is told.
 */
@Controller
class TickPages {
    static final int QUESTIONS = 10;
    private static final int SHOWN = 15;

    private final Destinations destinations;

    TickPages(Destinations destinations) {
        this.destinations = destinations;
    }

    @GetMapping("/closest")
    String start(HttpServletRequest request, HttpServletResponse response, Model model) {
        var ticks = TickCookie.read(request).orElse(Ticks.NONE);
        return ticks.isEmpty() ? ask(ticks, request, response, model) : show(ticks, null, model);
    }

    @GetMapping("/closest/questions")
    String more(HttpServletRequest request, HttpServletResponse response, Model model) {
        return ask(TickCookie.read(request).orElse(Ticks.NONE), request, response, model);
    }

    /** The way to more questions without a cookie. */
    @PostMapping("/closest/questions")
    String more(
            @RequestParam(defaultValue = "") String carried,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return ask(Ticks.read(carried), request, response, model);
    }

    @PostMapping("/closest")
    String tick(
            @RequestParam(defaultValue = "") String carried,
            @RequestParam(defaultValue = "") List<String> asked,
            @RequestParam(defaultValue = "") List<String> tick,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var kept = TickCookie.read(request);
        var before = kept.filter(ticks -> !ticks.isEmpty()).orElseGet(() -> Ticks.read(carried));
        var ticks = before.and(Ticks.ofNumbers(asked), Ticks.ofNumbers(tick));
        TickCookie.write(ticks, request, response);
        return kept.isPresent() ? "redirect:/closest" : show(ticks, ticks.text(), model);
    }

    @PostMapping("/closest/again")
    String again(HttpServletRequest request, HttpServletResponse response) {
        TickCookie.forget(request, response);
        return "redirect:/closest";
    }

    private String ask(Ticks ticks, HttpServletRequest request, HttpServletResponse response, Model model) {
        var questions = destinations.questions();
        var known = questions.known(ticks);
        TickCookie.write(known, request, response);
        model.addAttribute("ticks", known);
        model.addAttribute("questions", questions.next(known, Math.min(QUESTIONS, Ticks.MOST - known.asked())));
        return "pathway/closest/web/questions";
    }

    /** @param carried null where the cookie does it */
    private String show(Ticks ticks, @Nullable String carried, Model model) {
        var questions = destinations.questions();
        var known = questions.known(ticks);
        var ticked = questions.ranked(known).stream()
                .filter(hint -> hint.ticked() > 0)
                .toList();
        model.addAttribute("ticks", known);
        model.addAttribute("carried", carried);
        model.addAttribute(
                "rows",
                ticked.stream()
                        .limit(SHOWN)
                        .map(hint -> new TickRow(new Place(hint.destination()), hint))
                        .toList());
        model.addAttribute("others", Math.max(0, ticked.size() - SHOWN));
        model.addAttribute("expectations", questions.expectations());
        model.addAttribute(
                "more", known.asked() < Ticks.MOST && !questions.next(known, 1).isEmpty());
        return "pathway/closest/web/ticked";
    }

    /** One destination that seems close. */
    record TickRow(Place place, Hint hint) {}
}
