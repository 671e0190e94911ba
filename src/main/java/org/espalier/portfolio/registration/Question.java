package org.espalier.portfolio.registration;

import org.espalier.person.PersonId;

/**
 * Something that one person asks another to say.
 *
 * @param from the name of whoever asks
 * @param attestation what was asked, and the answer if there is one
 */
public record Question(
        PersonId owner, String from, Registration registration, Requirement.Attested asked, Attestation attestation) {}
