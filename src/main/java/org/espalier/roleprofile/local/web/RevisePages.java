package org.espalier.roleprofile.local.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.kernel.TextComparison;
import org.espalier.person.Insider;
import org.espalier.roleprofile.local.National;
import org.espalier.roleprofile.local.Rebase.Choice;
import org.espalier.roleprofile.local.Rebase.Conflict;
import org.espalier.roleprofile.local.Rebase.Decision;
import org.espalier.roleprofile.local.ReviseLocalRole;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one screen on which local additions are taken over to a new version of the national profile. */
@Controller
@RequestMapping("/organisations/{slug}/local-roles/{national}/revise")
class RevisePages {
    private static final String WITHDRAWN = "choice-0";
    private static final int LONGEST_REASON = 1_000;
    private static final int KNOWN_BY = 60;

    private final LocalRoleViews views;
    private final ReviseLocalRole reviseLocalRole;

    RevisePages(LocalRoleViews views, ReviseLocalRole reviseLocalRole) {
        this.views = views;
        this.reviseLocalRole = reviseLocalRole;
    }

    /** One conflict, and what was chosen so far. */
    record Line(Conflict conflict, String choice, String moveTo) {

        /** The national text before and now, word by word; null when there is only one of them. */
        @Nullable
        TextComparison words() {
            var before = conflict.before();
            var now = conflict.now();
            return before == null || now == null
                    ? null
                    : TextComparison.of(
                            before.statement().text(), now.statement().text());
        }

        /** What is local and what is national now, word by word; null for a note. */
        @Nullable
        TextComparison titles() {
            var now = conflict.now();
            return conflict.before() != null || now == null
                    ? null
                    : TextComparison.of(conflict.text(), now.entry().competence());
        }
    }

    @GetMapping
    String revise(Insider insider, @PathVariable String national, Model model) {
        return page(insider, national, Map.of(), FormErrors.none(), model);
    }

    @PostMapping
    String carryOut(
            Insider insider,
            @PathVariable String national,
            @RequestParam(defaultValue = "-1") long revision,
            @RequestParam(defaultValue = "-1") long onto,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response,
            Model model) {
        var view = views.draft(insider, national);
        var pending = reviseLocalRole.pending(view.role()).orElse(null);
        if (pending == null) {
            return "redirect:" + LocalRoleViews.kept(insider, national);
        }
        if (pending.next() == null) {
            return decideOnWithdrawn(insider, national, revision, sent, response, model);
        }
        var errors = FormErrors.none();
        var decisions = new LinkedHashMap<Integer, Decision>();
        for (var conflict : pending.rebase().conflicts()) {
            var decision = decision(conflict, sent, pending.next());
            if (decision == null) {
                var field = "choice-" + conflict.number();
                errors = errors.and(
                        field,
                        "MOVE".equals(sent.get(field))
                                ? "roleprofile.local.revise.whereTo"
                                : "roleprofile.local.revise.undecided",
                        start(conflict.text()));
            } else {
                decisions.put(conflict.number(), decision);
            }
        }
        if (!errors.any()) {
            var result = reviseLocalRole.carryOut(
                    insider, national, revision, onto, decisions, !"later".equals(sent.get("publish")));
            switch (result) {
                case PUBLISHED -> {
                    return "redirect:" + LocalRoleViews.kept(insider, national) + "?saved=published";
                }
                case TAKEN_OVER -> {
                    return "redirect:" + LocalRoleViews.kept(insider, national) + "?saved=taken-over";
                }
                case KEPT, TAKEN_BACK -> throw new IllegalStateException("Only of withdrawn profiles");
                case CONFLICT -> errors = FormErrors.of("revise", "roleprofile.local.revise.changed");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(insider, national, sent, errors, model);
    }

    private String decideOnWithdrawn(
            Insider insider,
            String national,
            long revision,
            Map<String, String> sent,
            HttpServletResponse response,
            Model model) {
        var choice = sent.getOrDefault(WITHDRAWN, "");
        var reason = sent.getOrDefault("reason", "").strip();
        var errors = FormErrors.none();
        if (!choice.equals(Choice.KEEP.name()) && !choice.equals(Choice.DROP.name())) {
            errors = errors.and(WITHDRAWN, "roleprofile.local.revise.undecidedOnAll");
        }
        if (reason.isEmpty()) {
            errors = errors.and("reason", "roleprofile.local.revise.noReason");
        } else if (reason.length() > LONGEST_REASON) {
            errors = errors.and("reason", "roleprofile.local.objection.TOO_LONG");
        }
        if (!errors.any()) {
            var keep = choice.equals(Choice.KEEP.name());
            switch (reviseLocalRole.decideOnWithdrawn(insider, national, revision, keep, reason)) {
                case KEPT -> {
                    return "redirect:" + LocalRoleViews.kept(insider, national) + "?saved=kept";
                }
                case TAKEN_BACK -> {
                    return "redirect:" + LocalRoleViews.kept(insider, national) + "?saved=taken-back";
                }
                case PUBLISHED, TAKEN_OVER -> throw new IllegalStateException("Only of new versions");
                case CONFLICT -> errors = FormErrors.of("revise", "roleprofile.local.revise.changed");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(insider, national, sent, errors, model);
    }

    /** Enough of a text to know it by. */
    private static String start(String text) {
        return text.length() <= KNOWN_BY ? text : text.substring(0, KNOWN_BY).strip() + " …";
    }

    private static @Nullable Decision decision(Conflict conflict, Map<String, String> sent, @Nullable National next) {
        var chosen = sent.getOrDefault("choice-" + conflict.number(), "");
        var choice = conflict.choices().stream()
                .filter(one -> one.name().equals(chosen))
                .findFirst()
                .orElse(null);
        if (choice == null) {
            return null;
        }
        if (choice != Choice.MOVE) {
            return new Decision(choice, null);
        }
        var moveTo = sent.getOrDefault("move-" + conflict.number(), "");
        return next != null && next.competence(moveTo).isPresent() ? new Decision(choice, moveTo) : null;
    }

    private String page(Insider insider, String national, Map<String, String> sent, FormErrors errors, Model model) {
        var view = views.draft(insider, national);
        var pending = reviseLocalRole.pending(view.role()).orElse(null);
        if (pending == null) {
            return "redirect:" + LocalRoleViews.kept(insider, national);
        }
        model.addAttribute("view", view);
        model.addAttribute("pending", pending);
        model.addAttribute(
                "lines",
                pending.rebase().conflicts().stream()
                        .map(conflict -> line(conflict, sent))
                        .toList());
        model.addAttribute("reason", sent.getOrDefault("reason", ""));
        model.addAttribute("errors", errors);
        return "roleprofile/local/web/revise";
    }

    private static Line line(Conflict conflict, Map<String, String> sent) {
        var nearest = conflict.nearest();
        return new Line(
                conflict,
                sent.getOrDefault("choice-" + conflict.number(), ""),
                sent.getOrDefault("move-" + conflict.number(), nearest == null ? "" : nearest));
    }
}
