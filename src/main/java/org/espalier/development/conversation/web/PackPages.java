package org.espalier.development.conversation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.espalier.access.Actor;
import org.espalier.development.ChangePlan;
import org.espalier.development.conversation.Companions;
import org.espalier.development.conversation.PackChoice;
import org.espalier.development.conversation.PackId;
import org.espalier.development.conversation.ShowPack;
import org.espalier.development.web.TakeAway;
import org.espalier.person.PersonId;
import org.espalier.portfolio.choosing.EvidencePicked;
import org.espalier.ui.DateInput;
import org.espalier.ui.FormErrors;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person shows somebody: picked, looked at as the other will see it, shown, taken back. */
@Controller
@RequestMapping("/conversations/packs")
class PackPages {
    private static final int USUAL_DAYS = 30;
    private static final Set<String> DONE = Set.of("shown", "withdrawn");
    private static final String PAGES = "development/conversation/web/";

    private final Companions companions;
    private final ShowPack showPack;
    private final ChangePlan changePlan;

    PackPages(Companions companions, ShowPack showPack, ChangePlan changePlan) {
        this.companions = companions;
        this.showPack = showPack;
        this.changePlan = changePlan;
    }

    /** What is picked and for whom, as it is written. */
    record PackForm(Set<String> picked, EvidencePicked evidence, DateInput until, String message) {
        static PackForm of(HttpServletRequest request, EvidencePicked evidence) {
            var picked = request.getParameterValues("pick");
            return new PackForm(
                    picked == null ? Set.of() : new LinkedHashSet<>(List.of(picked)),
                    evidence,
                    DateInput.of(request, "until"),
                    Words.of(request.getParameter("message")));
        }

        FormErrors errors(LocalDate today) {
            var errors = picked.isEmpty() && evidence.isEmpty()
                    ? FormErrors.of("pick", "development.pack.empty")
                    : FormErrors.none();
            if (until.date().isEmpty() || until.date().get().isBefore(today)) {
                errors = errors.and("until-day", "development.pack.until.wrong");
            }
            return Words.tooLong(errors, "message", message);
        }
    }

    @GetMapping("/new")
    String make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam @Nullable Long from,
            EvidencePicked evidence,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var form = PackForm.of(request, evidence);
        if (from != null) {
            var before = showPack.read(actor, new PackId(from)).pack();
            form = new PackForm(
                    Set.copyOf(before.choice()),
                    EvidencePicked.of(PackChoice.evidence(before.choice())),
                    form.until(),
                    before.message());
        }
        if (form.until().isEmpty()) {
            form = new PackForm(
                    form.picked(),
                    form.evidence(),
                    DateInput.of(changePlan.today().plusDays(USUAL_DAYS)),
                    form.message());
        }
        return makePage(actor, name, form, FormErrors.none(), model);
    }

    private String makePage(Actor actor, String name, PackForm form, FormErrors errors, Model model) {
        model.addAttribute("choice", showPack.choice(actor));
        model.addAttribute("evidence", showPack.evidence(actor, form.evidence()));
        model.addAttribute("who", Who.of(companions, actor, true, name));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return PAGES + "makePack";
    }

    @PostMapping
    String made(
            @RequestParam @Nullable Long with,
            @RequestParam(defaultValue = "") String name,
            EvidencePicked evidence,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        var form = PackForm.of(request, evidence);
        if (evidence.isLooking()) {
            return makePage(actor, name, form, FormErrors.none(), model);
        }
        var errors = form.errors(changePlan.today());
        if (with == null) {
            errors = errors.and("with", "development.who.missing");
        }
        if (errors.any() || with == null) {
            response.setStatus(422);
            return makePage(actor, name, form, errors, model);
        }
        var id = showPack.make(
                actor,
                new PersonId(with),
                form.message(),
                form.picked(),
                form.evidence(),
                form.until().date().orElseThrow());
        return "redirect:/conversations/packs/" + id;
    }

    @GetMapping("/{id:\\d+}")
    String pack(
            @PathVariable long id,
            @RequestParam @Nullable String done,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        model.addAttribute("view", showPack.read(actor, new PackId(id)));
        model.addAttribute("done", DONE.contains(done == null ? "" : done) ? done : null);
        return PAGES + "pack";
    }

    @GetMapping("/{id:\\d+}.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable long id, @AuthenticationPrincipal Actor actor, @ModelAttribute("frame") PageFrame frame) {
        return TakeAway.pdf(PackPaper.of(showPack.read(actor, new PackId(id)), frame.messages()), "conversation-pack");
    }

    @PostMapping("/{id:\\d+}/show")
    String show(@PathVariable long id, @AuthenticationPrincipal Actor actor) {
        showPack.show(actor, new PackId(id));
        return "redirect:/conversations/packs/" + id + "?done=shown";
    }

    @PostMapping("/{id:\\d+}/withdraw")
    String withdraw(@PathVariable long id, @AuthenticationPrincipal Actor actor) {
        var wasDraft = showPack.read(actor, new PackId(id)).pack().isDraft();
        showPack.withdraw(actor, new PackId(id));
        return wasDraft ? "redirect:/conversations" : "redirect:/conversations/packs/" + id + "?done=withdrawn";
    }
}
