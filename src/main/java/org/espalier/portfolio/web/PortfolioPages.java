package org.espalier.portfolio.web;

import java.util.List;
import java.util.stream.Stream;
import org.espalier.access.Actor;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.espalier.person.Aim;
import org.espalier.person.Aims;
import org.espalier.person.People;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.EvidencePaths;
import org.espalier.portfolio.Portfolios;
import org.espalier.portfolio.Support;
import org.espalier.portfolio.Today;
import org.espalier.portfolio.WriteEvidence;
import org.espalier.ui.NavigationItem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's portfolio as a list, and the beginning of something new in it. */
@Controller
class PortfolioPages {
    private static final int ORDER = 30;

    private final People people;
    private final Aims aims;
    private final Portfolios portfolios;
    private final PublishedVersions versions;
    private final WriteEvidence writeEvidence;
    private final Today today;

    PortfolioPages(
            People people,
            Aims aims,
            Portfolios portfolios,
            PublishedVersions versions,
            WriteEvidence writeEvidence,
            Today today) {
        this.people = people;
        this.aims = aims;
        this.portfolios = portfolios;
        this.versions = versions;
        this.writeEvidence = writeEvidence;
        this.today = today;
    }

    @Bean
    static NavigationItem navigationToPortfolio() {
        return new NavigationItem(ORDER, "portfolio.title", EvidencePaths.PORTFOLIO, true, null);
    }

    @GetMapping(EvidencePaths.PORTFOLIO)
    String list(
            @AuthenticationPrincipal Actor actor,
            Filter.Fields fields,
            @RequestParam @Nullable Long removed,
            @RequestParam @Nullable String deleted,
            Model model) {
        var person = people.of(actor);
        var filter = fields.filter(versions);
        var page = portfolios.page(person, filter.query(fields.number()));
        model.addAttribute("filter", filter);
        model.addAttribute("page", page);
        model.addAttribute("frameworks", frameworks(aims.of(person), portfolios.frameworks(person)));
        model.addAttribute("today", today.date());
        model.addAttribute("removed", removed);
        model.addAttribute("deleted", deleted != null);
        return "portfolio/web/list";
    }

    /** What the person works towards first, then whatever else their evidence speaks for. */
    private List<FrameworkVersion> frameworks(List<Aim> aimedAt, List<VersionId> supported) {
        return Stream.concat(aimedAt.stream().map(Aim::version), supported.stream())
                .distinct()
                .flatMap(id -> versions.find(id).stream())
                .toList();
    }

    @GetMapping(EvidencePaths.PORTFOLIO + "/new")
    String choose(
            @RequestParam @Nullable Long version, @RequestParam(defaultValue = "") List<Long> statement, Model model) {
        var supports = supports(version, statement);
        model.addAttribute("supports", supports);
        model.addAttribute("statements", supports.stream().map(this::statement).toList());
        return "portfolio/web/choose";
    }

    @PostMapping(EvidencePaths.PORTFOLIO + "/new")
    String begin(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String kind,
            @RequestParam @Nullable Long version,
            @RequestParam(defaultValue = "") List<Long> statement) {
        var chosen = EvidenceKind.ofSlug(kind).orElseThrow(() -> new Problem.Invalid("portfolio.problem.noKind"));
        var id = writeEvidence.begin(actor, chosen, supports(version, statement));
        return "redirect:" + EvidencePaths.of(id) + "/edit";
    }

    /** From wherever statements are ticked, by their keys. */
    @RequestMapping(
            path = "/me/frameworks/{slug}/versions/{number}/evidence",
            method = {RequestMethod.GET, RequestMethod.POST})
    String choose(
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam(name = "s", defaultValue = "") List<String> keys) {
        var version =
                versions.find(slug, number).orElseThrow(() -> new Problem.NotFound("portfolio.problem.noStatement"));
        return "redirect:"
                + EvidencePaths.addFor(
                        version.id(),
                        keys.stream()
                                .flatMap(key -> version.statement(key).stream())
                                .map(Statement::id)
                                .toList());
    }

    private static List<Support> supports(@Nullable Long version, List<Long> statements) {
        return version == null
                ? List.of()
                : statements.stream()
                        .distinct()
                        .map(statement -> new Support(new VersionId(version), new StatementId(statement)))
                        .toList();
    }

    private Statement statement(Support support) {
        return versions.find(support.version())
                .flatMap(version -> version.statement(support.statement()))
                .filter(Statement::isExpectation)
                .orElseThrow(() -> new Problem.NotFound("portfolio.problem.noStatement"));
    }
}
