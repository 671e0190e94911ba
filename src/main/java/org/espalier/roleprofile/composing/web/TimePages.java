package org.espalier.roleprofile.composing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.framework.format.RoleEntry.PillarMix;
import org.espalier.framework.format.RoleEntry.Share;
import org.espalier.roleprofile.composing.Change;
import org.espalier.ui.DateInput;
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

/** How the role's time may be shared between pillars: guidance, dated, 100 per cent together. */
@Controller
@RequestMapping("/authoring/roles/{version:\\d+}/time")
class TimePages {
    private static final int LINES = 6;

    private final Drafts drafts;

    TimePages(Drafts drafts) {
        this.drafts = drafts;
    }

    /** One line of the form as it was typed. */
    record Line(String pillar, String percent) {}

    @GetMapping
    String time(@AuthenticationPrincipal Actor actor, @PathVariable long version, Model model) {
        var page = drafts.show(actor, version, FormErrors.none(), null);
        var mix = page.role().pillarMix();
        var lines = new ArrayList<Line>();
        if (mix != null) {
            mix.shares().forEach(share -> lines.add(new Line(share.pillar(), Integer.toString(share.percent()))));
        }
        return time(
                page,
                DateInput.of(mix == null ? null : LocalDate.parse(mix.asOf())),
                mix == null || mix.basis() == null ? "" : mix.basis(),
                lines,
                model);
    }

    @PostMapping
    String changed(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long version,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam List<String> pillar,
            @RequestParam List<String> percent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var asOf = DateInput.of(request, "asOf");
        var lines = new ArrayList<Line>();
        for (var n = 0; n < Math.min(pillar.size(), percent.size()); n++) {
            if (!pillar.get(n).isBlank() || !percent.get(n).isBlank()) {
                lines.add(new Line(pillar.get(n).strip(), percent.get(n).strip()));
            }
        }
        var errors = errors(asOf, lines);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        } else {
            errors = drafts.make(
                    actor, version, revision, new Change.ShareTime(mix(asOf, basis, lines)), "pillar-0", response);
        }
        return errors.any()
                ? time(drafts.show(actor, version, errors, null), asOf, basis, lines, model)
                : "redirect:/authoring/roles/" + version + "?done=saved";
    }

    private static FormErrors errors(DateInput asOf, List<Line> lines) {
        var errors = FormErrors.none();
        if (lines.isEmpty()) {
            return errors;
        }
        if (asOf.date().isEmpty()) {
            errors = errors.and("asOf-day", "roleprofile.time.noDate");
        }
        for (var n = 0; n < lines.size(); n++) {
            if (!lines.get(n).percent().matches("\\d{1,3}")) {
                errors = errors.and("percent-" + n, "roleprofile.time.noNumber");
            }
        }
        return errors;
    }

    private static @Nullable PillarMix mix(DateInput asOf, String basis, List<Line> lines) {
        return lines.isEmpty()
                ? null
                : new PillarMix(
                        asOf.date().orElseThrow().toString(),
                        Drafts.optional(basis),
                        lines.stream()
                                .map(line -> new Share(line.pillar(), Integer.parseInt(line.percent())))
                                .toList());
    }

    private static String time(Composing page, DateInput asOf, String basis, List<Line> typed, Model model) {
        var lines = new ArrayList<>(typed);
        while (lines.size() < LINES) {
            lines.add(new Line("", ""));
        }
        model.addAttribute("page", page);
        model.addAttribute("asOf", asOf);
        model.addAttribute("basis", basis);
        model.addAttribute("lines", List.copyOf(lines));
        return "roleprofile/composing/web/time";
    }
}
