package org.espalier.development.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.assessment.Claims;
import org.espalier.assessment.RateStatements;
import org.espalier.assessment.RateStatements.Rated;
import org.espalier.assessment.Rating;
import org.espalier.assessment.Standings;
import org.espalier.development.GapAnalysis;
import org.espalier.development.Target.Pillar;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Self-assessment: a person answers what their target asks, one group a page. */
@Controller
@RequestMapping("/me/frameworks/{slug}/self-assess")
class SelfAssessPages {
    private final People people;
    private final MyTargets myTargets;
    private final Claims claims;
    private final RateStatements rateStatements;

    SelfAssessPages(People people, MyTargets myTargets, Claims claims, RateStatements rateStatements) {
        this.people = people;
        this.myTargets = myTargets;
        this.claims = claims;
        this.rateStatements = rateStatements;
    }

    @GetMapping
    String groups(
            @PathVariable String slug,
            @RequestParam @Nullable String level,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var person = people.of(actor);
        var found = myTargets.find(person, slug, level);
        if (found.isEmpty()) {
            return myTargets.askForTarget(slug, model);
        }
        var mine = found.get();
        model.addAttribute("mine", mine);
        model.addAttribute(
                "gap",
                GapAnalysis.of(mine.target(), claims.of(person, mine.version().id())));
        return "development/web/selfAssess";
    }

    @GetMapping("/{group}")
    String group(
            @PathVariable String slug,
            @PathVariable String group,
            @RequestParam @Nullable String level,
            @RequestParam @Nullable Long saved,
            @RequestParam(defaultValue = "0") int count,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var person = people.of(actor);
        var found = myTargets.find(person, slug, level);
        if (found.isEmpty()) {
            return myTargets.askForTarget(slug, model);
        }
        var mine = found.get();
        var standings = claims.of(person, mine.version().id());
        model.addAttribute("mine", mine);
        model.addAttribute("form", RatingForm.of(mine.target(), pillar(mine, group), standings));
        model.addAttribute("saved", saved);
        model.addAttribute("count", count);
        return "development/web/selfAssessGroup";
    }

    /** The whole form at once: where no script runs, for a whole group, and on the way to the next group. */
    @PostMapping("/{group}")
    String save(
            @PathVariable String slug,
            @PathVariable String group,
            @RequestParam @Nullable String level,
            @RequestParam @Nullable String fill,
            @RequestParam @Nullable String change,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor) {
        var person = people.of(actor);
        var mine = myTargets
                .find(person, slug, level)
                .orElseThrow(() -> new Problem.Conflict("development.problem.targetGone"));
        var pillar = pillar(mine, group);
        var ratings = given(request, pillar);
        if (fill != null) {
            var standings = claims.of(person, mine.version().id());
            pillar.asked().stream()
                    .map(Statement::id)
                    .filter(id -> !isAnswered(id, ratings, standings))
                    .forEach(id -> ratings.put(id, rating(fill)));
        }
        if (change != null) {
            pillar.asked().forEach(statement -> ratings.put(statement.id(), rating(change)));
        }
        var rated = rateStatements.rate(actor, person, mine.version().id(), ratings);
        if (fill != null || change != null) {
            return "redirect:" + withNews(mine.selfAssess(pillar), rated);
        }
        var after = mine.target().askedPillars();
        var next = after.indexOf(pillar) + 1;
        return "redirect:" + (next < after.size() ? withNews(mine.selfAssess(after.get(next)), rated) : mine.gap());
    }

    @PostMapping("/{group}/undo")
    String undo(
            @PathVariable String slug,
            @PathVariable String group,
            @RequestParam @Nullable String level,
            @RequestParam long saved,
            @AuthenticationPrincipal Actor actor) {
        var person = people.of(actor);
        var mine = myTargets
                .find(person, slug, level)
                .orElseThrow(() -> new Problem.Conflict("development.problem.targetEnded"));
        rateStatements.undo(actor, person, mine.version().id(), Instant.EPOCH.plus(saved, ChronoUnit.MICROS));
        return "redirect:" + mine.selfAssess(pillar(mine, group));
    }

    private static Pillar pillar(MyTarget mine, String group) {
        return mine.target()
                .pillar(group)
                .filter(Pillar::isAsked)
                .orElseThrow(() -> new Problem.NotFound("development.problem.nothingAsked"));
    }

    private static Map<StatementId, Rating> given(HttpServletRequest request, Pillar pillar) {
        var ratings = new LinkedHashMap<StatementId, Rating>();
        for (var statement : pillar.asked()) {
            var answer = request.getParameter("r." + statement.key());
            if (answer != null) {
                ratings.put(statement.id(), rating(answer));
            }
        }
        return ratings;
    }

    private static boolean isAnswered(StatementId id, Map<StatementId, Rating> ratings, Standings standings) {
        var given = ratings.get(id);
        return given == null ? standings.ownRating(id).isPresent() : given.isAnswer();
    }

    private static Rating rating(String slug) {
        return Rating.ofSlug(slug).orElseThrow(() -> new Problem.Invalid("development.problem.noRating"));
    }

    private static String withNews(String address, Rated rated) {
        if (rated.before().isEmpty()) {
            return address;
        }
        var news = "saved=" + ChronoUnit.MICROS.between(Instant.EPOCH, rated.at()) + "&count="
                + rated.before().size();
        return address + (address.contains("?") ? "&" : "?") + news;
    }
}
