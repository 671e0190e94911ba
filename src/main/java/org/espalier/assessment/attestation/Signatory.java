package org.espalier.assessment.attestation;

import org.espalier.access.AccountId;

/**
 * Somebody whom a learner may ask to sign.
 *
 * @param capacity what they are to the learner, such as their post and organisation; empty when that is not known
 * @param barred true where a conflict of interest keeps them from it
 */
public record Signatory(AccountId account, String name, String capacity, boolean barred) {

    public Signatory(AccountId account, String name, String capacity) {
        this(account, name, capacity, false);
    }
}
