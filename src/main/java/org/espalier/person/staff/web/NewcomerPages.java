package org.espalier.person.staff.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.espalier.organisation.Organisations;
import org.espalier.person.Insider;
import org.espalier.person.staff.BringIn;
import org.espalier.person.staff.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Bringing one person into an organisation, and the invitations that wait for an answer. */
@Controller
@RequestMapping("/organisations/{slug}")
class NewcomerPages {
    private final BringIn bringIn;
    private final Organisations organisations;
    private final Clock clock;

    NewcomerPages(BringIn bringIn, Organisations organisations, Clock clock) {
        this.bringIn = bringIn;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/people/new")
    String add(Insider insider, Model model) {
        insider.requireAdministrator();
        return page(insider, NewcomerForm.empty(), model);
    }

    @PostMapping("/people")
    String added(
            Insider insider,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String how,
            HttpServletResponse response,
            Model model) {
        insider.requireAdministrator();
        var form = NewcomerForm.typed(name, email, number, post, how);
        if (!form.errors().any()) {
            var newcomer = form.newcomer(Days.today(clock));
            var result = how.equals("now") ? bringIn.now(insider, newcomer) : bringIn.byInvitation(insider, newcomer);
            var people = "redirect:" + insider.organisation().address() + "/people";
            switch (result) {
                case BringIn.Result.Added(var person) -> {
                    return people + "/" + person + "?saved";
                }
                case BringIn.Result.Asked() -> {
                    return people + "?done=asked";
                }
                case BringIn.Result.Invited(var token) -> {
                    model.addAttribute("name", form.name());
                    model.addAttribute("link", PeoplePages.link("/invitations/" + token.value()));
                    model.addAttribute("days", BringIn.INVITATION_VALID_FOR.toDays());
                    model.addAttribute("invitation", true);
                    return "person/staff/web/link";
                }
                case BringIn.Result.IsHere() -> form = form.with("email", "person.staff.email.here");
                case BringIn.Result.NumberTaken() -> form = form.with("number", "person.staff.number.taken");
                case BringIn.Result.NoSuchPost() -> form = form.with("post", "person.staff.post.missing");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(insider, form, model);
    }

    @GetMapping("/invitations")
    String invitations(Insider insider, @RequestParam @Nullable String withdrawn, Model model) {
        model.addAttribute("invitations", bringIn.open(insider));
        model.addAttribute("now", clock.instant());
        model.addAttribute("withdrawn", withdrawn != null);
        return "person/staff/web/invitations";
    }

    @PostMapping("/invitations/{invitation}/withdraw")
    String withdraw(Insider insider, @PathVariable long invitation) {
        bringIn.withdraw(insider, invitation);
        return "redirect:" + insider.organisation().address() + "/invitations?withdrawn";
    }

    private String page(Insider insider, NewcomerForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("structure", organisations.structure(insider.organisation()));
        return "person/staff/web/newcomer";
    }
}
