package org.espalier.development.conversation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import org.espalier.access.Actor;
import org.espalier.development.ChangePlan;
import org.espalier.development.conversation.Agreement;
import org.espalier.development.conversation.AppraisalId;
import org.espalier.development.conversation.AppraisalView;
import org.espalier.development.conversation.HoldAppraisal;
import org.espalier.development.conversation.ReadAppraisal;
import org.espalier.development.web.TakeAway;
import org.espalier.ui.DateInput;
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

/** One appraisal, the same page for both sides; each sees what it may. */
@Controller
@RequestMapping("/conversations/appraisals/{id:\\d+}")
class AppraisalPages {
    private static final String PAGES = "development/conversation/web/";

    private final ReadAppraisal read;
    private final HoldAppraisal hold;
    private final ChangePlan changePlan;

    AppraisalPages(ReadAppraisal read, HoldAppraisal hold, ChangePlan changePlan) {
        this.read = read;
        this.hold = hold;
        this.changePlan = changePlan;
    }

    @GetMapping
    String appraisal(
            @PathVariable long id,
            @RequestParam @Nullable String done,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        return page(
                read.by(actor, new AppraisalId(id)), DateInput.of((LocalDate) null), FormErrors.none(), done, model);
    }

    private static String page(
            AppraisalView view, DateInput day, FormErrors errors, @Nullable String done, Model model) {
        model.addAttribute("view", view);
        model.addAttribute(
                "day", errors.any() ? day : DateInput.of(view.agreement().metOn()));
        model.addAttribute("errors", errors);
        model.addAttribute("done", Done.of(done));
        return PAGES + "appraisal";
    }

    /** What has just been done, as the page says it. */
    enum Done {
        STARTED,
        SHOWN,
        ARRANGED,
        OPENED,
        WRITTEN,
        SIGNED,
        AGREED,
        TAKEN_BACK,
        RENEWED,
        CALLED_OFF;

        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static @Nullable Done of(@Nullable String name) {
            for (var done : values()) {
                if (done.slug().equals(name)) {
                    return done;
                }
            }
            return null;
        }
    }

    @GetMapping("/preparation")
    String preparation(@PathVariable long id, @AuthenticationPrincipal Actor actor, Model model) {
        var view = read.by(actor, new AppraisalId(id));
        return preparation(view, PreparationForm.of(view.mine()), FormErrors.none(), model);
    }

    private static String preparation(AppraisalView view, PreparationForm form, FormErrors errors, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return PAGES + "preparation";
    }

    @PostMapping(value = "/preparation", params = "do=autosave")
    ResponseEntity<String> autosavePreparation(
            @PathVariable long id,
            PreparationForm form,
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute("frame") PageFrame frame) {
        if (form.errors().any()) {
            return notSaved(form.errors(), frame);
        }
        save(id, form, actor);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/preparation")
    String savePreparation(
            @PathVariable long id,
            @RequestParam(name = "do", defaultValue = "save") String wish,
            PreparationForm form,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        if (form.errors().any()) {
            response.setStatus(422);
            return preparation(read.by(actor, new AppraisalId(id)), form, form.errors(), model);
        }
        save(id, form, actor);
        if (wish.equals("show")) {
            hold.show(actor, new AppraisalId(id));
            return to(id, Done.SHOWN);
        }
        return to(id, null);
    }

    private void save(long id, PreparationForm form, Actor actor) {
        hold.prepare(actor, new AppraisalId(id), form.wentWell(), form.wasHard(), form.next());
    }

    @PostMapping("/show")
    String show(@PathVariable long id, @AuthenticationPrincipal Actor actor) {
        hold.show(actor, new AppraisalId(id));
        return to(id, Done.SHOWN);
    }

    @PostMapping("/day")
    String arrange(
            @PathVariable long id,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        var day = DateInput.of(request, "day");
        if (day.date().isEmpty()) {
            response.setStatus(422);
            return page(
                    read.by(actor, new AppraisalId(id)),
                    day,
                    FormErrors.of("day-day", "development.plan.notADay"),
                    null,
                    model);
        }
        hold.arrange(actor, new AppraisalId(id), day.date().get());
        return to(id, Done.ARRANGED);
    }

    @PostMapping("/open")
    String open(@PathVariable long id, @AuthenticationPrincipal Actor actor) {
        hold.open(actor, new AppraisalId(id));
        return to(id, Done.OPENED);
    }

    @GetMapping("/record")
    String record(@PathVariable long id, @AuthenticationPrincipal Actor actor, Model model) {
        var view = read.by(actor, new AppraisalId(id));
        return record(view, RecordForm.of(view, changePlan.today()), FormErrors.none(), false, model);
    }

    private static String record(
            AppraisalView view, RecordForm form, FormErrors errors, boolean changedMeanwhile, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("changedMeanwhile", changedMeanwhile);
        return PAGES + "record";
    }

    @PostMapping(value = "/record", params = "do=autosave")
    ResponseEntity<String> autosaveRecord(
            @PathVariable long id,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute("frame") PageFrame frame) {
        var form = RecordForm.of(request);
        if (form.errors().any()) {
            return notSaved(form.errors(), frame);
        }
        return switch (write(id, form.agreement(), form.seen(), actor)) {
            case HoldAppraisal.Done _ -> ResponseEntity.noContent().build();
            case HoldAppraisal.ChangedMeanwhile _ ->
                ResponseEntity.unprocessableContent()
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(frame.t("development.record.changedMeanwhile.short"));
        };
    }

    @PostMapping("/record")
    String saveRecord(
            @PathVariable long id,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        var form = RecordForm.of(request);
        if (form.errors().any()) {
            response.setStatus(422);
            return record(read.by(actor, new AppraisalId(id)), form, form.errors(), false, model);
        }
        return switch (write(id, form.agreement(), form.seen(), actor)) {
            case HoldAppraisal.Done _ -> {
                if (read.by(actor, new AppraisalId(id)).revision() > form.seen()) {
                    hold.written(actor, new AppraisalId(id));
                }
                yield to(id, Done.WRITTEN);
            }
            case HoldAppraisal.ChangedMeanwhile _ -> {
                response.setStatus(409);
                var view = read.by(actor, new AppraisalId(id));
                yield record(view, form.seeing(view.revision()), FormErrors.none(), true, model);
            }
        };
    }

    private HoldAppraisal.Result write(long id, Agreement agreement, int seen, Actor actor) {
        return hold.write(actor, new AppraisalId(id), agreement, seen);
    }

    @PostMapping("/sign")
    String sign(
            @PathVariable long id,
            @RequestParam int seen,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        return switch (hold.sign(actor, new AppraisalId(id), seen)) {
            case HoldAppraisal.Done _ ->
                to(id, read.by(actor, new AppraisalId(id)).isAgreed() ? Done.AGREED : Done.SIGNED);
            case HoldAppraisal.ChangedMeanwhile _ -> {
                response.setStatus(409);
                yield page(
                        read.by(actor, new AppraisalId(id)),
                        DateInput.of((LocalDate) null),
                        FormErrors.of("record", "development.record.changedBeforeSigning"),
                        null,
                        model);
            }
        };
    }

    @PostMapping("/take-back")
    String takeBack(@PathVariable long id, @AuthenticationPrincipal Actor actor) {
        hold.takeBack(actor, new AppraisalId(id));
        return to(id, Done.TAKEN_BACK);
    }

    @PostMapping("/renew")
    String renewPlan(@PathVariable long id, @AuthenticationPrincipal Actor actor) {
        hold.renewPlan(actor, new AppraisalId(id));
        return to(id, Done.RENEWED);
    }

    @PostMapping("/call-off")
    String callOff(@PathVariable long id, @AuthenticationPrincipal Actor actor) {
        hold.callOff(actor, new AppraisalId(id));
        return to(id, Done.CALLED_OFF);
    }

    @GetMapping("/record.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable long id, @AuthenticationPrincipal Actor actor, @ModelAttribute("frame") PageFrame frame) {
        return TakeAway.pdf(AppraisalPaper.of(read.by(actor, new AppraisalId(id)), frame.messages()), "appraisal");
    }

    @GetMapping("/record.docx")
    ResponseEntity<byte[]> word(
            @PathVariable long id, @AuthenticationPrincipal Actor actor, @ModelAttribute("frame") PageFrame frame) {
        return TakeAway.word(AppraisalPaper.of(read.by(actor, new AppraisalId(id)), frame.messages()), "appraisal");
    }

    private static ResponseEntity<String> notSaved(FormErrors errors, PageFrame frame) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.TEXT_PLAIN)
                .body(errors.all().getFirst().text(frame));
    }

    private static String to(long id, @Nullable Done done) {
        return "redirect:/conversations/appraisals/" + id + (done == null ? "" : "?done=" + done.slug());
    }
}
