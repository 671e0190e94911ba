package org.espalier.person.staff.web;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.espalier.access.Grant;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.organisation.Organisations;
import org.espalier.person.Insider;
import org.espalier.person.PersonId;
import org.espalier.person.Pillar;
import org.espalier.person.staff.Days;
import org.espalier.person.staff.Employees;
import org.espalier.person.staff.GiveRole;
import org.espalier.person.staff.Staff;
import org.espalier.person.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has which role in an organisation, and giving and ending one. */
@Controller
@RequestMapping("/organisations/{slug}")
class RolePages {
    private final Staff staff;
    private final Employees employees;
    private final Grants grants;
    private final GiveRole giveRole;
    private final Organisations organisations;
    private final PublishedVersions versions;
    private final Clock clock;

    RolePages(
            Staff staff,
            Employees employees,
            Grants grants,
            GiveRole giveRole,
            Organisations organisations,
            PublishedVersions versions,
            Clock clock) {
        this.staff = staff;
        this.employees = employees;
        this.grants = grants;
        this.giveRole = giveRole;
        this.organisations = organisations;
        this.versions = versions;
        this.clock = clock;
    }

    /** Somebody with one of their roles. */
    record Holder(StaffMember member, RoleView role) {}

    @GetMapping("/roles")
    String roles(Insider insider, @RequestParam @Nullable String ended, Model model) {
        insider.requireAdministrator();
        var current = grants.current(insider.organisation().id());
        var members = staff.with(
                insider, current.stream().map(Grant::account).distinct().toList());
        var byRole = new EnumMap<Role, List<Holder>>(Role.class);
        for (var role : Role.OF_ORGANISATION) {
            byRole.put(role, holders(role, current, members));
        }
        model.addAttribute("byRole", byRole);
        model.addAttribute("scopes", ScopeWords.of(current, organisations, versions));
        model.addAttribute("ended", ended != null);
        return "person/staff/web/roles";
    }

    @GetMapping("/people/{person}/roles/new")
    String give(Insider insider, @PathVariable long person, Model model) {
        insider.requireAdministrator();
        return form(insider, new PersonId(person), RoleForm.empty(Days.today(clock)), model);
    }

    @PostMapping("/people/{person}/roles")
    String given(
            Insider insider,
            @PathVariable long person,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String where,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String framework,
            @RequestParam(defaultValue = "") String pillar,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            HttpServletResponse response,
            Model model) {
        var id = new PersonId(person);
        insider.requireAdministrator();
        var form = RoleForm.typed(role, where, unit, framework, pillar, task, first, last);
        if (!form.errors().any()) {
            var result = giveRole.to(
                    insider,
                    id,
                    form.chosenRole().orElseThrow(),
                    form.scope().orElseThrow(),
                    form.firstDay(),
                    form.lastDay());
            switch (result) {
                case GiveRole.Result.Given() -> {
                    return "redirect:" + insider.organisation().address() + "/people/" + id + "?saved";
                }
                case GiveRole.Result.Refused(var why) -> form = refused(form, why);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(insider, id, form, model);
    }

    @PostMapping("/roles/{role}/end")
    String end(Insider insider, @PathVariable long role) {
        giveRole.end(insider, role);
        return "redirect:" + insider.organisation().address() + "/roles?ended";
    }

    private static RoleForm refused(RoleForm form, GiveRole.Refusal why) {
        return switch (why) {
            case NOT_THERE -> form.with("where", "person.staff.where.notThere");
            case OVER_BEFORE_IT_BEGINS -> form.with("last", "person.staff.last.early");
            case HAS_IT -> form.with("role", "person.staff.role.has");
        };
    }

    private String form(Insider insider, PersonId person, RoleForm form, Model model) {
        var structure = organisations.structure(insider.organisation());
        var frameworks = versions.allCurrent();
        model.addAttribute("employee", employees.get(insider, person));
        model.addAttribute("form", form);
        model.addAttribute("units", Choice.units(structure));
        model.addAttribute(
                "frameworks",
                frameworks.stream()
                        .map(version -> new Choice(version.slug(), version.title()))
                        .toList());
        model.addAttribute(
                "pillars", frameworks.stream().flatMap(RolePages::pillars).toList());
        return "person/staff/web/giveRole";
    }

    private static Stream<Choice> pillars(FrameworkVersion version) {
        return Pillar.of(version).stream()
                .filter(pillar -> pillar.group().title() != null)
                .map(pillar -> new Choice(
                        version.slug() + "/" + pillar.group().id(),
                        version.title() + ": " + pillar.group().title()));
    }

    private List<Holder> holders(Role role, List<Grant> current, List<StaffMember> members) {
        var byAccount = members.stream().collect(toMap(StaffMember::account, Function.identity()));
        return current.stream()
                .filter(grant -> grant.role() == role && byAccount.containsKey(grant.account()))
                .map(grant -> new Holder(
                        Objects.requireNonNull(byAccount.get(grant.account())), RoleView.of(grant, clock.instant())))
                .sorted(Comparator.comparing(holder -> holder.member().name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
