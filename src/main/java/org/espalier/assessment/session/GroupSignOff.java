package org.espalier.assessment.session;

import java.time.Instant;
import org.espalier.access.AccountId;
import org.espalier.framework.VersionId;
import org.espalier.organisation.OrganisationId;

/**
 * A session after which an assessor signed a group off.
 *
 * @param organisationName as it is called now
 */
public record GroupSignOff(
        GroupSignOffId id,
        OrganisationId organisation,
        String organisationName,
        AccountId assessor,
        String assessorName,
        VersionId version,
        Occasion occasion,
        Instant madeAt) {}
