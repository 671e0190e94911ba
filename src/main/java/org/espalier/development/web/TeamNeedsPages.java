package org.espalier.development.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.espalier.access.Role;
import org.espalier.assessment.Claims;
import org.espalier.development.Target;
import org.espalier.development.Targets;
import org.espalier.development.TeamNeeds;
import org.espalier.framework.VersionId;
import org.espalier.kernel.Problem;
import org.espalier.learning.coverage.LearningFor;
import org.espalier.person.Aims;
import org.espalier.person.Insider;
import org.espalier.person.PersonId;
import org.espalier.person.staff.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What would close most of the gaps of a manager's or an educator's people, in numbers of five and more. */
@Controller
class TeamNeedsPages {
    private final Staff staff;
    private final Aims aims;
    private final Targets targets;
    private final Claims claims;
    private final LearningFor learning;

    TeamNeedsPages(Staff staff, Aims aims, Targets targets, Claims claims, LearningFor learning) {
        this.staff = staff;
        this.aims = aims;
        this.targets = targets;
        this.claims = claims;
        this.learning = learning;
    }

    /** People who aim for the same. */
    record Group(Target target, Set<PersonId> people) {
        String query() {
            var level = target.level();
            return "?version=" + target.version().id() + (level == null ? "" : "&level=" + level.id());
        }
    }

    @GetMapping("/organisations/{slug}/learning-needs")
    String needs(
            Insider insider, @RequestParam @Nullable Long version, @RequestParam @Nullable String level, Model model) {
        var organisation = insider.organisation().id();
        if (!insider.authority().isIn(organisation, Role.MANAGER)
                && !insider.authority().isIn(organisation, Role.EDUCATOR)) {
            throw new Problem.Forbidden("development.needs.forbidden");
        }
        var groups = groups(insider);
        model.addAttribute("groups", groups);
        if (version != null) {
            var chosen = groups.stream()
                    .filter(group -> group.target().version().id().equals(new VersionId(version)))
                    .filter(group -> group.target().level() == null
                            ? level == null
                            : group.target().level().id().equals(level))
                    .findFirst()
                    .orElseThrow(() -> new Problem.NotFound("development.needs.noGroup"));
            var id = chosen.target().version().id();
            var standings = claims.of(chosen.people(), id);
            var needs = TeamNeeds.of(chosen.target(), standings.values()).orElseThrow();
            model.addAttribute("needs", needs);
            model.addAttribute(
                    "closing", Closing.of(chosen.target().version(), needs.statements(), needs.wanted(), learning));
        }
        return "development/web/teamNeeds";
    }

    /** Of five people or more, the largest first. */
    private List<Group> groups(Insider insider) {
        var byAim = new HashMap<Target, Set<PersonId>>();
        aims.of(staff.inView(insider)).forEach((person, its) -> its.stream()
                .flatMap(aim -> targets.of(aim).stream())
                .forEach(target ->
                        byAim.computeIfAbsent(target, first -> new HashSet<>()).add(person)));
        return byAim.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= TeamNeeds.FEWEST)
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Group group) -> -group.people().size())
                        .thenComparing(group -> group.target().version().title()))
                .toList();
    }
}
