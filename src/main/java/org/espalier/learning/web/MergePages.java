package org.espalier.learning.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.access.Role;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.espalier.learning.Provider;
import org.espalier.learning.Providers;
import org.espalier.learning.merging.Contradiction;
import org.espalier.learning.merging.MergeProviders;
import org.espalier.learning.merging.MergeProviders.Holds;
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

/** Where an administrator makes one provider of two: which two, then what comes of it. */
@Controller
@RequestMapping("/learning/providers/{provider}/merge")
class MergePages {
    private final Providers providers;
    private final MergeProviders mergeProviders;
    private final PublishedVersions versions;

    MergePages(Providers providers, MergeProviders mergeProviders, PublishedVersions versions) {
        this.providers = providers;
        this.mergeProviders = mergeProviders;
        this.versions = versions;
    }

    /**
     * Which two, and which of them stays.
     *
     * @param with the address of the other; empty while nobody has said
     * @param stays {@code this} or {@code with}
     */
    record Choice(String with, String stays) {}

    @GetMapping
    String look(
            @AuthenticationPrincipal @Nullable Actor actor,
            @PathVariable String provider,
            @RequestParam @Nullable String with,
            @RequestParam(defaultValue = "") String stays,
            HttpServletResponse response,
            Model model) {
        var administrator = administrator(actor);
        var who = provider(provider);
        if (with == null) {
            return ask(who, new Choice("", "this"), FormErrors.none(), model);
        }
        var choice = new Choice(with, stays);
        var errors = errors(who, choice);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(who, choice, errors, model);
        }
        return confirm(administrator, who, choice, Map.of(), FormErrors.none(), model);
    }

    @PostMapping
    String merge(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String stays,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response,
            Model model) {
        var administrator = administrator(actor);
        var who = provider(provider);
        var choice = new Choice(with, stays);
        if (errors(who, choice).any()) {
            throw new Problem.Conflict("learning.merge.gone");
        }
        var other = provider(with);
        var staying = stays.equals("this") ? who : other;
        var going = stays.equals("this") ? other : who;
        var holds = new HashMap<String, Holds>();
        var errors = FormErrors.none();
        for (var contradiction :
                mergeProviders.consequences(administrator, staying, going).contradictions()) {
            switch (sent.getOrDefault(contradiction.field(), "")) {
                case "STAYING" -> holds.put(contradiction.field(), Holds.STAYING);
                case "GOING" -> holds.put(contradiction.field(), Holds.GOING);
                default ->
                    errors = errors.and(
                            contradiction.field(),
                            "learning.merge.choose",
                            contradiction.subject().name(version(contradiction)));
            }
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return confirm(administrator, who, choice, holds, errors, model);
        }
        mergeProviders.merge(administrator, staying, going, holds);
        return "redirect:" + staying.address() + "?merged";
    }

    private static Actor administrator(@Nullable Actor actor) {
        if (actor == null) {
            throw new Problem.Forbidden("learning.problem.administrators");
        }
        actor.require(Role.ADMINISTRATOR);
        return actor;
    }

    private FormErrors errors(Provider who, Choice choice) {
        var other = providers.find(choice.with()).orElse(null);
        var errors = FormErrors.none();
        if (other == null || other.id().equals(who.id())) {
            errors = errors.and("with", "learning.merge.with.missing");
        } else if (MergeProviders.areApart(who, other)) {
            errors = errors.and("with", "learning.merge.apart");
        }
        return choice.stays().equals("this") || choice.stays().equals("with")
                ? errors
                : errors.and("stays", "learning.merge.stays.missing");
    }

    private String ask(Provider who, Choice choice, FormErrors errors, Model model) {
        model.addAttribute("provider", who);
        model.addAttribute(
                "others",
                providers.all().stream()
                        .filter(other -> !other.id().equals(who.id()))
                        .toList());
        model.addAttribute("choice", choice);
        model.addAttribute("errors", errors);
        return "learning/web/merge";
    }

    private String confirm(
            Actor administrator,
            Provider who,
            Choice choice,
            Map<String, Holds> holds,
            FormErrors errors,
            Model model) {
        var other = provider(choice.with());
        var consequences = choice.stays().equals("this")
                ? mergeProviders.consequences(administrator, who, other)
                : mergeProviders.consequences(administrator, other, who);
        var named = new LinkedHashMap<VersionId, FrameworkVersion>();
        consequences.contradictions().forEach(one -> named.put(one.subject().version(), version(one)));
        model.addAttribute("provider", who);
        model.addAttribute("choice", choice);
        model.addAttribute("consequences", consequences);
        model.addAttribute("versions", named);
        model.addAttribute("holds", holds);
        model.addAttribute("errors", errors);
        return "learning/web/mergeConfirm";
    }

    private FrameworkVersion version(Contradiction contradiction) {
        return versions.find(contradiction.subject().version()).orElseThrow();
    }

    private Provider provider(String slug) {
        return providers.find(slug).orElseThrow(() -> new Problem.NotFound("learning.problem.noProvider"));
    }
}
