package org.espalier.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.credential.Certificate.Revocation;
import org.espalier.framework.VersionId;
import org.espalier.organisation.OrganisationId;
import org.espalier.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All certificates. The database itself refuses to change one; revoking is all that can be done. */
@Component
public class Certificates {
    private static final String CERTIFICATE = """
            select c.code, c.person_id, c.organisation_id, c.issued_by, c.content, c.signature, k.public_key, c.issued_at,
                   c.revoked_at, c.revoked_why
            from credential.certificate c join credential.signing_key k on k.id = c.key_id
            """;

    private final JdbcClient jdbc;
    private final SigningKeys keys;
    private final Clock clock;

    Certificates(JdbcClient jdbc, SigningKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** A certificate by its code: whoever has the code may see it. */
    public Optional<Certificate> find(CertificateCode code) {
        return jdbc.sql(CERTIFICATE + "where c.code = :code")
                .param("code", code.value())
                .query(Certificates::certificate)
                .optional();
    }

    /** A person's own, the latest first. */
    public List<Certificate> of(PersonId person) {
        return jdbc.sql(CERTIFICATE + "where c.person_id = :person order by c.issued_at desc, c.id desc")
                .param("person", person.value())
                .query(Certificates::certificate)
                .list();
    }

    /** Those that an assessor issued, the latest first. */
    public List<Certificate> issuedBy(AccountId assessor) {
        return jdbc.sql(CERTIFICATE + "where c.issued_by = :assessor order by c.issued_at desc, c.id desc")
                .param("assessor", assessor.value())
                .query(Certificates::certificate)
                .list();
    }

    /** True when the person has a certificate in force for this level of a version. */
    public boolean isInForce(PersonId person, VersionId version, @Nullable String level) {
        return jdbc.sql("""
                select exists (select 1 from credential.certificate
                               where person_id = :person and version_id = :version
                                 and level is not distinct from :level and revoked_at is null)
                """)
                .param("person", person.value())
                .param("version", version.value())
                .param("level", level, java.sql.Types.VARCHAR)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** Signs and keeps what this certificate says; its number. */
    long issue(
            Snapshot snapshot,
            PersonId person,
            OrganisationId organisation,
            VersionId version,
            @Nullable String level,
            AccountId by) {
        var content = snapshot.json();
        var signed = keys.sign(content);
        return jdbc.sql("""
                insert into credential.certificate
                    (code, person_id, organisation_id, version_id, level, content, signature, key_id, issued_by, issued_at)
                values (:code, :person, :organisation, :version, :level, :content, :signature, :key, :by, :now)
                returning id
                """)
                .param("code", snapshot.code())
                .param("person", person.value())
                .param("organisation", organisation.value())
                .param("version", version.value())
                .param("level", level, java.sql.Types.VARCHAR)
                .param("content", content)
                .param("signature", signed.signature())
                .param("key", signed.key())
                .param("by", by.value())
                .param("now", now())
                .query((row, number) -> row.getLong("id"))
                .single();
    }

    /** False when it was revoked before. */
    boolean revoke(CertificateCode code, AccountId by, String reason) {
        return jdbc.sql("""
                update credential.certificate set revoked_at = :now, revoked_by = :by, revoked_why = :reason
                where code = :code and revoked_at is null
                """)
                        .param("code", code.value())
                        .param("by", by.value())
                        .param("reason", reason)
                        .param("now", now())
                        .update()
                > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Certificate certificate(ResultSet row, int number) throws SQLException {
        var content = row.getString("content");
        var signature = new Signature(row.getBytes("signature"), row.getBytes("public_key"));
        var revoked = row.getTimestamp("revoked_at");
        return new Certificate(
                new CertificateCode(row.getString("code")),
                new PersonId(row.getLong("person_id")),
                new OrganisationId(row.getLong("organisation_id")),
                new AccountId(row.getLong("issued_by")),
                Snapshot.of(content),
                content,
                signature,
                SigningKeys.isGenuine(content, signature),
                row.getTimestamp("issued_at").toInstant(),
                revoked == null ? null : new Revocation(revoked.toInstant(), row.getString("revoked_why")));
    }
}
