package org.espalier.roleprofile.local.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.stream.Collectors;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.person.Insider;
import org.espalier.roleprofile.ByName;
import org.espalier.roleprofile.Paged;
import org.espalier.roleprofile.local.ChangeLocalRole;
import org.espalier.roleprofile.local.KeepsLocalRoles;
import org.espalier.roleprofile.local.LocalRole;
import org.espalier.roleprofile.local.LocalRoles;
import org.espalier.roleprofile.local.National;
import org.espalier.roleprofile.local.PublishLocalRole;
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

/** The pages on which an organisation writes what it adds to national role profiles. */
@Controller
@RequestMapping("/organisations/{slug}/local-roles")
class KeepingPages {
    private static final int ON_A_PAGE = 30;

    private final LocalRoles localRoles;
    private final ChangeLocalRole changeLocalRole;
    private final PublishLocalRole publishLocalRole;
    private final ReviseLocalRole reviseLocalRole;
    private final PublishedVersions versions;
    private final LocalRoleViews views;

    KeepingPages(
            LocalRoles localRoles,
            ChangeLocalRole changeLocalRole,
            PublishLocalRole publishLocalRole,
            ReviseLocalRole reviseLocalRole,
            PublishedVersions versions,
            LocalRoleViews views) {
        this.localRoles = localRoles;
        this.changeLocalRole = changeLocalRole;
        this.publishLocalRole = publishLocalRole;
        this.reviseLocalRole = reviseLocalRole;
        this.versions = versions;
        this.views = views;
    }

    /** One of the roles in the list. */
    record Listed(LocalRole role, String name, String profile, boolean pending) {}

    @GetMapping
    String list(Insider insider, @RequestParam(defaultValue = "1") int page, Model model) {
        var keeper = KeepsLocalRoles.isKeeper(insider);
        var roles = Paged.of(
                localRoles.of(insider.organisation().id()).stream()
                        .filter(role -> role.isPublished() || keeper)
                        .toList(),
                page,
                ON_A_PAGE);
        var bases = versions.of(roles.rows().stream().map(LocalRole::base).toList());
        model.addAttribute("keeper", keeper);
        model.addAttribute(
                "roles",
                new Paged<>(
                        roles.rows().stream()
                                .map(role -> listed(role, Objects.requireNonNull(bases.get(role.base()))))
                                .toList(),
                        roles.page(),
                        roles.pages()));
        return "roleprofile/local/web/list";
    }

    private Listed listed(LocalRole role, FrameworkVersion base) {
        return new Listed(
                role, LocalRoleViews.name(role, National.of(base)), base.title(), reviseLocalRole.isPending(role));
    }

    @GetMapping("/new")
    String choose(Insider insider, @RequestParam(defaultValue = "") String q, Model model) {
        KeepsLocalRoles.require(insider);
        return choosing(insider, Typed.of(q), model);
    }

    @PostMapping
    String begin(
            Insider insider,
            @RequestParam(defaultValue = "") String national,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response,
            Model model) {
        KeepsLocalRoles.require(insider);
        if (national.isBlank()) {
            return choosing(insider, Typed.wrong(response, q, "", "national", "roleprofile.local.new.missing"), model);
        }
        try {
            return "redirect:" + changeLocalRole.begin(insider, national).keptAt();
        } catch (Problem.Conflict withdrawn) {
            return choosing(
                    insider, Typed.wrong(response, q, "", "national", "roleprofile.local.problem.withdrawn"), model);
        } catch (Problem.NotFound unknown) {
            return choosing(
                    insider, Typed.wrong(response, q, "", "national", "roleprofile.local.problem.noRole"), model);
        }
    }

    private String choosing(Insider insider, Typed typed, Model model) {
        var begun = localRoles.of(insider.organisation().id()).stream()
                .map(LocalRole::national)
                .collect(Collectors.toSet());
        var profiles = versions.allCurrent().stream()
                .filter(changeLocalRole::canBeAddedTo)
                .filter(version -> !begun.contains(version.slug()))
                .toList();
        model.addAttribute("profiles", profiles);
        model.addAttribute("found", ByName.find(profiles, FrameworkVersion::title, typed.first()));
        model.addAttribute("typed", typed);
        return "roleprofile/local/web/new";
    }

    @GetMapping("/{national}")
    String keep(Insider insider, @PathVariable String national, @RequestParam @Nullable String saved, Model model) {
        return page(insider, national, saved, FormErrors.none(), model);
    }

    private String page(Insider insider, String national, @Nullable String saved, FormErrors errors, Model model) {
        var view = views.draft(insider, national);
        model.addAttribute("view", view);
        model.addAttribute("pending", reviseLocalRole.pending(view.role()).orElse(null));
        model.addAttribute("decisions", localRoles.decisions(view.role()));
        model.addAttribute("saved", saved == null ? "" : saved);
        model.addAttribute("errors", errors);
        return "roleprofile/local/web/keep";
    }

    @GetMapping("/{national}/name")
    String name(Insider insider, @PathVariable String national, Model model) {
        var name = views.draft(insider, national).role().draft().name();
        return nameForm(insider, national, Typed.of(name == null ? "" : name), model);
    }

    @PostMapping("/{national}/name")
    String call(
            Insider insider,
            @PathVariable String national,
            @RequestParam(defaultValue = "") String name,
            HttpServletResponse response,
            Model model) {
        var objection = changeLocalRole.call(insider, national, name);
        return objection.isEmpty()
                ? LocalRoleViews.saved(insider, national)
                : nameForm(insider, national, Typed.wrong(response, name, "", "name", Typed.key(objection)), model);
    }

    private String nameForm(Insider insider, String national, Typed typed, Model model) {
        model.addAttribute("view", views.draft(insider, national));
        model.addAttribute("typed", typed);
        return "roleprofile/local/web/name";
    }

    @PostMapping("/{national}/remove")
    String remove(Insider insider, @PathVariable String national, @RequestParam(defaultValue = "-1") int number) {
        changeLocalRole.remove(insider, national, number);
        return LocalRoleViews.saved(insider, national);
    }

    @PostMapping("/{national}/publish")
    String publish(
            Insider insider,
            @PathVariable String national,
            @RequestParam(defaultValue = "-1") long revision,
            HttpServletResponse response,
            Model model) {
        return switch (publishLocalRole.publish(insider, national, revision)) {
            case PublishLocalRole.Published _ ->
                "redirect:" + LocalRoleViews.kept(insider, national) + "?saved=published";
            case PublishLocalRole.Nothing _ ->
                refused(insider, national, "roleprofile.local.publish.nothing", response, model);
            case PublishLocalRole.Conflict _ ->
                refused(insider, national, "roleprofile.local.publish.changed", response, model);
            case PublishLocalRole.NationalWithdrawn _ ->
                refused(insider, national, "roleprofile.local.problem.withdrawn", response, model);
        };
    }

    private String refused(Insider insider, String national, String key, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(insider, national, null, FormErrors.of("publish", key), model);
    }

    @PostMapping("/{national}/take-back")
    String takeBack(Insider insider, @PathVariable String national) {
        publishLocalRole.takeBack(insider, national);
        return "redirect:" + LocalRoleViews.kept(insider, national) + "?saved=taken-back";
    }

    @PostMapping("/{national}/discard")
    String discard(Insider insider, @PathVariable String national) {
        changeLocalRole.discard(insider, national);
        return "redirect:" + insider.organisation().address() + "/local-roles";
    }
}
