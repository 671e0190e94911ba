package org.espalier.assessment.task;

import org.espalier.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Something an organisation lets people do by delegation.
 *
 * @param delegatedBy who may delegate it, and stays accountable
 * @param months how long having achieved it counts; null for good
 */
public record Task(
        TaskId id,
        OrganisationId organisation,
        String name,
        String delegatedBy,
        @Nullable Integer months) {}
