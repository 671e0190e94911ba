package org.espalier.person.staff.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.espalier.organisation.Objection;
import org.espalier.organisation.Organisations;
import org.espalier.organisation.Post;
import org.espalier.organisation.PostId;
import org.espalier.organisation.Structure;
import org.espalier.organisation.Unit;
import org.espalier.organisation.UnitId;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.staff.ChangeTeams;
import org.espalier.person.staff.Staff;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation's units, teams and posts, to look at and to change. */
@Controller
@RequestMapping("/organisations/{slug}")
class TeamPages {
    private final Organisations organisations;
    private final ChangeTeams changeTeams;
    private final Staff staff;

    TeamPages(Organisations organisations, ChangeTeams changeTeams, Staff staff) {
        this.organisations = organisations;
        this.changeTeams = changeTeams;
        this.staff = staff;
    }

    /** What was typed about a unit or team. */
    record UnitForm(String name, String parent, String kind, FormErrors errors) {}

    /** What was typed about a post. */
    record PostForm(String title, String unit, String reportsTo, String careerTarget, FormErrors errors) {}

    @GetMapping("/teams")
    String teams(Insider insider, @RequestParam @Nullable String saved, Model model) {
        insider.requireAdministrator();
        model.addAttribute("structure", organisations.structure(insider.organisation()));
        model.addAttribute("holders", staff.holders(insider));
        model.addAttribute("saved", saved != null);
        return "person/staff/web/teams";
    }

    @GetMapping("/teams/{unit}")
    String team(Insider insider, @PathVariable long unit, @RequestParam @Nullable String saved, Model model) {
        insider.requireAdministrator();
        var structure = organisations.structure(insider.organisation());
        model.addAttribute("structure", structure);
        model.addAttribute("unit", structure.unit(new UnitId(unit)).orElseThrow(Insiders::notFound));
        model.addAttribute("holders", staff.holders(insider));
        model.addAttribute("saved", saved != null);
        return "person/staff/web/team";
    }

    @GetMapping("/teams/new")
    String newTeam(Insider insider, @RequestParam(defaultValue = "") String in, Model model) {
        insider.requireAdministrator();
        return unitForm(insider, null, new UnitForm("", in, "TEAM", FormErrors.none()), model);
    }

    @PostMapping("/teams")
    String addTeam(
            Insider insider,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "TEAM") String kind,
            HttpServletResponse response,
            Model model) {
        insider.requireAdministrator();
        var errors = name("name", name, "person.staff.unit.name.missing");
        if (!errors.any()) {
            errors = objected(
                    "name",
                    changeTeams.addUnit(
                            insider,
                            unit(parent),
                            kind.equals("UNIT") ? Unit.Kind.UNIT : Unit.Kind.TEAM,
                            name.strip()));
        }
        if (!errors.any()) {
            return "redirect:" + insider.organisation().address() + "/teams?saved";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return unitForm(insider, null, new UnitForm(name.strip(), parent, kind, errors), model);
    }

    @GetMapping("/teams/{unit}/change")
    String change(Insider insider, @PathVariable long unit, Model model) {
        insider.requireAdministrator();
        var found = organisations
                .structure(insider.organisation())
                .unit(new UnitId(unit))
                .orElseThrow(Insiders::notFound);
        var parent = found.parent() == null ? "" : found.parent().toString();
        return unitForm(
                insider, found, new UnitForm(found.name(), parent, found.kind().name(), FormErrors.none()), model);
    }

    @PostMapping("/teams/{unit}")
    String changeTeam(
            Insider insider,
            @PathVariable long unit,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String parent,
            HttpServletResponse response,
            Model model) {
        insider.requireAdministrator();
        var id = new UnitId(unit);
        var found = organisations.structure(insider.organisation()).unit(id).orElseThrow(Insiders::notFound);
        var errors = name("name", name, "person.staff.unit.name.missing");
        if (!errors.any()) {
            errors = objected("name", changeTeams.changeUnit(insider, id, name.strip(), unit(parent)));
        }
        if (!errors.any()) {
            return "redirect:" + insider.organisation().address() + "/teams/" + id + "?saved";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return unitForm(
                insider, found, new UnitForm(name.strip(), parent, found.kind().name(), errors), model);
    }

    @PostMapping("/teams/{unit}/close")
    String close(Insider insider, @PathVariable long unit, HttpServletResponse response, Model model) {
        var objection = changeTeams.closeUnit(insider, new UnitId(unit));
        if (objection.isEmpty()) {
            return "redirect:" + insider.organisation().address() + "/teams?saved";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("errors", objected("close", objection));
        return team(insider, unit, null, model);
    }

    @GetMapping("/posts/new")
    String newPost(Insider insider, @RequestParam(defaultValue = "") String in, Model model) {
        insider.requireAdministrator();
        return postForm(insider, null, new PostForm("", in, "", "", FormErrors.none()), model);
    }

    @PostMapping("/posts")
    String addPost(
            Insider insider,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String reportsTo,
            @RequestParam(defaultValue = "") String careerTarget,
            HttpServletResponse response,
            Model model) {
        insider.requireAdministrator();
        var errors = name("title", title, "person.staff.post.title.missing");
        if (!errors.any()) {
            errors = objected(
                    "title",
                    changeTeams.addPost(insider, unit(unit), title.strip(), post(reportsTo), text(careerTarget)));
        }
        if (!errors.any()) {
            return "redirect:" + insider.organisation().address() + "/teams/" + unit(unit) + "?saved";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return postForm(insider, null, new PostForm(title.strip(), unit, reportsTo, careerTarget, errors), model);
    }

    @GetMapping("/posts/{post}")
    String post(Insider insider, @PathVariable long post, Model model) {
        insider.requireAdministrator();
        var found = post(organisations.structure(insider.organisation()), post);
        var form = new PostForm(
                found.title(),
                found.unit().toString(),
                found.reportsTo() == null ? "" : found.reportsTo().toString(),
                found.careerTarget() == null ? "" : found.careerTarget(),
                FormErrors.none());
        return postForm(insider, found, form, model);
    }

    @PostMapping("/posts/{post}")
    String changePost(
            Insider insider,
            @PathVariable long post,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String reportsTo,
            @RequestParam(defaultValue = "") String careerTarget,
            HttpServletResponse response,
            Model model) {
        insider.requireAdministrator();
        var found = post(organisations.structure(insider.organisation()), post);
        var errors = name("title", title, "person.staff.post.title.missing");
        if (!errors.any()) {
            var changed = new Post(found.id(), unit(unit), post(reportsTo), title.strip(), text(careerTarget));
            errors = objected("title", changeTeams.changePost(insider, changed));
        }
        if (!errors.any()) {
            return "redirect:" + insider.organisation().address() + "/teams/" + unit(unit) + "?saved";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return postForm(insider, found, new PostForm(title.strip(), unit, reportsTo, careerTarget, errors), model);
    }

    @PostMapping("/posts/{post}/close")
    String closePost(Insider insider, @PathVariable long post, HttpServletResponse response, Model model) {
        insider.requireAdministrator();
        var found = post(organisations.structure(insider.organisation()), post);
        var objection = changeTeams.closePost(insider, found.id());
        if (objection.isEmpty()) {
            return "redirect:" + insider.organisation().address() + "/teams/" + found.unit() + "?saved";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("errors", objected("close", objection));
        return post(insider, post, model);
    }

    private String unitForm(Insider insider, @Nullable Unit unit, UnitForm form, Model model) {
        var structure = organisations.structure(insider.organisation());
        model.addAttribute("unit", unit);
        model.addAttribute("form", form);
        model.addAttribute("parents", Choice.parents(structure));
        return "person/staff/web/unitForm";
    }

    private String postForm(Insider insider, @Nullable Post post, PostForm form, Model model) {
        model.addAttribute("structure", organisations.structure(insider.organisation()));
        model.addAttribute("post", post);
        model.addAttribute("form", form);
        return "person/staff/web/postForm";
    }

    private static Post post(Structure structure, long id) {
        return structure.post(new PostId(id)).orElseThrow(Insiders::notFound);
    }

    /** A unit that is not there when nothing of use was sent. */
    private static UnitId unit(String sent) {
        return new UnitId(sent.matches("\\d{1,18}") ? Long.parseLong(sent) : 0);
    }

    private static @Nullable PostId post(String sent) {
        return sent.matches("\\d{1,18}") ? new PostId(Long.parseLong(sent)) : null;
    }

    private static @Nullable String text(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private static FormErrors name(String field, String typed, String messageKey) {
        return typed.isBlank() || typed.strip().length() > 120 ? FormErrors.of(field, messageKey) : FormErrors.none();
    }

    private static FormErrors objected(String field, Optional<Objection> objection) {
        return objection
                .map(why -> FormErrors.of(field, "person.staff.objection." + why))
                .orElse(FormErrors.none());
    }
}
