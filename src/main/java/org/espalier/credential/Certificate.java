package org.espalier.credential;

import java.time.Instant;
import org.espalier.access.AccountId;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A level or role signed off, for good or until it is revoked.
 *
 * @param content what was signed, byte for byte
 * @param genuine true when the signature is of this content
 * @param revocation null while it is in force
 */
public record Certificate(
        CertificateCode code,
        PersonId holder,
        OrganisationId organisation,
        AccountId issuer,
        Snapshot snapshot,
        String content,
        Signature signature,
        boolean genuine,
        Instant issuedAt,
        @Nullable Revocation revocation) {

    /** That it no longer counts, and why. */
    public record Revocation(Instant at, String reason) {}

    public boolean isValid() {
        return genuine && revocation == null;
    }
}
