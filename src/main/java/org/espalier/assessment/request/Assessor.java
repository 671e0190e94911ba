package org.espalier.assessment.request;

import org.espalier.access.AccountId;
import org.espalier.organisation.Organisation;

/** Somebody who may judge what was asked about, for the learner who asks, in an organisation. */
public record Assessor(AccountId account, String name, Organisation organisation) {}
