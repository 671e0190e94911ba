package org.espalier.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
import org.espalier.portfolio.EvidenceOf;
import org.espalier.portfolio.choosing.ChooseEvidence;
import org.espalier.portfolio.choosing.EvidenceChoice;
import org.espalier.portfolio.choosing.EvidencePicked;
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
    private final ChooseEvidence chooseEvidence;
    private final AskAssessor askAssessor;

    AskPages(
            People people,
            PublishedVersions versions,
            Assessors assessors,
            Requests requests,
            EvidenceOf evidenceOf,
            ChooseEvidence chooseEvidence,
            AskAssessor askAssessor) {
        this.people = people;
        this.versions = versions;
        this.assessors = assessors;
        this.requests = requests;
        this.evidenceOf = evidenceOf;
        this.chooseEvidence = chooseEvidence;
        this.askAssessor = askAssessor;
    }

    /**
     * What the learner has chosen so far.
     *
     * @param picked null before they chose, so that all that is linked is chosen
     * @param assessor account and organisation, such as {@code 4.2}; empty before they chose
     */
    record AskForm(@Nullable EvidencePicked picked, String assessor, String words, FormErrors errors) {}

    /** From wherever statements are chosen, one or many; and again while the learner looks for evidence. */
    @RequestMapping(
            path = "/ask",
            method = {RequestMethod.GET, RequestMethod.POST})
    String ask(
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam(name = "s", defaultValue = "") List<String> keys,
            EvidencePicked picked,
            @RequestParam(defaultValue = "") String assessor,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var form = new AskForm(picked.isLooking() ? picked : null, assessor, words, FormErrors.none());
        return page(actor, version(slug, number), keys, form, model);
    }

    @PostMapping("/requests")
    String send(
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam(name = "s", defaultValue = "") List<String> keys,
            EvidencePicked picked,
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
                    new AskForm(picked, "", words, FormErrors.of("assessor", "assessment.ask.noAssessor")),
                    model);
        }
        askAssessor.ask(
                actor,
                new Asked(
                        version.id(),
                        statements(version, keys).stream().map(Statement::id).toList(),
                        new AccountId(Numbers.of(of[0])),
                        new OrganisationId(Numbers.of(of[1])),
                        Set.copyOf(picked.ids()),
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
        model.addAttribute("evidence", evidence(learner, free, form.picked()));
        model.addAttribute(
                "assessors", free.isEmpty() ? Assessors.Choice.none() : assessors.choice(learner, version, free));
        model.addAttribute("form", form);
        return "assessment/web/ask";
    }

    /** At first, what is linked to the statements is chosen. */
    private EvidenceChoice evidence(Person learner, List<Statement> statements, @Nullable EvidencePicked picked) {
        var linked = picked != null
                ? picked
                : EvidencePicked.of(
                        evidenceOf
                                .statements(
                                        learner.id(),
                                        statements.stream().map(Statement::id).toList())
                                .values()
                                .stream()
                                .flatMap(List::stream)
                                .map(EvidenceOf.Item::id)
                                .toList());
        return chooseEvidence.from(learner.id(), linked, List.of());
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
