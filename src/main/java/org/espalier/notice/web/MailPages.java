package org.espalier.notice.web;

import java.util.UUID;
import java.util.stream.IntStream;
import org.espalier.access.Accounts;
import org.espalier.access.Actor;
import org.espalier.access.OneClickPaths;
import org.espalier.access.PublicForms;
import org.espalier.access.PublicPaths;
import org.espalier.kernel.Problem;
import org.espalier.notice.Mail;
import org.espalier.notice.MailChoice;
import org.espalier.notice.MailChoice.Frequency;
import org.espalier.notice.MailChoices;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people choose what comes by e-mail, and where the links in a letter stop it. */
@Controller
class MailPages {
    private static final String SETTINGS = ActivityPages.PATH + "/settings";
    private static final String STOP = "/unsubscribe/*";

    private final MailChoices choices;
    private final Accounts accounts;
    private final Mail mail;

    MailPages(MailChoices choices, Accounts accounts, Mail mail) {
        this.choices = choices;
        this.accounts = accounts;
        this.mail = mail;
    }

    @Bean
    static PublicPaths stopPage() {
        return PublicPaths.of(STOP);
    }

    @Bean
    static PublicForms stopForm() {
        return PublicForms.of(STOP);
    }

    @Bean
    static OneClickPaths stopWithOneClick() {
        return OneClickPaths.of(STOP);
    }

    @GetMapping(SETTINGS)
    String settings(@AuthenticationPrincipal Actor actor, @RequestParam @Nullable String saved, Model model) {
        model.addAttribute("choice", choices.of(actor.account()));
        model.addAttribute("address", accounts.get(actor.account()).email().value());
        model.addAttribute("mailIsOn", mail.isOn());
        model.addAttribute("hours", IntStream.range(0, 24).boxed().toList());
        model.addAttribute("saved", saved != null);
        return "notice/web/settings";
    }

    @PostMapping(SETTINGS)
    String choose(
            @AuthenticationPrincipal Actor actor, @RequestParam Frequency frequency, @RequestParam int digestHour) {
        if (digestHour < 0 || digestHour > 23) {
            throw new Problem.Invalid("notice.problem.noHour");
        }
        choices.choose(actor.account(), new MailChoice(frequency, digestHour));
        return "redirect:" + SETTINGS + "?saved";
    }

    /** Only shows a button: programs that follow the links in a letter must not stop it. */
    @GetMapping("/unsubscribe/{token}")
    String stop(@PathVariable UUID token, Model model) {
        if (!choices.knows(token)) {
            throw noSuchLetter();
        }
        model.addAttribute("token", token);
        model.addAttribute("stopped", false);
        return "notice/web/stop";
    }

    @PostMapping("/unsubscribe/{token}")
    String stopped(@PathVariable UUID token, Model model) {
        if (!choices.stop(token)) {
            throw noSuchLetter();
        }
        model.addAttribute("token", token);
        model.addAttribute("stopped", true);
        return "notice/web/stop";
    }

    private static Problem noSuchLetter() {
        return new Problem.NotFound("notice.problem.noLetter");
    }
}
