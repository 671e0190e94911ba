package org.espalier.development.conversation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.espalier.access.Actor;
import org.espalier.development.conversation.AppraisalId;
import org.espalier.development.conversation.Companions;
import org.espalier.development.conversation.HoldAppraisal;
import org.espalier.person.PersonId;
import org.espalier.ui.DateInput;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Begins an appraisal: one's own, or that of somebody whose line manager one is. */
@Controller
class StartPages {
    private static final String APPRAISALS = "/conversations/appraisals";

    private final Companions companions;
    private final HoldAppraisal hold;

    StartPages(Companions companions, HoldAppraisal hold) {
        this.companions = companions;
        this.hold = hold;
    }

    @GetMapping(APPRAISALS + "/new")
    String start(
            @RequestParam @Nullable Long of,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        return page(actor, of, name, DateInput.of((LocalDate) null), FormErrors.none(), model);
    }

    @PostMapping(APPRAISALS)
    String started(
            @RequestParam @Nullable Long of,
            @RequestParam @Nullable Long with,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor,
            Model model,
            HttpServletResponse response) {
        var day = DateInput.of(request, "day");
        var errors = FormErrors.none();
        if (of == null && with == null) {
            errors = errors.and("with", "development.who.missing");
        }
        if (day.isWrong()) {
            errors = errors.and("day-day", "development.plan.notADay");
        }
        if (errors.any()) {
            response.setStatus(422);
            return page(actor, of, name, day, errors, model);
        }
        var meetingOn = day.date().orElse(null);
        return "redirect:" + APPRAISALS + "/" + begun(actor, of, with, meetingOn) + "?done=started";
    }

    private AppraisalId begun(Actor actor, @Nullable Long of, @Nullable Long with, @Nullable LocalDate meetingOn) {
        if (of != null) {
            return hold.startOf(actor, new PersonId(of), meetingOn);
        }
        if (with == null) {
            throw new IllegalArgumentException("Nobody to talk with");
        }
        return hold.startOwn(actor, new PersonId(with), meetingOn);
    }

    private String page(Actor actor, @Nullable Long of, String name, DateInput day, FormErrors errors, Model model) {
        model.addAttribute("of", of == null ? null : companions.report(actor, new PersonId(of)));
        model.addAttribute("who", Who.of(companions, actor, of == null, name));
        model.addAttribute("day", day);
        model.addAttribute("errors", errors);
        return "development/conversation/web/start";
    }
}
