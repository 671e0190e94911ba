package org.espalier.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.espalier.access.Actor;
import org.espalier.assessment.request.Tellings;
import org.espalier.assessment.session.GroupDrafts;
import org.espalier.assessment.session.GroupLine;
import org.espalier.assessment.session.GroupSignOff;
import org.espalier.assessment.session.GroupSignOffId;
import org.espalier.assessment.session.GroupSignOffs;
import org.espalier.assessment.session.SignOffGroup;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sessions after which a group was signed off: the assessor's, and what each person got. */
@Controller
class GroupSignOffPages {
    private final GroupSignOffs groups;
    private final GroupDrafts drafts;
    private final SignOffGroup signOffGroup;
    private final Tellings tellings;
    private final PublishedVersions versions;
    private final People people;

    GroupSignOffPages(
            GroupSignOffs groups,
            GroupDrafts drafts,
            SignOffGroup signOffGroup,
            Tellings tellings,
            PublishedVersions versions,
            People people) {
        this.groups = groups;
        this.drafts = drafts;
        this.signOffGroup = signOffGroup;
        this.tellings = tellings;
        this.versions = versions;
        this.people = people;
    }

    /** One statement that somebody got, in the framework's words. */
    record Got(GroupLine line, Matter matter) {}

    /** What one person got. */
    record Row(Person person, List<Got> got) {
        int standing() {
            return (int) got.stream().filter(one -> one.line().stands()).count();
        }
    }

    /**
     * What was typed to take somebody out again.
     *
     * @param person null before anybody was
     */
    record TakeBackForm(@Nullable PersonId person, String words, FormErrors errors) {
        boolean isAbout(Person other) {
            return other.id().equals(person);
        }
    }

    @GetMapping(AssessmentPaths.SESSIONS)
    String all(@AuthenticationPrincipal Actor actor, @RequestParam @Nullable String discarded, Model model) {
        model.addAttribute("sessions", groups.by(actor.account()));
        model.addAttribute("drafts", drafts.of(actor.account()));
        model.addAttribute("discarded", discarded != null);
        return "assessment/web/groups";
    }

    @GetMapping(AssessmentPaths.SESSIONS + "/{id:\\d+}")
    String one(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam @Nullable String done,
            Model model) {
        return page(led(actor, id), done, new TakeBackForm(null, "", FormErrors.none()), model);
    }

    @PostMapping(AssessmentPaths.SESSIONS + "/{id:\\d+}/undo")
    String undo(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        signOffGroup.undo(actor, new GroupSignOffId(id));
        return "redirect:" + AssessmentPaths.SESSIONS + "/" + id + "?done=undone";
    }

    @PostMapping(AssessmentPaths.SESSIONS + "/{id:\\d+}/people/{person:\\d+}/take-back")
    String takeBack(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable long person,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model) {
        if (words.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var errors = FormErrors.of("words-" + person, "assessment.revoke.noWords");
            return page(led(actor, id), null, new TakeBackForm(new PersonId(person), words, errors), model);
        }
        signOffGroup.takeBack(actor, new GroupSignOffId(id), new PersonId(person), words);
        return "redirect:" + AssessmentPaths.SESSIONS + "/" + id + "?done=taken-back#person-" + person;
    }

    private String page(GroupSignOff session, @Nullable String done, TakeBackForm form, Model model) {
        var version = versions.find(session.version()).orElseThrow();
        model.addAttribute("session", session);
        model.addAttribute("version", version);
        model.addAttribute("rows", rows(version, groups.lines(session.id())));
        model.addAttribute("done", done);
        model.addAttribute("untold", tellings.isUntold(session.id().value()));
        model.addAttribute("form", form);
        return "assessment/web/group";
    }

    /** By person, and for each in the framework's order. */
    private static List<Row> rows(FrameworkVersion version, List<GroupLine> lines) {
        var byPerson = new LinkedHashMap<Person, List<GroupLine>>();
        lines.forEach(line -> byPerson.computeIfAbsent(line.person(), person -> new ArrayList<>())
                .add(line));
        return byPerson.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), got(version, entry.getValue())))
                .toList();
    }

    private static List<Got> got(FrameworkVersion version, List<GroupLine> lines) {
        return version.statements().stream()
                .flatMap(statement -> lines.stream()
                        .filter(line -> line.statement().equals(statement.id()))
                        .map(line -> new Got(line, new Matter(version, statement))))
                .toList();
    }

    private GroupSignOff led(Actor actor, long id) {
        return groups.find(new GroupSignOffId(id))
                .filter(session -> session.assessor().equals(actor.account()))
                .orElseThrow(GroupSignOffPages::notFound);
    }

    @GetMapping("/me/sessions")
    String mine(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("sessions", groups.of(people.of(actor)));
        return "assessment/web/myGroups";
    }

    @GetMapping("/me/sessions/{id:\\d+}")
    String oneOfMine(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        var person = people.of(actor);
        var session = groups.find(new GroupSignOffId(id)).orElseThrow(GroupSignOffPages::notFound);
        var lines = groups.lines(session.id()).stream()
                .filter(line -> line.person().id().equals(person))
                .toList();
        if (lines.isEmpty()) {
            throw notFound();
        }
        var version = versions.find(session.version()).orElseThrow();
        model.addAttribute("session", session);
        model.addAttribute("version", version);
        model.addAttribute("got", got(version, lines));
        return "assessment/web/myGroup";
    }

    private static Problem.NotFound notFound() {
        return new Problem.NotFound("assessment.problem.noGroup");
    }
}
