package org.espalier.assessment.request;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.access.AccountId;
import org.espalier.access.Authority;
import org.espalier.assessment.request.JudgeRequests.Refusal;
import org.espalier.framework.FrameworkVersion;
import org.espalier.framework.Statement;
import org.espalier.organisation.OrganisationId;
import org.espalier.organisation.Place;
import org.espalier.person.Person;
import org.espalier.person.PersonId;

/**
 * Everything that decides whether an assessor may judge these learners at this moment (PRODUCT.md, rule 11); read once for
 * many of them by {@link Assessors#bench}.
 */
public record Bench(
        AccountId assessor, Authority authority, Map<PersonId, List<Place>> places, Set<PersonId> tooClose) {
    public Bench {
        places = Map.copyOf(places);
        tooClose = Set.copyOf(tooClose);
    }

    /** Why the assessor may not judge this statement for a learner in an organisation; empty when they may. */
    public Optional<Refusal> refusal(
            Person learner, OrganisationId organisation, FrameworkVersion version, Statement statement) {
        if (learner.account().equals(assessor)) {
            return Optional.of(Refusal.OWN_WORK);
        }
        if (tooClose.contains(learner.id())) {
            return Optional.of(Refusal.CONFLICT_OF_INTEREST);
        }
        var there = places.getOrDefault(learner.id(), List.of()).stream()
                .filter(place -> place.organisation().equals(organisation))
                .toList();
        return Assessors.reaches(authority, there, version, statement)
                ? Optional.empty()
                : Optional.of(Refusal.OUT_OF_REACH);
    }
}
