package org.espalier.portfolio.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.person.Aim;
import org.espalier.person.AimStep;
import org.espalier.person.AimSteps;
import org.espalier.person.PersonId;
import org.espalier.portfolio.EvidencePaths;
import org.espalier.portfolio.Portfolios;
import org.springframework.stereotype.Component;

/** Leads from a person's own page to their evidence for what they work towards. One SQL statement for all aims. */
@Component
class PortfolioSteps implements AimSteps {
    private static final int ORDER = 40;

    private final Portfolios portfolios;

    PortfolioSteps(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    @Override
    public Map<Aim, List<AimStep>> towards(PersonId person, List<Aim> aims) {
        var counts = portfolios.countByVersion(
                person, aims.stream().map(Aim::version).toList());
        var steps = new HashMap<Aim, List<AimStep>>();
        for (var aim : aims) {
            var count = counts.getOrDefault(aim.version(), 0);
            steps.put(aim, List.of(step(aim, count)));
        }
        return steps;
    }

    private static AimStep step(Aim aim, int count) {
        return new AimStep(
                ORDER,
                "portfolio.step",
                count == 0 ? EvidencePaths.PORTFOLIO : EvidencePaths.PORTFOLIO + "?version=" + aim.version(),
                switch (count) {
                    case 0 -> "portfolio.step.none";
                    case 1 -> "portfolio.found.one";
                    default -> "portfolio.found.other";
                },
                List.of(count),
                count > 0);
    }
}
