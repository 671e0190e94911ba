package org.espalier.credential.web;

import jakarta.servlet.http.HttpServletResponse;
import org.espalier.access.Actor;
import org.espalier.assessment.Claims;
import org.espalier.credential.Certificates;
import org.espalier.credential.LevelRequest;
import org.espalier.credential.LevelRequests;
import org.espalier.credential.SignOffLevel;
import org.espalier.credential.web.MyCertificatePages.Asked;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.ui.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Levels and roles that learners ask an assessor to sign off as a whole, and what the assessor has issued. */
@Controller
@RequestMapping("/assess/levels")
class LevelQueuePages {
    private final LevelRequests requests;
    private final Certificates certificates;
    private final PublishedVersions versions;
    private final Claims claims;
    private final SignOffLevel signOffLevel;

    LevelQueuePages(
            LevelRequests requests,
            Certificates certificates,
            PublishedVersions versions,
            Claims claims,
            SignOffLevel signOffLevel) {
        this.requests = requests;
        this.certificates = certificates;
        this.versions = versions;
        this.claims = claims;
        this.signOffLevel = signOffLevel;
    }

    @GetMapping
    String queue(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute(
                "waiting",
                requests.waitingFor(actor.account()).stream()
                        .map(request -> Asked.of(request, versions))
                        .toList());
        model.addAttribute("issued", certificates.issuedBy(actor.account()));
        return "credential/web/levels";
    }

    @GetMapping("/{id:\\d+}")
    String request(@PathVariable long id, @AuthenticationPrincipal Actor actor, Model model) {
        return page(get(actor, id), FormErrors.none(), "", model);
    }

    @PostMapping("/{id:\\d+}/sign-off")
    String signOff(@PathVariable long id, @AuthenticationPrincipal Actor actor) {
        return "redirect:/certificates/" + signOffLevel.signOff(actor, id);
    }

    @PostMapping("/{id:\\d+}/return")
    String giveBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        if (reason.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(get(actor, id), FormErrors.of("reason", "credential.problem.noReason"), reason, model);
        }
        signOffLevel.giveBack(actor, id, reason.strip());
        return "redirect:/assess/levels";
    }

    private LevelRequest get(Actor actor, long id) {
        return requests.askedOf(actor.account(), id)
                .orElseThrow(() -> new Problem.NotFound("credential.problem.noRequest"));
    }

    private String page(LevelRequest request, FormErrors errors, String reason, Model model) {
        model.addAttribute("request", request);
        model.addAttribute("readiness", signOffLevel.readiness(request.learner(), request.version(), request.level()));
        model.addAttribute("verified", claims.verified(request.learner().id(), request.version()));
        model.addAttribute("errors", errors);
        model.addAttribute("reason", reason);
        return "credential/web/level";
    }
}
