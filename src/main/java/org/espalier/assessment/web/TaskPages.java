package org.espalier.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.access.Actor;
import org.espalier.access.Grant;
import org.espalier.access.Grants;
import org.espalier.access.Role;
import org.espalier.assessment.task.SignOffTask;
import org.espalier.assessment.task.Task;
import org.espalier.assessment.task.TaskId;
import org.espalier.assessment.task.TaskSignOff;
import org.espalier.assessment.task.Tasks;
import org.espalier.kernel.Problem;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.Organisations;
import org.espalier.person.Insider;
import org.espalier.person.Insiders;
import org.espalier.person.People;
import org.espalier.person.Person;
import org.espalier.person.PersonId;
import org.espalier.portfolio.Today;
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

/** Delegated tasks: a person's own, an organisation's, and those somebody may be signed off for. */
@Controller
class TaskPages {
    private final Tasks tasks;
    private final SignOffTask signOffTask;
    private final People people;
    private final Grants grants;
    private final Organisations organisations;
    private final Today today;

    TaskPages(
            Tasks tasks,
            SignOffTask signOffTask,
            People people,
            Grants grants,
            Organisations organisations,
            Today today) {
        this.tasks = tasks;
        this.signOffTask = signOffTask;
        this.people = people;
        this.grants = grants;
        this.organisations = organisations;
        this.today = today;
    }

    /**
     * Somebody with where they are on a task; training and achievement are two columns.
     *
     * @param trained the latest that stands, null when there is none
     */
    record Row(
            Person person,
            @Nullable TaskSignOff trained,
            @Nullable TaskSignOff achieved) {}

    @GetMapping("/me/tasks")
    String mine(@AuthenticationPrincipal Actor actor, Model model) {
        model.addAttribute("signOffs", tasks.of(people.of(actor)));
        model.addAttribute("today", today.date());
        return "assessment/web/myTasks";
    }

    /** The organisations in which the actor assesses, each with its tasks. */
    @GetMapping("/assess/tasks")
    String toAssess(@AuthenticationPrincipal Actor actor, Model model) {
        var mine = grants.of(actor.account()).inForce().stream()
                .filter(grant -> grant.role() == Role.ASSESSOR)
                .map(Grant::organisation)
                .collect(Collectors.toSet());
        model.addAttribute(
                "organisations",
                organisations.all().stream()
                        .filter(organisation -> mine.contains(organisation.id()))
                        .collect(Collectors.toMap(Organisation::slug, Organisation::name)));
        return "assessment/web/assessTasks";
    }

    /** What was typed to name a task. */
    record NameForm(String name, String delegatedBy, String months, FormErrors errors) {
        NameForm checked() {
            var found = FormErrors.none();
            if (name.isBlank()) {
                found = found.and("name", "assessment.task.name.missing");
            }
            if (delegatedBy.isBlank()) {
                found = found.and("delegatedBy", "assessment.task.delegatedBy.missing");
            }
            if (!months.isBlank() && !months.strip().matches("[1-9][0-9]{0,3}")) {
                found = found.and("months", "assessment.task.months.wrong");
            }
            return new NameForm(name, delegatedBy, months, found);
        }
    }

    /**
     * What was typed on a task's page.
     *
     * @param chosen who was ticked
     * @param signOff which was to be taken back; null for none
     */
    record TaskForm(
            Set<Long> chosen, String happenedOn, @Nullable Long signOff, String words, FormErrors errors) {}

    @GetMapping("/organisations/{slug}/tasks")
    String all(Insider insider, Model model) {
        return all(insider, new NameForm("", "", "", FormErrors.none()), model);
    }

    private String all(Insider insider, NameForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("tasks", tasks.of(insider.organisation().id()));
        model.addAttribute("mayName", SignOffTask.mayName(insider));
        return "assessment/web/tasks";
    }

    @PostMapping("/organisations/{slug}/tasks")
    String name(
            Insider insider,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String delegatedBy,
            @RequestParam(defaultValue = "") String months,
            HttpServletResponse response,
            Model model) {
        var form = new NameForm(name, delegatedBy, months, FormErrors.none()).checked();
        if (form.errors().any() && SignOffTask.mayName(insider)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return all(insider, form, model);
        }
        try {
            signOffTask.name(
                    insider, name, delegatedBy, months.isBlank() ? null : Math.toIntExact(Numbers.of(months.strip())));
        } catch (Problem.Conflict taken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            var errors = FormErrors.of("name", String.valueOf(taken.getMessage()));
            return all(insider, new NameForm(name, delegatedBy, months, errors), model);
        }
        return "redirect:" + address(insider);
    }

    @GetMapping("/organisations/{slug}/tasks/{id:\\d+}")
    String one(Insider insider, @PathVariable long id, @RequestParam @Nullable String saved, Model model) {
        var form = new TaskForm(Set.of(), today.date().toString(), null, "", FormErrors.none());
        return one(insider, id, saved != null, form, model);
    }

    private String one(Insider insider, long id, boolean saved, TaskForm form, Model model) {
        var task = task(insider, id);
        var reachable = signOffTask.reachable(insider, task);
        if (reachable.free().isEmpty() && reachable.barred().isEmpty()) {
            throw Insiders.notFound();
        }
        model.addAttribute("task", task);
        model.addAttribute("rows", rows(task, reachable.free()));
        model.addAttribute("barred", reachable.barred());
        model.addAttribute("today", today.date());
        model.addAttribute("saved", saved);
        model.addAttribute("form", form);
        return "assessment/web/task";
    }

    private List<Row> rows(Task task, List<Person> reachable) {
        Map<PersonId, TaskSignOff> trained = new HashMap<>();
        Map<PersonId, TaskSignOff> achieved = new HashMap<>();
        for (var signOff : tasks.standing(task.id())) {
            switch (signOff.kind()) {
                case TRAINED -> trained.putIfAbsent(signOff.person().id(), signOff);
                case ACHIEVED -> achieved.putIfAbsent(signOff.person().id(), signOff);
            }
        }
        return reachable.stream()
                .map(person -> new Row(person, trained.get(person.id()), achieved.get(person.id())))
                .toList();
    }

    @PostMapping("/organisations/{slug}/tasks/{id:\\d+}/sign-offs")
    String signOff(
            Insider insider,
            @PathVariable long id,
            @RequestParam(name = "p", defaultValue = "") Set<Long> chosen,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String happenedOn,
            HttpServletResponse response,
            Model model) {
        var task = task(insider, id);
        var day = day(happenedOn);
        var errors = FormErrors.none();
        if (chosen.isEmpty()) {
            errors = errors.and("who", "assessment.task.who.nobody");
        }
        if (day.isEmpty() || day.get().isAfter(today.date())) {
            errors = errors.and("happenedOn", "assessment.task.happenedOn.wrong");
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return one(insider, id, false, new TaskForm(chosen, happenedOn, null, "", errors), model);
        }
        signOffTask.signOff(
                insider,
                task,
                chosen.stream().map(PersonId::new).collect(Collectors.toSet()),
                kind.equals(TaskSignOff.Kind.ACHIEVED.slug()) ? TaskSignOff.Kind.ACHIEVED : TaskSignOff.Kind.TRAINED,
                day.get());
        return "redirect:" + address(insider) + "/" + id + "?saved";
    }

    @PostMapping("/organisations/{slug}/tasks/{id:\\d+}/sign-offs/{signOff:\\d+}/revoke")
    String revoke(
            Insider insider,
            @PathVariable long id,
            @PathVariable long signOff,
            @RequestParam(defaultValue = "") String words,
            HttpServletResponse response,
            Model model) {
        if (words.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var errors = FormErrors.of("w-" + signOff, "assessment.revoke.noWords");
            return one(
                    insider, id, false, new TaskForm(Set.of(), today.date().toString(), signOff, words, errors), model);
        }
        signOffTask.revoke(insider, signOff, words);
        return "redirect:" + address(insider) + "/" + id + "?saved";
    }

    private Task task(Insider insider, long id) {
        return tasks.find(insider.organisation().id(), new TaskId(id)).orElseThrow(Insiders::notFound);
    }

    /** The day that was typed, or today; empty when it is none. */
    private Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text.isBlank() ? today.date() : LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String address(Insider insider) {
        return "/organisations/" + insider.organisation().slug() + "/tasks";
    }
}
