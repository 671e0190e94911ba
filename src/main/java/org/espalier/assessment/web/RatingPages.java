package org.espalier.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.assessment.Claims;
import org.espalier.assessment.RateStatements;
import org.espalier.assessment.Rating;
import org.espalier.assessment.Standing;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.Succession;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One answer at a time: saving it as it is given, and looking back on it. */
@Controller
class RatingPages {
    private final People people;
    private final PublishedVersions versions;
    private final RateStatements rateStatements;
    private final Claims claims;

    RatingPages(People people, PublishedVersions versions, RateStatements rateStatements, Claims claims) {
        this.people = people;
        this.versions = versions;
        this.rateStatements = rateStatements;
        this.claims = claims;
    }

    /**
     * Saves one answer of a list of answers: the field {@code r.} and the statement's key. Nothing comes back but the
     * status, so that 204 alone means "saved".
     */
    @PostMapping("/me/frameworks/{slug}/versions/{number}/statements/{key}/rating")
    ResponseEntity<Void> rate(
            @PathVariable String slug,
            @PathVariable int number,
            @PathVariable String key,
            HttpServletRequest request,
            @AuthenticationPrincipal Actor actor) {
        var version = version(slug, number);
        var statement = statement(version, key);
        var rating = Rating.ofSlug(String.valueOf(request.getParameter("r." + key)))
                .orElseThrow(() -> new Problem.Invalid("assessment.problem.noRating"));
        rateStatements.rate(actor, people.of(actor), version.id(), Map.of(statement.id(), rating));
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/me/frameworks/{slug}/versions/{number}/statements/{key}/history")
    String history(
            @PathVariable String slug,
            @PathVariable int number,
            @PathVariable String key,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var version = version(slug, number);
        var statement = statement(version, key);
        var person = people.of(actor);
        var entries = claims.history(person, version.id(), statement.id());
        model.addAttribute("version", version);
        model.addAttribute("statement", statement);
        model.addAttribute("entries", entries);
        model.addAttribute("standing", claims.standing(entries));
        model.addAttribute("inOtherWords", inOtherWords(person, version, statement));
        model.addAttribute("me", actor.account());
        model.addAttribute(
                "back",
                version.rootOf(statement.group()).map(group -> group.id()).orElse("_"));
        return "assessment/web/history";
    }

    /** What a statement said in an earlier version, and how the person stood with that. */
    record InOtherWords(FrameworkVersion version, Statement statement, Standing standing) {}

    /** The latest earlier wording of which something was said; null when there is none. */
    private @Nullable InOtherWords inOtherWords(PersonId person, FrameworkVersion version, Statement statement) {
        for (var before : versions.every(version.slug())) {
            var then = before.number() < version.number()
                    ? before.statement(statement.key()).orElse(null)
                    : null;
            if (then != null && new Succession(before, version).of(then) == Succession.Fate.REWORDED) {
                var entries = claims.history(person, before.id(), then.id());
                if (!entries.isEmpty()) {
                    return new InOtherWords(before, then, claims.standing(entries));
                }
            }
        }
        return null;
    }

    private FrameworkVersion version(String slug, int number) {
        return versions.find(slug, number).orElseThrow(() -> new Problem.NotFound("assessment.problem.noVersionHere"));
    }

    private static Statement statement(FrameworkVersion version, String key) {
        return version.statement(key).orElseThrow(() -> new Problem.NotFound("assessment.problem.noStatementHere"));
    }
}
