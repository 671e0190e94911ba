package org.espalier.credential.web;

import org.espalier.access.AccountId;
import org.espalier.access.Actor;
import org.espalier.assessment.request.Assessors;
import org.espalier.credential.CertificateCode;
import org.espalier.credential.Certificates;
import org.espalier.credential.LevelRequest;
import org.espalier.credential.LevelRequests;
import org.espalier.credential.Readiness;
import org.espalier.credential.SignOffLevel;
import org.espalier.document.Pdf;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.Aim;
import org.espalier.person.Aims;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.ui.Download;
import org.espalier.ui.FormErrors;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A person's certificates, and the way to the next one. */
@Controller
class MyCertificatePages {
    private final People people;
    private final Aims aims;
    private final PublishedVersions versions;
    private final Certificates certificates;
    private final LevelRequests requests;
    private final SignOffLevel signOffLevel;

    MyCertificatePages(
            People people,
            Aims aims,
            PublishedVersions versions,
            Certificates certificates,
            LevelRequests requests,
            SignOffLevel signOffLevel) {
        this.people = people;
        this.aims = aims;
        this.versions = versions;
        this.certificates = certificates;
        this.requests = requests;
        this.signOffLevel = signOffLevel;
    }

    @GetMapping("/me/certificates")
    String mine(@AuthenticationPrincipal Actor actor, Model model) {
        var person = people.of(actor);
        model.addAttribute("certificates", certificates.of(person));
        model.addAttribute(
                "requests",
                requests.of(person).stream()
                        .map(request -> Asked.of(request, versions))
                        .toList());
        return "credential/web/mine";
    }

    @GetMapping("/me/certificates/{code}.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String code, @AuthenticationPrincipal Actor actor, @ModelAttribute("frame") PageFrame frame) {
        var person = people.of(actor);
        var certificate = CertificateCode.of(code)
                .flatMap(certificates::find)
                .filter(one -> one.holder().equals(person))
                .orElseThrow(() -> new Problem.NotFound("credential.problem.noCertificate"));
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/certificates/{code}")
                .buildAndExpand(certificate.code().toString())
                .toUriString();
        return Download.pdf(
                Pdf.of(CertificatePaper.of(certificate, address, frame.messages())),
                "certificate-" + certificate.code() + ".pdf");
    }

    @GetMapping("/me/frameworks/{slug}/sign-off")
    String ask(@PathVariable String slug, @AuthenticationPrincipal Actor actor, Model model) {
        return page(slug, actor, FormErrors.none(), "", model);
    }

    @PostMapping("/me/frameworks/{slug}/sign-off")
    String asked(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String assessor,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Actor actor,
            jakarta.servlet.http.HttpServletResponse response,
            Model model) {
        var parts = assessor.split("\\.", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("\\d{1,18}")) {
            response.setStatus(422);
            return page(slug, actor, FormErrors.of("assessor", "credential.ask.noAssessor"), words, model);
        }
        var aim = aim(actor, slug);
        signOffLevel.ask(
                actor,
                aim.version(),
                aim.level(),
                new AccountId(Long.parseLong(parts[0])),
                new OrganisationId(Long.parseLong(parts[1])),
                words.strip());
        return "redirect:/me/certificates";
    }

    @PostMapping("/me/certificates/requests/{id}/withdraw")
    String withdraw(@PathVariable long id, @AuthenticationPrincipal Actor actor) {
        signOffLevel.withdraw(actor, id);
        return "redirect:/me/certificates";
    }

    private String page(String slug, Actor actor, FormErrors errors, String words, Model model) {
        var aim = aim(actor, slug);
        var person = new Person(people.of(actor), actor.account(), actor.name());
        var readiness = signOffLevel.readiness(person, aim.version(), aim.level());
        var ready = readiness.isReady();
        model.addAttribute("readiness", readiness);
        model.addAttribute("assessors", ready ? signOffLevel.offered(person, readiness) : Assessors.Choice.none());
        model.addAttribute("certified", certificates.isInForce(person.id(), aim.version(), aim.level()));
        model.addAttribute(
                "waiting",
                requests.of(person.id()).stream()
                        .anyMatch(one -> one.isWaiting()
                                && one.version().equals(aim.version())
                                && java.util.Objects.equals(one.level(), aim.level())));
        model.addAttribute("errors", errors);
        model.addAttribute("words", words);
        return "credential/web/ask";
    }

    private Aim aim(Actor actor, String slug) {
        return aims.under(people.of(actor), slug)
                .orElseThrow(() -> new Problem.NotFound("credential.problem.noTarget"));
    }

    /**
     * A request with the words for what it is about.
     *
     * @param name of the level or role
     */
    record Asked(LevelRequest request, String name, String framework) {
        static Asked of(LevelRequest request, PublishedVersions versions) {
            var version = versions.find(request.version()).orElseThrow();
            return new Asked(request, name(version, request.level()), version.title());
        }

        private static String name(org.espalier.framework.FrameworkVersion version, @Nullable String level) {
            return Readiness.name(version, version.level(level).orElse(null));
        }
    }
}
