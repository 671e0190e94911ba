package org.espalier.portfolio.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.espalier.access.Actor;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.SearchFrameworks;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.kernel.Problem;
import org.espalier.person.Aims;
import org.espalier.person.People;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidencePaths;
import org.espalier.portfolio.EvidenceView;
import org.espalier.portfolio.Portfolios;
import org.espalier.portfolio.Support;
import org.espalier.portfolio.SupportStatements;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person says what an item of theirs shows: picked by group from what they work towards, or searched for. */
@Controller
@RequestMapping(EvidencePaths.PORTFOLIO + "/{id:\\d+}/statements")
class SupportPages {
    /** In addresses, for statements that belong to no group. */
    static final String UNGROUPED = "_";

    private final People people;
    private final Aims aims;
    private final Portfolios portfolios;
    private final PublishedVersions versions;
    private final SearchFrameworks searchFrameworks;
    private final SupportStatements supportStatements;

    SupportPages(
            People people,
            Aims aims,
            Portfolios portfolios,
            PublishedVersions versions,
            SearchFrameworks searchFrameworks,
            SupportStatements supportStatements) {
        this.people = people;
        this.aims = aims;
        this.portfolios = portfolios;
        this.versions = versions;
        this.searchFrameworks = searchFrameworks;
        this.supportStatements = supportStatements;
    }

    /**
     * Something to choose from: what an aim asks for, or another version that the item supports already.
     *
     * @param level the aim's; null where every level is shown
     */
    record Choice(FrameworkVersion version, @Nullable LevelEntry level, List<Pillar> pillars) {}

    /**
     * A root group of a version with its expectations.
     *
     * @param group null for statements that belong to none
     */
    record Pillar(@Nullable GroupEntry group, List<Statement> statements) {
        String id() {
            return group == null ? UNGROUPED : group.id();
        }

        long chosen(EvidenceView item) {
            return statements.stream()
                    .filter(statement -> item.supports().stream()
                            .anyMatch(support -> support.statement().equals(statement.id())))
                    .count();
        }
    }

    /** A statement to tick, and where it stands. */
    record Line(FrameworkVersion version, Statement statement, List<String> place, boolean chosen) {
        String value() {
            return version.id() + ":" + statement.id();
        }
    }

    @GetMapping
    String choose(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable Long version,
            @RequestParam @Nullable String group,
            Model model) {
        var person = people.of(actor);
        var item = portfolios.get(person, new EvidenceId(id));
        model.addAttribute("item", item);
        model.addAttribute("q", q.strip());
        if (!q.isBlank()) {
            model.addAttribute("lines", found(q, item));
            return "portfolio/web/tick";
        }
        var choices = new ArrayList<Choice>();
        aims.of(person).forEach(aim -> versions.find(aim.version())
                .ifPresent(known -> choices.add(choice(known, aim.level()))));
        if (version != null && group != null) {
            var known = versions.find(new VersionId(version))
                    .orElseThrow(() -> new Problem.NotFound("portfolio.problem.noFramework"));
            var choice = choices.stream()
                    .filter(one -> one.version().id().equals(known.id()))
                    .findFirst()
                    .orElseGet(() -> choice(known, null));
            var pillar = choice.pillars().stream()
                    .filter(one -> one.id().equals(group))
                    .findFirst()
                    .orElseThrow(() -> new Problem.NotFound("portfolio.problem.noGroup"));
            model.addAttribute("choice", choice);
            model.addAttribute("pillar", pillar);
            model.addAttribute(
                    "lines",
                    pillar.statements().stream()
                            .map(statement -> line(known, statement, item))
                            .toList());
            return "portfolio/web/tick";
        }
        model.addAttribute("choices", choices);
        model.addAttribute("others", others(choices));
        return "portfolio/web/statements";
    }

    /** What was shown is settled by what is ticked of it; what was not shown stays as it is. */
    @PostMapping
    String settle(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") List<String> shown,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam @Nullable String more) {
        var wanted = new HashSet<>(chosen);
        var taken = shown.stream()
                .filter(one -> !wanted.contains(one))
                .map(SupportPages::support)
                .map(Support::statement)
                .toList();
        supportStatements.change(
                actor,
                new EvidenceId(id),
                chosen.stream().map(SupportPages::support).toList(),
                taken);
        return "redirect:" + EvidencePaths.of(new EvidenceId(id)) + (more == null ? "?saved" : "/statements");
    }

    @PostMapping("/remove")
    String remove(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestParam long statement) {
        supportStatements.change(actor, new EvidenceId(id), List.of(), List.of(new StatementId(statement)));
        return "redirect:" + EvidencePaths.of(new EvidenceId(id)) + "?saved";
    }

    /** Everything else in force, for somebody who works with a framework without aiming for anything in it. */
    private List<Choice> others(List<Choice> choices) {
        var shown = choices.stream().map(choice -> choice.version().id()).toList();
        return versions.allCurrent().stream()
                .filter(version -> !shown.contains(version.id()))
                .map(version -> choice(version, null))
                .filter(choice -> !choice.pillars().isEmpty())
                .toList();
    }

    private List<Line> found(String words, EvidenceView item) {
        var query = new SearchFrameworks.Query(words, null, null, null, SearchFrameworks.Kind.EXPECTATION, 1);
        return searchFrameworks.search(query).page().stream()
                .map(finding -> versions.find(finding.version())
                        .flatMap(version ->
                                version.statement(finding.key()).map(statement -> line(version, statement, item)))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Line line(FrameworkVersion version, Statement statement, EvidenceView item) {
        return new Line(
                version,
                statement,
                new Supported(version, List.of()).place(statement),
                item.supports().stream().anyMatch(support -> support.statement().equals(statement.id())));
    }

    private static Choice choice(FrameworkVersion version, @Nullable String level) {
        var asked = level != null
                ? version.expectationsAt(level)
                : version.statements().stream().filter(Statement::isExpectation).toList();
        var byRoot = new LinkedHashMap<String, List<Statement>>();
        for (var statement : asked) {
            var root = version.rootOf(statement.group()).map(GroupEntry::id).orElse(UNGROUPED);
            byRoot.computeIfAbsent(root, key -> new ArrayList<>()).add(statement);
        }
        var order = version.groups().stream().map(GroupEntry::id).toList();
        return new Choice(
                version,
                version.level(level).orElse(null),
                byRoot.entrySet().stream()
                        .map(entry -> new Pillar(version.group(entry.getKey()).orElse(null), entry.getValue()))
                        .sorted(Comparator.comparingInt(pillar -> order.indexOf(pillar.id())))
                        .toList());
    }

    private static Support support(String value) {
        try {
            var colon = value.indexOf(':');
            return new Support(
                    new VersionId(Long.parseLong(value.substring(0, Math.max(colon, 0)))),
                    new StatementId(Long.parseLong(value.substring(colon + 1))));
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("portfolio.problem.nothingTicked");
        }
    }
}
