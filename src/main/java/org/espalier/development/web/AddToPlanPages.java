package org.espalier.development.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.access.Actor;
import org.espalier.development.ChangePlan;
import org.espalier.development.Objective.Trace;
import org.espalier.development.ObjectiveId;
import org.espalier.development.Plans;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.Statement;
import org.espalier.framework.format.GroupEntry;
import org.espalier.framework.format.LevelEntry;
import org.espalier.kernel.Problem;
import org.espalier.person.People;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From chosen gaps to objectives. Asks how only where there is a choice. */
@Controller
class AddToPlanPages {
    private static final String TOGETHER = "together";
    private static final String EACH = "each";
    private static final int SHORT = 90;

    private final People people;
    private final PublishedVersions versions;
    private final Plans plans;
    private final ChangePlan changePlan;

    AddToPlanPages(People people, PublishedVersions versions, Plans plans, ChangePlan changePlan) {
        this.people = people;
        this.versions = versions;
        this.plans = plans;
        this.changePlan = changePlan;
    }

    /** @param how {@code together}, {@code each} or the number of an objective; null where nobody was asked yet */
    @PostMapping("/me/frameworks/{slug}/versions/{number}/plan")
    String add(
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam(name = "s", defaultValue = "") List<String> keys,
            @RequestParam @Nullable String how,
            @AuthenticationPrincipal Actor actor,
            Model model) {
        var version =
                versions.find(slug, number).orElseThrow(() -> new Problem.NotFound("development.problem.noVersion"));
        var open = plans.of(people.of(actor)).open();
        var planned = open.stream()
                .flatMap(objective -> objective.traces().stream())
                .map(Trace::statement)
                .collect(Collectors.toSet());
        var statements = statements(version, keys).stream()
                .filter(statement -> !planned.contains(statement.id()))
                .toList();
        if (statements.isEmpty()) {
            return "redirect:/me/frameworks/" + slug + "/gap?show=gaps&nothing#expectations";
        }
        if (how == null && (statements.size() > 1 || !open.isEmpty())) {
            model.addAttribute("version", version);
            model.addAttribute("statements", statements);
            model.addAttribute("objectives", open);
            return "development/web/addToPlan";
        }
        return "redirect:" + added(actor, version, statements, Objects.requireNonNullElse(how, TOGETHER));
    }

    /** Returns where to go on. */
    private String added(Actor actor, FrameworkVersion version, List<Statement> statements, String how) {
        switch (how) {
            case TOGETHER -> {
                return ObjectivePages.address(
                        changePlan.addTogether(actor, version.id(), title(version, statements), statements));
            }
            case EACH -> {
                var first = new ArrayList<ObjectiveId>();
                for (var statement : statements) {
                    var one = List.of(statement);
                    first.add(changePlan.addTogether(actor, version.id(), title(version, one), one));
                }
                return PlanPages.ADDRESS + "#objective-" + first.getFirst();
            }
            default -> {
                var objective = new ObjectiveId(number(how));
                changePlan.addTo(actor, objective, version.id(), statements);
                return ObjectivePages.address(objective);
            }
        }
    }

    private static long number(String how) {
        try {
            return Long.parseLong(how);
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("development.problem.noChoice");
        }
    }

    private static List<Statement> statements(FrameworkVersion version, List<String> keys) {
        return keys.stream()
                .distinct()
                .map(key -> version.statement(key)
                        .filter(Statement::isExpectation)
                        .orElseThrow(() -> new Problem.NotFound("development.problem.noExpectation")))
                .toList();
    }

    /** A first title, to be written anew: the words of the one statement, or what all of them have in common. */
    static String title(FrameworkVersion version, List<Statement> statements) {
        if (statements.size() == 1) {
            return shortened(statements.getFirst().text());
        }
        var group = common(statements, Statement::group);
        if (group == null) {
            group = common(statements, statement -> version.rootOf(statement.group())
                    .map(GroupEntry::id)
                    .orElse(null));
        }
        var level = common(statements, Statement::level);
        var where = version.group(group).map(GroupEntry::name).orElse(version.title());
        return version.level(level)
                .map(LevelEntry::name)
                .map(name -> where + " · " + name)
                .orElse(where);
    }

    private static @Nullable String common(List<Statement> statements, Function<Statement, @Nullable String> part) {
        var first = part.apply(statements.getFirst());
        return statements.stream().allMatch(one -> Objects.equals(part.apply(one), first)) ? first : null;
    }

    private static String shortened(String text) {
        if (text.length() <= SHORT) {
            return text;
        }
        var end = text.lastIndexOf(' ', SHORT);
        return text.substring(0, end < SHORT / 2 ? SHORT : end) + " …";
    }
}
