package org.espalier.credential;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.assessment.Claims;
import org.espalier.framework.PublishedVersions;
import org.espalier.person.Aim;
import org.espalier.person.AimStep;
import org.espalier.person.AimSteps;
import org.espalier.person.PersonId;
import org.springframework.stereotype.Component;

/** How near somebody is to a certificate for what they aim at, for their own page. One SQL statement. */
@Component
class CredentialSteps implements AimSteps {
    private final PublishedVersions versions;
    private final Claims claims;

    CredentialSteps(PublishedVersions versions, Claims claims) {
        this.versions = versions;
        this.claims = claims;
    }

    @Override
    public Map<Aim, List<AimStep>> towards(PersonId person, List<Aim> aims) {
        var standings = claims.of(person, aims.stream().map(Aim::version).toList());
        var steps = new HashMap<Aim, List<AimStep>>();
        for (var aim : aims) {
            versions.find(aim.version()).ifPresent(version -> {
                var readiness = Readiness.of(version, aim.level(), standings);
                steps.put(
                        aim,
                        List.of(new AimStep(
                                50,
                                "credential.step",
                                "/me/frameworks/" + version.slug() + "/sign-off",
                                "credential.step.status",
                                List.of(readiness.done(), readiness.total()),
                                false)));
            });
        }
        return steps;
    }
}
