package org.espalier.development.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.development.Targets;
import org.espalier.framework.PublishedVersions;
import org.espalier.person.Aim;
import org.espalier.person.AimStep;
import org.espalier.person.AimSteps;
import org.espalier.person.PersonId;
import org.springframework.stereotype.Component;

/** What somebody can do here towards an aim, for their own page. Costs no SQL. */
@Component
class DevelopmentSteps implements AimSteps {
    private final Targets targets;
    private final PublishedVersions versions;

    DevelopmentSteps(Targets targets, PublishedVersions versions) {
        this.targets = targets;
        this.versions = versions;
    }

    @Override
    public Map<Aim, List<AimStep>> towards(PersonId person, List<Aim> aims) {
        var steps = new HashMap<Aim, List<AimStep>>();
        for (var aim : aims) {
            versions.find(aim.version())
                    .flatMap(version -> targets.of(version, aim.level()))
                    .ifPresent(target ->
                            steps.put(aim, List.of(selfAssess(target.version().slug(), target.size()))));
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
}
