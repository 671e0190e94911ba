package org.espalier.development.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.development.Plans;
import org.espalier.development.Targets;
import org.espalier.framework.PublishedVersions;
import org.espalier.person.Aim;
import org.espalier.person.AimStep;
import org.espalier.person.AimSteps;
import org.espalier.person.PersonId;
import org.springframework.stereotype.Component;

/** What somebody can do here towards an aim, for their own page. One SQL statement. */
@Component
class DevelopmentSteps implements AimSteps {
    private final Targets targets;
    private final PublishedVersions versions;
    private final Plans plans;

    DevelopmentSteps(Targets targets, PublishedVersions versions, Plans plans) {
        this.targets = targets;
        this.versions = versions;
        this.plans = plans;
    }

    @Override
    public Map<Aim, List<AimStep>> towards(PersonId person, List<Aim> aims) {
        var steps = new HashMap<Aim, List<AimStep>>();
        var open = plans.openObjectives(person);
        for (var aim : aims) {
            versions.find(aim.version())
                    .flatMap(version -> targets.of(version, aim.level()))
                    .ifPresent(target -> {
                        var slug = target.version().slug();
                        steps.put(
                                aim,
                                List.of(
                                        selfAssess(slug, target.size()),
                                        gap(slug),
                                        plan(open.getOrDefault(aim.version(), 0))));
                    });
        }
        return steps;
    }

    private static AimStep selfAssess(String slug, int expectations) {
        return new AimStep(
                10,
                "development.step.selfAssess",
                "/me/frameworks/" + slug + "/self-assess",
                "development.step.selfAssess.status",
                List.of(expectations),
                false);
    }

    private static AimStep gap(String slug) {
        return new AimStep(
                20,
                "development.step.gap",
                "/me/frameworks/" + slug + "/gap",
                "development.step.gap.status",
                List.of(),
                false);
    }

    private static AimStep plan(int objectives) {
        return new AimStep(
                30,
                "development.step.plan",
                PlanPages.ADDRESS,
                "development.step.plan.status",
                List.of(objectives),
                false);
    }
}
