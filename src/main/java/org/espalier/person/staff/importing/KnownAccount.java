package org.espalier.person.staff.importing;

import org.espalier.access.AccountId;

/**
 * An account of somebody who does not belong to the organisation.
 *
 * @param asked true when an invitation of this organisation waits for their answer
 */
record KnownAccount(AccountId account, String email, boolean disabled, boolean asked) {}
