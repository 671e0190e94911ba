package org.espalier.roleprofile.local;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.espalier.access.AccountId;
import org.espalier.framework.VersionId;
import org.espalier.organisation.Organisation;
import org.espalier.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What organisations add to national role profiles. The writing methods ask nobody for permission: they are called by
 * use cases that have.
 */
@Component
public class LocalRoles {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String LOCAL_ROLE = """
            select r.id, o.organisation_id, o.slug, o.name, r.national, r.base_id, r.additions::text as additions, r.revision,
                   e.number, e.base_id as edition_base, e.additions::text as edition_additions, e.version_id, e.published_at,
                   d.kept, d.decided_at
            from roleprofile.local_role r
                join organisation.employer o on o.organisation_id = r.organisation_id
                left join lateral (select * from roleprofile.local_edition n
                                   where n.local_role_id = r.id order by n.number desc limit 1) e on true
                left join lateral (select * from roleprofile.local_decision w
                                   where w.local_role_id = r.id and w.base_id = r.base_id order by w.id desc limit 1) d on true
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LocalRoles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an organisation adds to this profile. */
    public Optional<LocalRole> find(OrganisationId organisation, String national) {
        return jdbc.sql(LOCAL_ROLE + "where r.organisation_id = :organisation and r.national = :national")
                .param("organisation", organisation.value())
                .param("national", national)
                .query(LocalRoles::localRole)
                .optional();
    }

    /** All that an organisation adds to profiles, the last changed first. */
    public List<LocalRole> of(OrganisationId organisation) {
        return jdbc.sql(LOCAL_ROLE + "where r.organisation_id = :organisation order by r.changed_at desc, r.id")
                .param("organisation", organisation.value())
                .query(LocalRoles::localRole)
                .list();
    }

    /** What the organisation at this address has published about this profile. */
    public Optional<LocalRole> published(String organisation, String national) {
        return jdbc.sql(LOCAL_ROLE + "where o.slug = :organisation and r.national = :national")
                .param("organisation", organisation)
                .param("national", national)
                .query(LocalRoles::localRole)
                .optional()
                .filter(LocalRole::isPublished);
    }

    /** What organisations add to this profile, published or not, by the organisation's name. */
    public List<LocalRole> addingTo(String national) {
        return jdbc.sql(LOCAL_ROLE + "where r.national = :national order by lower(o.name), r.id")
                .param("national", national)
                .query(LocalRoles::localRole)
                .list();
    }

    /** The additions whose local competences this version once was or is. */
    public Optional<LocalRole> ofVersion(VersionId version) {
        return jdbc.sql(LOCAL_ROLE + """
                        where r.id in (select v.local_role_id from roleprofile.local_edition v where v.version_id = :version)
                        """)
                .param("version", version.value())
                .query(LocalRoles::localRole)
                .optional();
    }

    /** Like {@link #find}, and nobody else can change it until the transaction ends. */
    Optional<LocalRole> lock(OrganisationId organisation, String national) {
        jdbc.sql(
                        "select id from roleprofile.local_role where organisation_id = :organisation and national = :national for update")
                .param("organisation", organisation.value())
                .param("national", national)
                .query(Long.class)
                .optional();
        return find(organisation, national);
    }

    /** Begins additions to this version; nothing happens when the organisation has begun before. */
    void add(OrganisationId organisation, String national, VersionId base, AccountId by) {
        jdbc.sql("""
                insert into roleprofile.local_role (organisation_id, national, base_id, additions, changed_at, changed_by)
                values (:organisation, :national, :base, :additions::jsonb, :now, :by)
                on conflict (organisation_id, national) do nothing
                """)
                .param("organisation", organisation.value())
                .param("national", national)
                .param("base", base.value())
                .param("additions", JSON.writeValueAsString(Additions.NONE))
                .param("now", now())
                .param("by", by.value())
                .update();
    }

    void save(LocalRole role, VersionId base, Additions additions, AccountId by) {
        jdbc.sql("""
                update roleprofile.local_role
                set base_id = :base, additions = :additions::jsonb, revision = revision + 1, changed_at = :now, changed_by = :by
                where id = :id
                """)
                .param("id", role.id())
                .param("base", base.value())
                .param("additions", JSON.writeValueAsString(additions))
                .param("now", now())
                .param("by", by.value())
                .update();
    }

    /** Writes down what is published now: the draft, and the version of its competences. */
    void publish(LocalRole role, @Nullable VersionId version, AccountId by) {
        jdbc.sql("""
                insert into roleprofile.local_edition (local_role_id, number, base_id, additions, version_id, published_at, published_by)
                select r.id, coalesce((select max(number) from roleprofile.local_edition where local_role_id = r.id), 0) + 1,
                       r.base_id, r.additions, :version, :now, :by
                from roleprofile.local_role r where r.id = :id
                """)
                .param("id", role.id())
                .param("version", version == null ? null : version.value(), Types.BIGINT)
                .param("now", now())
                .param("by", by.value())
                .update();
    }

    /** The last version that these additions' competences had; empty when they never had any. */
    Optional<VersionId> lastVersion(LocalRole role) {
        return jdbc.sql("""
                select version_id from roleprofile.local_edition
                where local_role_id = :id and version_id is not null order by number desc limit 1
                """).param("id", role.id()).query(Long.class).optional().map(VersionId::new);
    }

    /** Writes down what was decided on these additions after the profile was withdrawn. */
    void decide(LocalRole role, boolean kept, String reason, AccountId by) {
        jdbc.sql("""
                insert into roleprofile.local_decision (local_role_id, base_id, kept, reason, decided_by, decided_at)
                values (:id, :base, :kept, :reason, :by, :now)
                """)
                .param("id", role.id())
                .param("base", role.base().value())
                .param("kept", kept)
                .param("reason", reason)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** All that was ever decided on these additions after the profile was withdrawn, the latest first. */
    public List<WithdrawalDecision> decisions(LocalRole role) {
        return jdbc.sql("""
                select v.number, d.kept, d.reason, h.name, d.decided_at
                from roleprofile.local_decision d
                    join framework.edition v on v.version_id = d.base_id
                    join access.holder h on h.account_id = d.decided_by
                where d.local_role_id = :id order by d.id desc
                """)
                .param("id", role.id())
                .query((row, n) -> new WithdrawalDecision(
                        row.getInt("number"),
                        row.getBoolean("kept"),
                        row.getString("reason"),
                        row.getString("name"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Takes back what was never published. */
    void discard(LocalRole role) {
        jdbc.sql("""
                delete from roleprofile.local_role r where r.id = :id
                  and not exists (select 1 from roleprofile.local_edition e where e.local_role_id = r.id)
                """).param("id", role.id()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LocalRole localRole(ResultSet row, int number) throws SQLException {
        return new LocalRole(
                row.getLong("id"),
                new Organisation(
                        new OrganisationId(row.getLong("organisation_id")),
                        row.getString("slug"),
                        row.getString("name")),
                row.getString("national"),
                new VersionId(row.getLong("base_id")),
                JSON.readValue(row.getString("additions"), Additions.class),
                row.getLong("revision"),
                edition(row),
                decided(row));
    }

    private static LocalRole.@Nullable Decided decided(ResultSet row) throws SQLException {
        var at = row.getObject("decided_at", OffsetDateTime.class);
        return at == null ? null : new LocalRole.Decided(row.getBoolean("kept"), at.toInstant());
    }

    private static LocalRole.@Nullable Edition edition(ResultSet row) throws SQLException {
        var additions = row.getString("edition_additions");
        var version = row.getObject("version_id", Long.class);
        return additions == null
                ? null
                : new LocalRole.Edition(
                        row.getInt("number"),
                        new VersionId(row.getLong("edition_base")),
                        JSON.readValue(additions, Additions.class),
                        version == null ? null : new VersionId(version),
                        row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
