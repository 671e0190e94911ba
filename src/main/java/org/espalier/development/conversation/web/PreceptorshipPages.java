package org.espalier.development.conversation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.development.ChangePlan;
import org.espalier.development.conversation.Companions;
import org.espalier.development.conversation.HoldPreceptorship;
import org.espalier.development.conversation.PreceptorshipId;
import org.espalier.person.PersonId;
import org.espalier.ui.DateInput;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A preceptorship, the same page for both sides. */
@Controller
class PreceptorshipPages {
    private static final String ADDRESS = "/conversations/preceptorship";
    private static final Set<String> DONE = Set.of("started", "recorded", "planned", "ended", "broughtBack");
    private static final String PAGES = "development/conversation/web/";

    private final Companions companions;
    private final HoldPreceptorship hold;
    private final ChangePlan changePlan;

    PreceptorshipPages(Companions companions, HoldPreceptorship hold, ChangePlan changePlan) {
        this.companions = companions;
        this.hold = hold;
        this.changePlan = changePlan;
    }

    @GetMapping(ADDRESS + "/new")
    String start(
            @RequestParam @Nullable Long of,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        return startPage(actor, of, name, TermForm.usual(changePlan.today()), FormErrors.none(), model);
    }

    @PostMapping(ADDRESS)
    String started(
            @RequestParam @Nullable Long of,
            @RequestParam @Nullable Long with,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        var form = TermForm.of(request);
        var errors = form.errors();
        if (of == null && with == null) {
            errors = FormErrors.of("with", "development.who.missing");
        }
        if (errors.any()) {
            response.setStatus(422);
            return startPage(actor, of, name, form, errors, model);
        }
        var starts = form.starts().date().orElseThrow();
        var ends = form.ends().date().orElseThrow();
        var id = of != null
                ? hold.startOf(actor, new PersonId(of), starts, ends, form.minutes())
                : hold.startOwn(actor, new PersonId(with == null ? 0 : with), starts, ends, form.minutes());
        return to(id.value(), "started");
    }

    private String startPage(
            Actor actor, @Nullable Long of, String name, TermForm form, FormErrors errors, Model model) {
        model.addAttribute("of", of == null ? null : companions.report(actor, new PersonId(of)));
        model.addAttribute("who", Who.of(companions, actor, of == null, name));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return PAGES + "startPreceptorship";
    }

    @GetMapping(ADDRESS + "/{id:\\d+}")
    String preceptorship(
            @PathVariable long id,
            @RequestParam @Nullable String done,
            @RequestParam @Nullable Long removed,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var view = hold.read(actor, new PreceptorshipId(id));
        model.addAttribute("removed", removed);
        return page(view, EntryForm.empty(changePlan.today()), FormErrors.none(), done, model);
    }

    private static String page(
            HoldPreceptorship.View view, EntryForm form, FormErrors errors, @Nullable String done, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("done", DONE.contains(done == null ? "" : done) ? done : null);
        return PAGES + "preceptorship";
    }

    @PostMapping(ADDRESS + "/{id:\\d+}/entries")
    String record(
            @PathVariable long id,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        var form = EntryForm.of(request);
        if (form.errors().any()) {
            response.setStatus(422);
            return page(hold.read(actor, new PreceptorshipId(id)), form, form.errors(), null, model);
        }
        hold.record(
                actor,
                new PreceptorshipId(id),
                form.chosen().orElseThrow(),
                form.on().date().orElseThrow(),
                form.length().orElseThrow(),
                form.note());
        return to(id, "recorded");
    }

    @PostMapping(ADDRESS + "/{id:\\d+}/entries/{entry:\\d+}/remove")
    String remove(@PathVariable long id, @PathVariable long entry, @AuthenticationPrincipal Actor actor) {
        hold.setRemoved(actor, new PreceptorshipId(id), entry, true);
        return "redirect:" + ADDRESS + "/" + id + "?removed=" + entry;
    }

    @PostMapping(ADDRESS + "/{id:\\d+}/entries/{entry:\\d+}/bring-back")
    String bringBack(@PathVariable long id, @PathVariable long entry, @AuthenticationPrincipal Actor actor) {
        hold.setRemoved(actor, new PreceptorshipId(id), entry, false);
        return to(id, "broughtBack");
    }

    @PostMapping(ADDRESS + "/{id:\\d+}/planned-end")
    String plan(
            @PathVariable long id,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        var ends = DateInput.of(request, "ends");
        var view = hold.read(actor, new PreceptorshipId(id));
        if (ends.date().isEmpty()
                || ends.date().get().isBefore(view.preceptorship().startsOn())) {
            response.setStatus(422);
            return page(
                    view,
                    EntryForm.empty(changePlan.today()),
                    FormErrors.of("ends-day", "development.preceptorship.ends.wrong"),
                    null,
                    model);
        }
        hold.plan(actor, new PreceptorshipId(id), ends.date().get());
        return to(id, "planned");
    }

    @PostMapping(ADDRESS + "/{id:\\d+}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean completed,
            @AuthenticationPrincipal Actor actor) {
        hold.end(actor, new PreceptorshipId(id), completed);
        return to(id, "ended");
    }

    private static String to(long id, String done) {
        return "redirect:" + ADDRESS + "/" + id + "?done=" + done;
    }

    /** When a preceptorship runs, as it is written. */
    record TermForm(DateInput starts, DateInput ends, String hours) {
        private static final int USUAL_MONTHS = 12;
        private static final int MOST_HOURS = 1_000;

        static TermForm usual(LocalDate today) {
            return new TermForm(DateInput.of(today), DateInput.of(today.plusMonths(USUAL_MONTHS)), "");
        }

        static TermForm of(HttpServletRequest request) {
            return new TermForm(
                    DateInput.of(request, "starts"),
                    DateInput.of(request, "ends"),
                    Words.of(request.getParameter("hours")));
        }

        int minutes() {
            try {
                var typed = hours.isEmpty() ? 0 : Integer.parseInt(hours);
                return typed < 0 || typed > MOST_HOURS ? -1 : typed * 60;
            } catch (NumberFormatException e) {
                return -1;
            }
        }

        FormErrors errors() {
            var errors = FormErrors.none();
            if (starts.date().isEmpty()) {
                errors = errors.and("starts-day", "development.plan.notADay");
            }
            if (ends.date().isEmpty()
                    || starts.date().isPresent()
                            && ends.date().get().isBefore(starts.date().get())) {
                errors = errors.and("ends-day", "development.preceptorship.ends.wrong");
            }
            return minutes() < 0 ? errors.and("hours", "development.preceptorship.hours.wrong") : errors;
        }
    }
}
