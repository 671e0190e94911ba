package org.espalier.assessment.request;

import java.time.Instant;
import org.espalier.access.AccountId;
import org.espalier.assessment.Claims.Judged;
import org.espalier.framework.StatementId;
import org.espalier.framework.VersionId;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * A learner's request that an assessor judge one statement.
 *
 * @param asking those that were asked together have the same
 * @param organisation in which the assessor was asked
 * @param revision counts changes, so that nobody decides on what they have not seen
 * @param waitingSince when it last came to the assessor
 * @param claim the judgement in force; null when there is none
 */
public record Request(
        RequestId id,
        long asking,
        Person learner,
        OrganisationId organisation,
        VersionId version,
        StatementId statement,
        AccountId assessor,
        String assessorName,
        RequestState state,
        int revision,
        Instant askedAt,
        Instant waitingSince,
        @Nullable Long claim) {

    Judged judged() {
        return new Judged(learner.id(), version, statement);
    }
}
