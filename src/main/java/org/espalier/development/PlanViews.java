package org.espalier.development;

import java.util.LinkedHashMap;
import org.espalier.assessment.Claims;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.PublishedVersions;
import org.espalier.framework.VersionId;
import org.espalier.person.PersonId;
import org.springframework.stereotype.Component;

/** Puts a plan together with the words it is about. Five SQL statements, however long it is. */
@Component
public class PlanViews {
    private final Plans plans;
    private final PublishedVersions versions;
    private final Claims claims;
    private final ChangePlan changePlan;

    PlanViews(Plans plans, PublishedVersions versions, Claims claims, ChangePlan changePlan) {
        this.plans = plans;
        this.versions = versions;
        this.claims = claims;
        this.changePlan = changePlan;
    }

    public PlanView of(PersonId person) {
        var plan = plans.of(person);
        var known = new LinkedHashMap<VersionId, FrameworkVersion>();
        for (var id : plan.versions()) {
            versions.find(id).ifPresent(version -> known.put(id, version));
        }
        return new PlanView(plan, known, claims.of(person, known.keySet()), changePlan.today());
    }
}
