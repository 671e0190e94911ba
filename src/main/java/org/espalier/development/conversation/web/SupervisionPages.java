package org.espalier.development.conversation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.development.ChangePlan;
import org.espalier.development.conversation.Companions;
import org.espalier.development.conversation.HoldSupervision;
import org.espalier.development.conversation.Supervision.Kind;
import org.espalier.development.conversation.SupervisionId;
import org.espalier.kernel.Problem;
import org.espalier.person.Insider;
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

/** Supervision and its log for the two, and how often it took place for those who look after people. */
@Controller
class SupervisionPages {
    private static final String ADDRESS = "/conversations/supervision";
    private static final Set<String> DONE = Set.of("started", "recorded", "changed", "arranged", "ended");
    private static final String PAGES = "development/conversation/web/";

    private final Companions companions;
    private final HoldSupervision hold;
    private final ChangePlan changePlan;

    SupervisionPages(Companions companions, HoldSupervision hold, ChangePlan changePlan) {
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
        return startPage(actor, of, name, "", DateInput.of((LocalDate) null), FormErrors.none(), model);
    }

    @PostMapping(ADDRESS)
    String started(
            @RequestParam @Nullable Long of,
            @RequestParam @Nullable Long with,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        var next = DateInput.of(request, "next");
        var errors = FormErrors.none();
        if (of == null && with == null) {
            errors = errors.and("with", "development.who.missing");
        }
        var chosen = kind(kind);
        if (chosen == null) {
            errors = errors.and("kind", "development.supervision.kind.missing");
        }
        if (next.isWrong()) {
            errors = errors.and("next-day", "development.plan.notADay");
        }
        if (errors.any() || chosen == null) {
            response.setStatus(422);
            return startPage(actor, of, name, kind, next, errors, model);
        }
        var nextOn = next.date().orElse(null);
        var id = of != null
                ? hold.startOf(actor, new PersonId(of), chosen, nextOn)
                : hold.startOwn(actor, new PersonId(with == null ? 0 : with), chosen, nextOn);
        return to(id.value(), "started");
    }

    private static @Nullable Kind kind(String slug) {
        for (var kind : Kind.values()) {
            if (kind.slug().equals(slug)) {
                return kind;
            }
        }
        return null;
    }

    private String startPage(
            Actor actor, @Nullable Long of, String name, String kind, DateInput next, FormErrors errors, Model model) {
        model.addAttribute("of", of == null ? null : companions.report(actor, new PersonId(of)));
        model.addAttribute("who", Who.of(companions, actor, of == null, name));
        model.addAttribute("kind", kind);
        model.addAttribute("next", next);
        model.addAttribute("errors", errors);
        return PAGES + "startSupervision";
    }

    @GetMapping(ADDRESS + "/{id:\\d+}")
    String supervision(
            @PathVariable long id,
            @RequestParam @Nullable String done,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var view = hold.read(actor, new SupervisionId(id));
        return page(view, SessionForm.empty(changePlan.today()), FormErrors.none(), done, model);
    }

    private static String page(
            HoldSupervision.View view, SessionForm form, FormErrors errors, @Nullable String done, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("done", DONE.contains(done == null ? "" : done) ? done : null);
        return PAGES + "supervision";
    }

    @PostMapping(ADDRESS + "/{id:\\d+}/sessions")
    String record(
            @PathVariable long id,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        var form = SessionForm.of(request);
        var errors = form.errors();
        if (errors.any()) {
            response.setStatus(422);
            return page(hold.read(actor, new SupervisionId(id)), form, errors, null, model);
        }
        hold.record(
                actor,
                new SupervisionId(id),
                form.on().date().orElseThrow(),
                form.attended().orElseThrow(),
                form.length().orElse(0),
                form.note(),
                form.next().date().orElse(null));
        return to(id, "recorded");
    }

    @GetMapping(ADDRESS + "/{id:\\d+}/sessions/{session:\\d+}")
    String session(
            @PathVariable long id, @PathVariable long session, @AuthenticationPrincipal Actor actor, Model model) {
        var view = hold.read(actor, new SupervisionId(id));
        var saved = view.supervision()
                .session(session)
                .orElseThrow(() -> new Problem.NotFound("development.conversations.notFound"));
        return sessionPage(view, session, SessionForm.of(saved, view.sides().side()), FormErrors.none(), model);
    }

    private static String sessionPage(
            HoldSupervision.View view, long session, SessionForm form, FormErrors errors, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("session", session);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return PAGES + "session";
    }

    @PostMapping(ADDRESS + "/{id:\\d+}/sessions/{session:\\d+}")
    String change(
            @PathVariable long id,
            @PathVariable long session,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        var form = SessionForm.of(request);
        if (form.errors().any()) {
            response.setStatus(422);
            return sessionPage(hold.read(actor, new SupervisionId(id)), session, form, form.errors(), model);
        }
        hold.change(
                actor,
                new SupervisionId(id),
                session,
                form.on().date().orElseThrow(),
                form.attended().orElseThrow(),
                form.length().orElse(0),
                form.note());
        return to(id, "changed");
    }

    @PostMapping(ADDRESS + "/{id:\\d+}/next")
    String arrange(
            @PathVariable long id,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        var next = DateInput.of(request, "when");
        if (next.date().isEmpty()) {
            response.setStatus(422);
            return page(
                    hold.read(actor, new SupervisionId(id)),
                    SessionForm.empty(changePlan.today()),
                    FormErrors.of("when-day", "development.plan.notADay"),
                    null,
                    model);
        }
        hold.arrange(actor, new SupervisionId(id), next.date().get());
        return to(id, "arranged");
    }

    @PostMapping(ADDRESS + "/{id:\\d+}/end")
    String end(@PathVariable long id, @AuthenticationPrincipal Actor actor) {
        hold.end(actor, new SupervisionId(id));
        return to(id, "ended");
    }

    @GetMapping("/organisations/{slug}/supervision")
    String attendance(Insider insider, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("attendance", hold.attendance(insider, Math.max(page, 1)));
        return PAGES + "attendance";
    }

    private static String to(long id, String done) {
        return "redirect:" + ADDRESS + "/" + id + "?done=" + done;
    }
}
