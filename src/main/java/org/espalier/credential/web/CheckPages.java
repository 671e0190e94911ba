package org.espalier.credential.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.espalier.access.Actor;
import org.espalier.credential.Certificate;
import org.espalier.credential.CertificateCode;
import org.espalier.credential.Certificates;
import org.espalier.credential.SignOffLevel;
import org.espalier.kernel.Problem;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Checking a certificate, which needs its code and no sign-in, and revoking one, which needs both and the right role. */
@Controller
@RequestMapping("/certificates")
class CheckPages {
    private final Certificates certificates;
    private final SignOffLevel signOffLevel;

    CheckPages(Certificates certificates, SignOffLevel signOffLevel) {
        this.certificates = certificates;
        this.signOffLevel = signOffLevel;
    }

    @GetMapping
    String ask(@RequestParam @Nullable String code, Model model, HttpServletResponse response) {
        model.addAttribute("typed", code == null ? "" : code);
        if (code == null) {
            model.addAttribute("errors", FormErrors.none());
            return "credential/web/check";
        }
        var found = CertificateCode.of(code).flatMap(certificates::find);
        if (found.isPresent()) {
            return "redirect:/certificates/" + found.get().code();
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("errors", FormErrors.of("code", "credential.check.unknown"));
        return "credential/web/check";
    }

    @GetMapping("/{code:[0-9A-Za-z-]+}")
    String certificate(@PathVariable String code, @AuthenticationPrincipal @Nullable Actor actor, Model model) {
        return page(get(code), actor, FormErrors.none(), "", model);
    }

    /** For programs: what was signed, byte for byte, the signature and the key. */
    @GetMapping("/{code}.json")
    ResponseEntity<Map<String, Object>> json(@PathVariable String code) {
        var certificate = get(code);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("valid", certificate.isValid());
        answer.put("content", certificate.content());
        answer.put("signature", certificate.signature().text());
        answer.put("algorithm", "Ed25519");
        answer.put("publicKey", certificate.signature().publicKeyText());
        var revocation = certificate.revocation();
        if (revocation != null) {
            answer.put("revokedAt", revocation.at().toString());
            answer.put("revokedBecause", revocation.reason());
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(answer);
    }

    @PostMapping("/{code}/revoke")
    String revoke(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Actor actor,
            HttpServletResponse response,
            Model model) {
        var certificate = get(code);
        if (reason.isBlank()
                && signOffLevel.revocable(actor, certificate.code()).isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(certificate, actor, FormErrors.of("reason", "credential.problem.noReason"), reason, model);
        }
        signOffLevel.revoke(actor, certificate.code(), reason.strip());
        return "redirect:/certificates/" + certificate.code();
    }

    private String page(Certificate certificate, @Nullable Actor actor, FormErrors errors, String reason, Model model) {
        model.addAttribute("certificate", certificate);
        model.addAttribute(
                "revocable",
                actor != null
                        && certificate.revocation() == null
                        && signOffLevel.revocable(actor, certificate.code()).isPresent());
        model.addAttribute("errors", errors);
        model.addAttribute("reason", reason);
        return "credential/web/certificate";
    }

    private Certificate get(String code) {
        return CertificateCode.of(code)
                .flatMap(certificates::find)
                .orElseThrow(() -> new Problem.NotFound("credential.problem.noCertificate"));
    }
}
