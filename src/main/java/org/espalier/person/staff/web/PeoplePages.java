package org.espalier.person.staff.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.access.PasswordLinks;
import org.espalier.framework.PublishedVersions;
import org.espalier.organisation.Organisations;
import org.espalier.organisation.PostId;
import org.espalier.organisation.UnitId;
import org.espalier.person.Insider;
import org.espalier.person.PersonId;
import org.espalier.person.staff.BringIn;
import org.espalier.person.staff.ChangePosts;
import org.espalier.person.staff.DateText;
import org.espalier.person.staff.Days;
import org.espalier.person.staff.Employees;
import org.espalier.person.staff.LeaveOrganisation;
import org.espalier.person.staff.Staff;
import org.espalier.person.staff.importing.StaffTemplate;
import org.espalier.ui.Download;
import org.espalier.ui.FormErrors;
import org.espalier.ui.PageFrame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** An organisation's people: the list, and one at a time with their posts. */
@Controller
@RequestMapping("/organisations/{slug}/people")
class PeoplePages {
    private final Staff staff;
    private final Employees employees;
    private final Organisations organisations;
    private final ChangePosts changePosts;
    private final LeaveOrganisation leaveOrganisation;
    private final BringIn bringIn;
    private final PublishedVersions versions;
    private final Clock clock;

    PeoplePages(
            Staff staff,
            Employees employees,
            Organisations organisations,
            ChangePosts changePosts,
            LeaveOrganisation leaveOrganisation,
            BringIn bringIn,
            PublishedVersions versions,
            Clock clock) {
        this.staff = staff;
        this.employees = employees;
        this.organisations = organisations;
        this.changePosts = changePosts;
        this.leaveOrganisation = leaveOrganisation;
        this.bringIn = bringIn;
        this.versions = versions;
        this.clock = clock;
    }

    @GetMapping
    String people(
            Insider insider,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable Long unit,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam @Nullable String done,
            Model model) {
        var within = unit == null ? null : new UnitId(unit);
        var found = staff.find(insider, q.strip(), within, Math.clamp(page, 1, 100_000));
        if (found.members().isEmpty() && page > 1) {
            return "redirect:" + insider.organisation().address() + "/people";
        }
        model.addAttribute("found", found);
        model.addAttribute("search", new PeopleSearch(q.strip(), within));
        model.addAttribute("structure", organisations.structure(insider.organisation()));
        model.addAttribute("done", done);
        return "person/staff/web/people";
    }

    @GetMapping("/links")
    String links(Insider insider, Model model) {
        insider.requireAdministrator();
        model.addAttribute("days", PasswordLinks.VALID_FOR.toDays());
        return "person/staff/web/links";
    }

    /** The links are in this answer and nowhere else. */
    @PostMapping("/links")
    ResponseEntity<byte[]> madeLinks(Insider insider, @ModelAttribute("frame") PageFrame frame) {
        var head = List.of(
                frame.t("access.name"),
                frame.t("access.email"),
                frame.t("person.staff.number"),
                frame.t("access.link.label"));
        var rows = bringIn.firstSignIns(insider).stream()
                .map(first -> List.of(
                        first.member().name(),
                        first.member().email(),
                        Objects.requireNonNullElse(first.member().staffNumber(), ""),
                        link("/set-password/" + first.token().value())));
        return Download.csv(StaffTemplate.csv(Stream.concat(Stream.of(head), rows)), "links.csv");
    }

    @GetMapping("/{person}")
    String person(Insider insider, @PathVariable long person, @RequestParam @Nullable String saved, Model model) {
        return page(insider, new PersonId(person), saved != null, FormErrors.none(), model);
    }

    @PostMapping("/{person}/posts")
    String givePost(
            Insider insider,
            @PathVariable long person,
            @RequestParam @Nullable Long post,
            @RequestParam(defaultValue = "") String since,
            HttpServletResponse response,
            Model model) {
        var id = new PersonId(person);
        insider.requireAdministrator();
        var day = since.isBlank() ? Optional.of(Days.today(clock)) : DateText.in(since);
        var errors = FormErrors.none();
        if (post == null) {
            errors = errors.and("post", "person.staff.post.missing");
        }
        if (day.isEmpty()) {
            errors = errors.and("since", "person.staff.post.since.wrong");
        }
        if (post == null || errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(insider, id, false, errors, model);
        }
        changePosts.give(insider, id, new PostId(post), day.orElseThrow());
        return address(insider, id) + "?saved";
    }

    @PostMapping("/{person}/posts/{post}/end")
    String endPost(Insider insider, @PathVariable long person, @PathVariable long post) {
        changePosts.end(insider, new PersonId(person), new PostId(post));
        return address(insider, new PersonId(person)) + "?saved";
    }

    @PostMapping("/{person}/staff-number")
    String number(Insider insider, @PathVariable long person, @RequestParam(defaultValue = "") String number) {
        changePosts.number(insider, new PersonId(person), number.isBlank() ? null : number.strip());
        return address(insider, new PersonId(person)) + "?saved";
    }

    /** The link is shown once, in the answer to what made it. */
    @PostMapping("/{person}/link")
    String link(Insider insider, @PathVariable long person, Model model) {
        var token = bringIn.firstSignIn(insider, new PersonId(person));
        model.addAttribute(
                "name", employees.get(insider, new PersonId(person)).member().name());
        model.addAttribute("days", PasswordLinks.VALID_FOR.toDays());
        model.addAttribute("link", link("/set-password/" + token.value()));
        model.addAttribute("invitation", false);
        return "person/staff/web/link";
    }

    @GetMapping("/{person}/leave")
    String takeOut(Insider insider, @PathVariable long person, Model model) {
        insider.requireAdministrator();
        model.addAttribute("employee", employees.get(insider, new PersonId(person)));
        return "person/staff/web/takeOut";
    }

    @PostMapping("/{person}/leave")
    String takenOut(Insider insider, @PathVariable long person) {
        leaveOrganisation.takenOut(insider, new PersonId(person));
        return "redirect:" + insider.organisation().address() + "/people?done=takenOut";
    }

    static String link(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }

    private static String address(Insider insider, PersonId person) {
        return "redirect:" + insider.organisation().address() + "/people/" + person;
    }

    private String page(Insider insider, PersonId person, boolean saved, FormErrors errors, Model model) {
        var employee = employees.get(insider, person);
        model.addAttribute("employee", employee);
        model.addAttribute("structure", organisations.structure(insider.organisation()));
        model.addAttribute("roles", RoleView.of(employee.roles(), clock.instant()));
        model.addAttribute("scopes", ScopeWords.of(employee.roles(), organisations, versions));
        model.addAttribute("today", Days.today(clock));
        model.addAttribute("saved", saved);
        model.addAttribute("errors", errors);
        return "person/staff/web/person";
    }
}
