package org.espalier.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.assessment.request.AskAssessor;
import org.espalier.assessment.request.AskAssessor.Asked;
import org.espalier.assessment.request.Assessors;
import org.espalier.assessment.request.Requests;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.kernel.Problem;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.portfolio.EvidenceId;
import org.espalier.portfolio.EvidenceKind;
import org.espalier.portfolio.EvidenceOf;
import org.espalier.portfolio.PortfolioQuery;
import org.espalier.portfolio.Portfolios;
import org.espalier.ui.FormErrors;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a learner asks for a sign-off: which statements, on what evidence, of whom. */
@Controller
@RequestMapping("/me/frameworks/{slug}/versions/{number}")
class AskPages {
    private final People people;
    private final PublishedVersions versions;
    private final Assessors assessors;
    private final Requests requests;
    private final EvidenceOf evidenceOf;
    private final Portfolios portfolios;
    private final AskAssessor askAssessor;

    AskPages(
            People people,
            PublishedVersions versions,
            Assessors assessors,
            Requests requests,
            EvidenceOf evidenceOf,
            Portfolios portfolios,
            AskAssessor askAssessor) {
        this.people = people;
        this.versions = versions;
        this.assessors = assessors;
        this.requests = requests;
        this.evidenceOf = evidenceOf;
        this.portfolios = portfolios;
        this.askAssessor = askAssessor;
    }

    /** A piece of evidence to tick. */
    record Choice(EvidenceId id, EvidenceKind kind, String title, boolean chosen) {}

    /**
     * What the learner has chosen so far.
     *
     * @param evidence null before they chose, so that all that is linked is chosen
     * @param assessor account and organisation, such as {@code 4.2}; empty before they chose
     */
    record AskForm(@Nullable Set<Long> evidence, String assessor, String words, FormErrors errors) {}

    /** From wherever statements are chosen, one or many. */
    @RequestMapping(
            path = "/ask",
            method = {RequestMethod.GET, RequestMethod.POST})
    String ask(
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam(name = "s", defaultValue = "") List<String> keys,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        return page(actor, version(slug, number), keys, new AskForm(null, "", "", FormErrors.none()), model);
    }

    @PostMapping("/requests")
    String send(
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam(name = "s", defaultValue = "") List<String> keys,
            @RequestParam(defaultValue = "") Set<Long> evidence,
            @RequestParam(defaultValue = "") String assessor,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute("frame") PageFrame frame,
            HttpServletResponse response,
            Model model) {
        var version = version(slug, number);
        var of = assessor.split("\\.", 2);
        if (of.length != 2) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    actor,
                    version,
                    keys,
                    new AskForm(evidence, "", words, FormErrors.of("assessor", "assessment.ask.noAssessor")),
                    model);
        }
        askAssessor.ask(
                actor,
                new Asked(
                        version.id(),
                        statements(version, keys).stream().map(Statement::id).toList(),
                        new AccountId(Numbers.of(of[0])),
                        new OrganisationId(Numbers.of(of[1])),
                        evidence.stream().map(EvidenceId::new).collect(Collectors.toSet()),
                        frame.t("assessment.purpose"),
                        words.strip()));
        return "redirect:" + AssessmentPaths.MY_REQUESTS + "?sent";
    }

    private String page(Actor actor, FrameworkVersion version, List<String> keys, AskForm form, Model model) {
        var learner = new Person(people.of(actor), actor.account(), actor.name());
        var open = requests.open(learner.id(), version.id());
        var asked = statements(version, keys);
        var free = asked.stream()
                .filter(statement -> !open.containsKey(statement.id()))
                .toList();
        model.addAttribute("version", version);
        model.addAttribute(
                "matters",
                free.stream().map(statement -> new Matter(version, statement)).toList());
        model.addAttribute("already", asked.size() - free.size());
        model.addAttribute("choices", evidence(learner, free, form));
        model.addAttribute(
                "assessors", free.isEmpty() ? Assessors.Choice.none() : assessors.choice(learner, version, free));
        model.addAttribute("form", form);
        return "assessment/web/ask";
    }

    /** What is linked to the statements first, then the latest of the rest. */
    private List<Choice> evidence(Person learner, List<Statement> statements, AskForm form) {
        var chosen = form.evidence();
        var seen = new HashSet<EvidenceId>();
        var choices = new ArrayList<Choice>();
        evidenceOf
                .statements(learner.id(), statements.stream().map(Statement::id).toList())
                .values()
                .forEach(items -> items.stream()
                        .filter(item -> seen.add(item.id()))
                        .forEach(item -> choices.add(new Choice(
                                item.id(),
                                item.kind(),
                                item.title(),
                                chosen == null || chosen.contains(item.id().value())))));
        portfolios.page(learner.id(), PortfolioQuery.everything()).lines().stream()
                .filter(line -> !line.draft() && seen.add(line.id()))
                .forEach(line -> choices.add(new Choice(
                        line.id(),
                        line.kind(),
                        line.title(),
                        chosen != null && chosen.contains(line.id().value()))));
        return choices;
    }

    private FrameworkVersion version(String slug, int number) {
        return versions.find(slug, number).orElseThrow(() -> new Problem.NotFound("assessment.problem.noVersion"));
    }

    private static List<Statement> statements(FrameworkVersion version, List<String> keys) {
        return new LinkedHashSet<>(keys)
                .stream()
                        .map(key -> version.statement(key)
                                .filter(Statement::isExpectation)
                                .orElseThrow(() -> new Problem.NotFound("assessment.problem.noStatement")))
                        .toList();
    }
}
