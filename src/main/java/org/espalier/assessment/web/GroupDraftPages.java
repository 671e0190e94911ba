package org.espalier.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.access.Actor;
import org.espalier.assessment.session.Cohort;
import org.espalier.assessment.session.Cohort.Fate;
import org.espalier.assessment.session.GroupDraft;
import org.espalier.assessment.session.GroupDraft.Omission;
import org.espalier.assessment.session.GroupDraftId;
import org.espalier.assessment.session.Occasion;
import org.espalier.assessment.session.PutGroupTogether;
import org.espalier.assessment.session.PutGroupTogether.Choices;
import org.espalier.assessment.session.SignOffGroup;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.PersonId;
import org.espalier.portfolio.Today;
import org.espalier.ui.DateInput;
import org.espalier.ui.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps by which an assessor signs a group off: the session, the statements, the people, a last look. */
@Controller
@RequestMapping(AssessmentPaths.SESSIONS)
class GroupDraftPages {
    private final PutGroupTogether putTogether;
    private final SignOffGroup signOffGroup;
    private final Today today;

    GroupDraftPages(PutGroupTogether putTogether, SignOffGroup signOffGroup, Today today) {
        this.putTogether = putTogether;
        this.signOffGroup = signOffGroup;
        this.today = today;
    }

    /** What the session was, as typed. */
    record OccasionForm(
            String title, DateInput held, DateInput until, String organisation, String version, FormErrors errors) {

        static OccasionForm of(HttpServletRequest request) {
            return new OccasionForm(
                    sent(request, "title"),
                    DateInput.of(request, "held"),
                    DateInput.of(request, "until"),
                    sent(request, "organisation"),
                    sent(request, "version"),
                    FormErrors.none());
        }

        private static String sent(HttpServletRequest request, String name) {
            return Objects.requireNonNullElse(request.getParameter(name), "").strip();
        }

        OccasionForm checked(Choices choices, LocalDate today) {
            var errors = FormErrors.none();
            if (title.isEmpty() || title.length() > Occasion.LONGEST_TITLE) {
                errors = errors.and("title", "assessment.group.title.wrong", Occasion.LONGEST_TITLE);
            }
            var heldOn = held.date();
            if (heldOn.isEmpty() || heldOn.get().isAfter(today)) {
                errors = errors.and("held-day", "assessment.group.held.wrong");
            }
            if (choices.organisations().stream()
                    .noneMatch(one -> one.id().toString().equals(organisation))) {
                errors = errors.and("organisation", "assessment.group.organisation.wrong");
            }
            if (choices.versions().stream().noneMatch(one -> one.id().toString().equals(version))) {
                errors = errors.and("version", "assessment.group.version.wrong");
            }
            if (until.isWrong()
                    || until.date().filter(day -> day.isBefore(today)).isPresent()) {
                errors = errors.and("until-day", "assessment.group.until.wrong");
            }
            return new OccasionForm(title, held, until, organisation, version, errors);
        }

        Occasion occasion() {
            return new Occasion(title, held.date().orElseThrow(), until.date().orElse(null));
        }

        OrganisationId organisationId() {
            return new OrganisationId(Numbers.of(organisation));
        }

        VersionId versionId() {
            return new VersionId(Numbers.of(version));
        }
    }

    /** Some of a framework's statements to choose from. */
    record Part(String id, String name, List<Statement> statements) {
        int chosen(Set<?> chosen) {
            return (int) statements.stream()
                    .filter(statement -> chosen.contains(statement.id()))
                    .count();
        }
    }

    /** A level with its parts; for statements of no level, the name is null. */
    record LevelPart(String id, @Nullable String name, List<Part> parts) {
        int total() {
            return parts.stream().mapToInt(part -> part.statements().size()).sum();
        }

        int chosen(Set<?> chosen) {
            return parts.stream().mapToInt(part -> part.chosen(chosen)).sum();
        }
    }

    @GetMapping("/new")
    String begin(@AuthenticationPrincipal Actor actor, Model model) {
        var choices = putTogether.choices(actor);
        var form = new OccasionForm(
                "",
                DateInput.of(today.date()),
                DateInput.of((LocalDate) null),
                choices.organisations().size() == 1
                        ? choices.organisations().getFirst().id().toString()
                        : "",
                choices.versions().size() == 1
                        ? choices.versions().getFirst().id().toString()
                        : "",
                FormErrors.none());
        return occasion(choices, form, AssessmentPaths.SESSIONS + "/new", model);
    }

    @PostMapping("/new")
    String begun(
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var choices = putTogether.choices(actor);
        var form = OccasionForm.of(request).checked(choices, today.date());
        if (form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return occasion(choices, form, AssessmentPaths.SESSIONS + "/new", model);
        }
        var draft = putTogether.begin(actor, form.organisationId(), form.versionId(), form.occasion());
        return "redirect:" + address(draft) + "/statements";
    }

    @GetMapping("/drafts/{id:\\d+}")
    String describe(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        var draft = putTogether.find(actor, new GroupDraftId(id));
        var form = new OccasionForm(
                draft.occasion().title(),
                DateInput.of(draft.occasion().heldOn()),
                DateInput.of(draft.occasion().validUntil()),
                draft.organisation().toString(),
                draft.version().toString(),
                FormErrors.none());
        return occasion(putTogether.choices(actor), form, address(draft.id()), model);
    }

    @PostMapping("/drafts/{id:\\d+}")
    String described(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var draft = new GroupDraftId(id);
        var choices = putTogether.choices(actor);
        var form = OccasionForm.of(request).checked(choices, today.date());
        if (form.errors().any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return occasion(choices, form, address(draft), model);
        }
        putTogether.describe(actor, draft, form.organisationId(), form.versionId(), form.occasion());
        return "redirect:" + address(draft) + "/statements";
    }

    private static String occasion(Choices choices, OccasionForm form, String action, Model model) {
        model.addAttribute("choices", choices);
        model.addAttribute("form", form);
        model.addAttribute("action", action);
        return "assessment/web/groupOccasion";
    }

    @GetMapping("/drafts/{id:\\d+}/statements")
    String statements(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        return statements(putTogether.find(actor, new GroupDraftId(id)), FormErrors.none(), model);
    }

    /**
     * Keeps what is ticked, and goes on.
     *
     * @param all a level's or a part's number, of which everything is to be ticked
     * @param none the same, of which nothing is
     */
    @PostMapping("/drafts/{id:\\d+}/statements")
    String chooseStatements(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(name = "s", defaultValue = "") List<String> keys,
            @RequestParam @Nullable String all,
            @RequestParam @Nullable String none,
            HttpServletResponse response,
            Model model) {
        var draft = putTogether.find(actor, new GroupDraftId(id));
        var chosen = new LinkedHashSet<>(keys);
        var levels = levels(putTogether.version(draft));
        if (all != null) {
            chosen.addAll(keys(levels, all));
        }
        if (none != null) {
            chosen.removeAll(keys(levels, none));
        }
        putTogether.chooseStatements(actor, draft.id(), chosen);
        if (all != null || none != null) {
            return "redirect:" + address(draft.id()) + "/statements#part-" + (all == null ? none : all);
        }
        if (chosen.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return statements(
                    putTogether.find(actor, draft.id()),
                    FormErrors.of("statements", "assessment.group.statements.none"),
                    model);
        }
        return "redirect:" + address(draft.id()) + "/people";
    }

    private String statements(GroupDraft draft, FormErrors errors, Model model) {
        var version = putTogether.version(draft);
        model.addAttribute("draft", draft);
        model.addAttribute("version", version);
        model.addAttribute("levels", levels(version));
        model.addAttribute("chosen", new HashSet<>(draft.statements()));
        model.addAttribute("errors", errors);
        return "assessment/web/groupStatements";
    }

    private static List<String> keys(List<LevelPart> levels, String partId) {
        return levels.stream()
                .flatMap(level -> level.parts().stream()
                        .filter(part -> level.id().equals(partId) || part.id().equals(partId)))
                .flatMap(part -> part.statements().stream())
                .map(Statement::key)
                .toList();
    }

    private static List<LevelPart> levels(FrameworkVersion version) {
        var parts = new LinkedHashMap<String, LinkedHashMap<String, List<Statement>>>();
        version.levels().forEach(level -> parts.put(level.id(), new LinkedHashMap<>()));
        for (var statement : version.statements()) {
            if (statement.isExpectation()) {
                var level = version.level(statement.level()).map(LevelEntry::id).orElse("");
                var root = version.rootOf(statement.group()).map(GroupEntry::id).orElse("");
                parts.computeIfAbsent(level, id -> new LinkedHashMap<>())
                        .computeIfAbsent(root, id -> new ArrayList<>())
                        .add(statement);
            }
        }
        var levels = new ArrayList<LevelPart>();
        parts.forEach((level, byRoot) -> {
            if (!byRoot.isEmpty()) {
                var number = String.valueOf(levels.size() + 1);
                var ofLevel = new ArrayList<Part>();
                byRoot.forEach((root, statements) -> ofLevel.add(new Part(
                        number + "-" + (ofLevel.size() + 1),
                        version.group(root).map(GroupEntry::name).orElse(""),
                        statements)));
                levels.add(new LevelPart(
                        number, version.level(level).map(LevelEntry::name).orElse(null), ofLevel));
            }
        });
        return levels;
    }

    @GetMapping("/drafts/{id:\\d+}/people")
    String people(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        return people(actor, putTogether.find(actor, new GroupDraftId(id)), FormErrors.none(), model);
    }

    /**
     * Keeps who is ticked, and goes on.
     *
     * @param all a team, of which everybody is to be ticked
     * @param none the same, of which nobody is
     */
    @PostMapping("/drafts/{id:\\d+}/people")
    String choosePeople(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(name = "p", defaultValue = "") Set<Long> ticked,
            @RequestParam @Nullable Long all,
            @RequestParam @Nullable Long none,
            HttpServletResponse response,
            Model model) {
        var draft = putTogether.find(actor, new GroupDraftId(id));
        var chosen = ticked.stream().map(PersonId::new).collect(Collectors.toCollection(LinkedHashSet::new));
        if (all != null || none != null) {
            for (var team : putTogether.teams(actor, draft)) {
                var everybody = team.people().stream().map(one -> one.id()).toList();
                if (Long.valueOf(team.unit().value()).equals(all)) {
                    chosen.addAll(everybody);
                } else if (Long.valueOf(team.unit().value()).equals(none)) {
                    everybody.forEach(chosen::remove);
                }
            }
        }
        putTogether.choosePeople(actor, draft.id(), chosen);
        if (all != null || none != null) {
            return "redirect:" + address(draft.id()) + "/people#part-" + (all == null ? none : all);
        }
        if (chosen.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return people(
                    actor,
                    putTogether.find(actor, draft.id()),
                    FormErrors.of("people", "assessment.group.people.nobody"),
                    model);
        }
        return "redirect:" + address(draft.id()) + "/check";
    }

    private String people(Actor actor, GroupDraft draft, FormErrors errors, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("teams", putTogether.teams(actor, draft));
        model.addAttribute("tooClose", putTogether.tooClose(actor, draft));
        model.addAttribute("chosen", new HashSet<>(draft.people()));
        model.addAttribute("errors", errors);
        return "assessment/web/groupPeople";
    }

    @GetMapping("/drafts/{id:\\d+}/check")
    String check(@AuthenticationPrincipal Actor actor, @PathVariable long id, Model model) {
        var draft = putTogether.find(actor, new GroupDraftId(id));
        return check(draft, putTogether.cohort(actor, draft), FormErrors.none(), model);
    }

    /**
     * Keeps the exceptions, and signs off.
     *
     * @param all somebody who is to be left out altogether
     * @param none somebody who is not to be left out after all
     * @param allOf a statement that is to be left out for everybody
     * @param noneOf a statement that is not to be left out after all
     */
    @PostMapping("/drafts/{id:\\d+}/check")
    String checked(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(name = "out", defaultValue = "") List<String> out,
            @RequestParam @Nullable Long all,
            @RequestParam @Nullable Long none,
            @RequestParam @Nullable Long allOf,
            @RequestParam @Nullable Long noneOf,
            @RequestParam(name = "do", defaultValue = "") String what,
            @RequestParam(defaultValue = "") String seal,
            HttpServletResponse response,
            Model model) {
        var draft = putTogether.find(actor, new GroupDraftId(id));
        var leftOut = out.stream().flatMap(text -> Omission.of(text).stream()).collect(Collectors.toSet());
        if (all != null) {
            draft.statements().forEach(statement -> leftOut.add(new Omission(new PersonId(all), statement)));
        }
        if (none != null) {
            leftOut.removeIf(one -> one.person().value() == none);
        }
        if (allOf != null) {
            draft.people().forEach(person -> leftOut.add(new Omission(person, new StatementId(allOf))));
        }
        if (noneOf != null) {
            leftOut.removeIf(one -> one.statement().value() == noneOf);
        }
        putTogether.leaveOut(actor, draft.id(), leftOut);
        if (!what.equals("sign-off")) {
            return "redirect:" + address(draft.id()) + "/check" + anchor(all, none, allOf, noneOf);
        }
        return switch (signOffGroup.signOff(actor, draft.id(), seal)) {
            case SignOffGroup.SignedOff(var group) -> "redirect:" + AssessmentPaths.SESSIONS + "/" + group + "?done";
            case SignOffGroup.ChangedSince() ->
                again(actor, draft.id(), "assessment.group.check.changed", response, model);
            case SignOffGroup.NothingToSignOff() ->
                again(actor, draft.id(), "assessment.group.check.nothing", response, model);
        };
    }

    private static String anchor(@Nullable Long all, @Nullable Long none, @Nullable Long allOf, @Nullable Long noneOf) {
        if (all != null || none != null) {
            return "#part-" + (all == null ? none : all);
        }
        return allOf == null && noneOf == null ? "#rows" : "#statement-" + (allOf == null ? noneOf : allOf);
    }

    private String again(Actor actor, GroupDraftId id, String messageKey, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var draft = putTogether.find(actor, id);
        return check(draft, putTogether.cohort(actor, draft), FormErrors.of("rows", messageKey), model);
    }

    private String check(GroupDraft draft, Cohort cohort, FormErrors errors, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("version", putTogether.version(draft));
        model.addAttribute("cohort", cohort);
        model.addAttribute("nothing", cohort.count(Fate.SIGNED_OFF) == 0 && cohort.count(Fate.LEFT_OUT) == 0);
        model.addAttribute("errors", errors);
        return "assessment/web/groupCheck";
    }

    @PostMapping("/drafts/{id:\\d+}/discard")
    String discard(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        putTogether.discard(actor, new GroupDraftId(id));
        return "redirect:" + AssessmentPaths.SESSIONS + "?discarded";
    }

    private static String address(GroupDraftId id) {
        return AssessmentPaths.SESSIONS + "/drafts/" + id;
    }
}
