package org.espalier.pathway.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.crosswalk.End;
import org.espalier.crosswalk.Ends;
import org.espalier.crosswalk.NamedEnd;
import org.espalier.kernel.Problem;
import org.espalier.pathway.AuthoredRoute;
import org.espalier.pathway.AuthoredRoute.Move;
import org.espalier.pathway.AuthoredRoute.Ref;
import org.espalier.pathway.AuthoredRoutes;
import org.espalier.pathway.KeepRoutes;
import org.espalier.pathway.Place;
import org.espalier.pathway.RouteFault;
import org.espalier.pathway.RouteId;
import org.espalier.pathway.RoutesInForce;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where framework authors write routes and look at what is doubtful about all of them. */
@Controller
@RequestMapping(RoutePaths.AUTHOR)
class RouteAuthorPages {
    private final AuthoredRoutes authored;
    private final KeepRoutes keepRoutes;
    private final RoutesInForce inForce;
    private final Ends ends;

    RouteAuthorPages(AuthoredRoutes authored, KeepRoutes keepRoutes, RoutesInForce inForce, Ends ends) {
        this.authored = authored;
        this.keepRoutes = keepRoutes;
        this.inForce = inForce;
        this.ends = ends;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("routes", authored.all().stream().map(this::written).toList());
        model.addAttribute("doubts", inForce.graph().doubts());
        return "pathway/web/authored";
    }

    private WrittenRoute written(AuthoredRoute route) {
        return new WrittenRoute(
                route,
                name(route.content().from()),
                name(route.content().to()),
                isThere(route.content().from()) && isThere(route.content().to()));
    }

    private String name(Ref ref) {
        return switch (ref) {
            case Ref.Named(var name) -> name;
            case Ref.Listed(var version, var level) ->
                ends.named(new End(version, level)).map(NamedEnd::name).orElse("–");
        };
    }

    private boolean isThere(Ref ref) {
        return switch (ref) {
            case Ref.Named named -> true;
            case Ref.Listed(var version, var level) ->
                ends.named(new End(version, level)).stream().anyMatch(end -> inForce.graph()
                        .place(Place.levelId(end.slug(), level))
                        .isPresent());
        };
    }

    @GetMapping("/new")
    String ask(Model model) {
        return form(RouteForm.blank(), FormErrors.none(), null, model);
    }

    @PostMapping("/new")
    String write(
            @ModelAttribute RouteForm form,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        var errors = form.check();
        if (!errors.any()) {
            switch (keepRoutes.write(actor, form.content())) {
                case KeepRoutes.Kept(var id) -> {
                    return "redirect:" + RoutePaths.AUTHOR + "/" + id + "?done=saved";
                }
                case KeepRoutes.Faulty(var faults) -> errors = errors(faults);
                case KeepRoutes.NoSuchPlace(var start) -> errors = gone(start);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, errors, null, model);
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, @RequestParam @Nullable String done, Model model) {
        return page(route(id), done, FormErrors.none(), model);
    }

    private String page(AuthoredRoute route, @Nullable String done, FormErrors errors, Model model) {
        model.addAttribute("written", written(route));
        model.addAttribute("done", done);
        model.addAttribute(
                "undo", done == null ? null : Move.ofSlug(done).map(Move::undo).orElse(null));
        model.addAttribute("errors", errors);
        return "pathway/web/authoredRoute";
    }

    @GetMapping("/{id:\\d+}/change")
    String change(@PathVariable long id, Model model) {
        return form(RouteForm.of(draft(id)), FormErrors.none(), id, model);
    }

    @PostMapping("/{id:\\d+}/change")
    String save(
            @PathVariable long id,
            @ModelAttribute RouteForm form,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        draft(id);
        var errors = form.check();
        if (!errors.any()) {
            var revision = form.revision() == null ? 0 : form.revision();
            switch (keepRoutes.change(actor, new RouteId(id), revision, form.content())) {
                case KeepRoutes.Kept kept -> {
                    return "redirect:" + RoutePaths.AUTHOR + "/" + id + "?done=saved";
                }
                case KeepRoutes.Faulty(var faults) -> errors = errors(faults);
                case KeepRoutes.NoSuchPlace(var start) -> errors = gone(start);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(form, errors, id, model);
    }

    @PostMapping("/{id:\\d+}/{move:[a-z-]+}")
    String move(
            @PathVariable long id,
            @PathVariable String move,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        var chosen = Move.ofSlug(move).orElseThrow(() -> new Problem.NotFound("pathway.routes.problem.noRoute"));
        return switch (keepRoutes.move(actor, new RouteId(id), chosen)) {
            case KeepRoutes.Kept kept -> "redirect:" + RoutePaths.AUTHOR + "/" + id + "?done=" + chosen.slug();
            case KeepRoutes.Faulty(var faults) -> refused(id, errors(faults), response, model);
            case KeepRoutes.NoSuchPlace(var start) -> refused(id, gone(start), response, model);
        };
    }

    private String refused(long id, FormErrors errors, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(route(id), null, errors, model);
    }

    private String form(RouteForm form, FormErrors errors, @Nullable Long id, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("action", RoutePaths.AUTHOR + (id == null ? "/new" : "/" + id + "/change"));
        model.addAttribute("choices", ends.choices());
        model.addAttribute(
                "names",
                inForce.graph().places().stream()
                        .filter(place -> place.kind() == Place.Kind.NAMED)
                        .map(Place::name)
                        .toList());
        return "pathway/web/routeForm";
    }

    private AuthoredRoute draft(long id) {
        var route = route(id);
        if (route.state() != AuthoredRoute.State.DRAFT) {
            throw new Problem.Conflict("pathway.routes.problem.notDraft");
        }
        return route;
    }

    private AuthoredRoute route(long id) {
        return authored.find(new RouteId(id)).orElseThrow(() -> new Problem.NotFound("pathway.routes.problem.noRoute"));
    }

    /** Each beside the input that has to change. */
    private static FormErrors errors(List<RouteFault> faults) {
        var errors = FormErrors.none();
        for (var fault : faults) {
            errors = switch (fault) {
                case SAME_PLACE -> errors.and("to", "pathway.routes.error.samePlace");
                case NOT_A_WAY_IN -> errors.and("kind", "pathway.routes.error.notAWayIn");
                case LEADS_DOWN -> errors.and("kind", "pathway.routes.error.leadsDown");
                case CIRCLE -> errors.and("kind", "pathway.routes.error.circle");
                case MUST_AND_MAY -> errors.and("may", "pathway.routes.error.mustAndMay");
            };
        }
        return errors;
    }

    private static FormErrors gone(boolean start) {
        return FormErrors.of(start ? "from" : "to", "pathway.routes.error.gone");
    }
}
