package org.espalier.person.staff.web;

import jakarta.servlet.http.HttpServletResponse;
import org.espalier.access.Actor;
import org.espalier.access.PublicForms;
import org.espalier.access.PublicPaths;
import org.espalier.access.SecretToken;
import org.espalier.person.staff.AnswerInvitation;
import org.espalier.person.staff.Invitation;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link of an invitation leads: join with the account one has, or with a new one. */
@Controller
class InvitationPages {
    private final AnswerInvitation answer;

    InvitationPages(AnswerInvitation answer) {
        this.answer = answer;
    }

    @Bean
    static PublicPaths invitationPaths() {
        return PublicPaths.of("/invitations/*");
    }

    @Bean
    static PublicForms invitationForms() {
        return PublicForms.of("/invitations/*");
    }

    @GetMapping("/invitations/{token}")
    String invitation(
            @PathVariable String token,
            @AuthenticationPrincipal @Nullable Actor actor,
            HttpServletResponse response,
            Model model) {
        return answer.behind(new SecretToken(token))
                .map(invitation ->
                        page(token, invitation, invitation.newcomer().name(), actor != null, FormErrors.none(), model))
                .orElseGet(() -> over(response));
    }

    @PostMapping("/invitations/{token}")
    String join(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal @Nullable Actor actor,
            HttpServletResponse response,
            Model model) {
        var link = new SecretToken(token);
        if (actor != null) {
            return answer.join(actor, link) ? "redirect:/me/organisations?joined" : over(response);
        }
        var invitation = answer.behind(link).orElse(null);
        if (invitation == null) {
            return over(response);
        }
        if (name.isBlank() || name.strip().length() > 100) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    token,
                    invitation,
                    name.strip(),
                    false,
                    FormErrors.of("name", "person.staff.name.missing", 100),
                    model);
        }
        return answer.joinAsNew(link, name.strip())
                .map(password -> "redirect:/set-password/" + password.value())
                .orElseGet(() -> over(response));
    }

    private String page(
            String token, Invitation invitation, String name, boolean signedIn, FormErrors errors, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("invitation", invitation);
        model.addAttribute("name", name);
        model.addAttribute("errors", errors);
        model.addAttribute("signIn", !signedIn && answer.asksToSignIn(invitation));
        return "person/staff/web/invitation";
    }

    private static String over(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "person/staff/web/invitationOver";
    }
}
